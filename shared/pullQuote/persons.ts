import type { Block } from '../story/block.ts';
import { blockText } from '../story/plainText.ts';
import { COURTESY, NAME, NO_NAME, OFFICE } from './speechWords.ts';

/** Somebody as the story introduces them. */
export interface Person {
  /** In full, as first given. */
  readonly name: string;
  /** What they are, in the story's own words; null if it does not say. */
  readonly role: string | null;
}

const NAMES = new RegExp(NAME, 'gu');
/** Ends the words before a name that say what somebody is. */
const NO_ROLE =
  /^(?:and|but|or|while|as|when|that|with|by|to|from|for|in|on|at|of|like|after|before|than|told|said|says|the|an?|its|their|his|her|our|my|is|was|were|are|be|been|which|who|where|according|including|between|also|both|if|le|la|les|des?|du|un|une|et|que)$/iu;
/** A nationality keeps its capital inside a sentence. */
const NATIONALITY =
  /(?:[^aeiou]i|(?<!Veter|Hum)an|ese|ish|akh|bek|jik|Greek|French|Dutch|Arab|Kurd|Turk|Czech|Swiss|Thai|Serb|Slovak)$/u;
const MOST_ROLE_WORDS = 6;
const LONGEST_ROLE = 140;

/** Somebody the story names: with their full name and what it says they are, read where it first speaks of them. */
export function personOf(name: string, role: string, blocks: readonly Block[]): Person {
  const office = OFFICE.exec(name)?.[1]?.trim() ?? '';
  const bare = bareName(name).replace(/[’']s$/u, '');
  const first = firstMention(bare, blocks);
  if (!first) return { name: bare, role: tidyRole(role) ?? tidyRole(office) };
  const full = bareName(first.name);
  const firstOffice = OFFICE.exec(first.name)?.[1]?.trim() ?? '';
  const known = roleAfter(first.text, first.end) ?? tidyRole(firstOffice) ?? roleBefore(first.text, first.start);
  return { name: full, role: known ?? tidyRole(role) ?? tidyRole(office) };
}

/** Without office and courtesy. */
function bareName(name: string): string {
  return name.replace(OFFICE, '').replace(COURTESY, '');
}

interface Mention {
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Where the story first gives a name in full; where it never does, where it first gives it. */
function firstMention(name: string, blocks: readonly Block[]): Mention | null {
  let alone: Mention | null = null;
  for (const block of blocks) {
    if (block.type === 'pullQuote' || block.type === 'figure' || block.type === 'separator') continue;
    const text = blockText(block);
    if (!text.includes(name)) continue;
    for (const match of text.matchAll(NAMES)) {
      const lead = NO_NAME.exec(match[0])?.[0].length ?? 0;
      const found = match[0].slice(lead).replace(/[’']s$/u, '');
      if (found !== name && !found.endsWith(` ${name}`)) continue;
      const start = match.index + lead;
      const mention = { name: found, text, start, end: start + found.length };
      if (/[ \u00a0]/u.test(bareName(found))) return mention;
      alone ??= mention;
    }
  }
  return alone;
}

/** `…, a security analyst in Islamabad,` */
function roleAfter(text: string, end: number): string | null {
  const rest = text.slice(end).replace(/^,[ \u00a0]\d{1,3}(?=,)/u, '');
  const match = /^,[ \u00a0]([^,.;:“”"«»()]{3,140}?)(?=[,.;”"]|$|[ \u00a0](?:told|said|says|noted|who)[ \u00a0])/u.exec(
    rest,
  );
  const words = match?.[1] ?? '';
  const isRole =
    /^(?:an?|the|one of|who (?:is|was|runs|leads|heads|owns|teaches|works)|former|head|chief|director|\p{Ll})/u;
  if (
    !isRole.test(words) ||
    /^(?:and|but|while|as|which|when|where|whose|saying|told|said|noted|however|too|also|of|from|near|in|on|at|after|before|with|who (?!is|was|runs|leads|heads|owns|teaches|works))(?!\p{L})/u.test(
      words,
    )
  )
    return null;
  return tidyRole(words);
}

/** `security analyst Imtiaz Gul` */
function roleBefore(text: string, start: number): string | null {
  const clause = /[^.,;:!?“”"«»()\n–—]*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const words = clause.trim().split(/[ \u00a0]+/u);
  const role: string[] = [];
  for (const word of words.reverse()) {
    const isAcronym = /^\p{Lu}{2,}$/u.test(word);
    if (word === '' || (NO_ROLE.test(word) && !isAcronym) || role.length === MOST_ROLE_WORDS) break;
    role.unshift(word);
  }
  // A verb before a name is no role: what is needed is a small word right beside it.
  const last = role.at(-1) ?? '';
  if (!/^\p{Ll}/u.test(last) || /(?:ed|ing|é)$/u.test(last) || last.length < 4) return null;
  const isWhole = role.length === words.length;
  const [first = '', ...others] = role;
  const begins = isWhole && /^\p{Lu}\p{Ll}/u.test(first) && !NATIONALITY.test(first);
  return tidyRole([begins ? first.toLowerCase() : first, ...others].join(' '));
}

function tidyRole(words: string): string | null {
  const role = words
    .trim()
    .replace(/^(?:an?|the(?!\s\S+[’']s\s)|who (?:is|was)(?: an?| the)?)[ \u00a0]/u, '')
    .replace(/,$/u, '');
  return role === '' || role.length > LONGEST_ROLE ? null : role;
}
