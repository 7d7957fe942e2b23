import { scanQuotations, type Quotation } from '../checks/quotations.ts';
import type { Block } from '../story/block.ts';
import { blockText } from '../story/plainText.ts';
import * as patterns from './speechWords.ts';

/** Words of a paragraph that say who speaks in it. */
export interface SpeakerPhrase {
  readonly start: number;
  readonly end: number;
  /** Somebody's name, what somebody is (`the warden`), or only `he` or `she`. */
  readonly kind: 'name' | 'noun' | 'pronoun';
  /** Whose; empty for a pronoun. */
  readonly who: string;
  /** What stands before the name and says what they are; often empty. */
  readonly role: string;
  /** The phrase itself, as it stands in the story. */
  readonly words: string;
}

/** A block's speech: what is quoted in it, and who is said to speak. */
export interface Speech {
  readonly text: string;
  /** Outermost quotations, in order. */
  readonly quotations: readonly Quotation[];
  /** In order. */
  readonly phrases: readonly SpeakerPhrase[];
}

/** Blocks are replaced, never changed. */
const heard = new WeakMap<Block, Speech>();

/** Who speaks in a block, and what is quoted there. */
export function speechOf(block: Block): Speech {
  let speech = heard.get(block);
  if (!speech) {
    const text = blockText(block);
    const quotations = scanQuotations(text).quotations.filter(({ depth }) => depth === 0);
    speech = { text, quotations, phrases: findPhrases(text, quotations) };
    heard.set(block, speech);
  }
  return speech;
}

/** The text with everything quoted blotted out, offsets kept: what people say in quote marks is no report of speech. */
function frameOf(text: string, quotations: readonly Quotation[]): string {
  let frame = '';
  let at = 0;
  for (const { start, end } of quotations) {
    if (end - start < 2) continue;
    frame += `${text.slice(at, start)}“${'_'.repeat(end - start - 2)}”`;
    at = end;
  }
  return frame + text.slice(at);
}

function findPhrases(text: string, quotations: readonly Quotation[]): SpeakerPhrase[] {
  const frame = frameOf(text, quotations);
  const found: SpeakerPhrase[] = [];
  const add = (match: RegExpMatchArray, kind: SpeakerPhrase['kind'], who = '', role = '') => {
    const start = match.index ?? 0;
    const lead = /^[”,\s]*/u.exec(match[0])?.[0].length ?? 0;
    const end = start + match[0].trimEnd().length;
    // What names somebody is worth more than what it is part of.
    if (found.some((phrase) => phrase.start < end && start + lead < phrase.end)) return;
    found.push({
      start: start + lead,
      end,
      kind,
      who: who.trim(),
      role: role.trim(),
      words: frame.slice(start + lead, end),
    });
  };
  const named = (match: RegExpMatchArray, name: string, role: string) => {
    const who = name.replace(patterns.NO_NAME, '');
    // `said Haddad’s brother` is not said by Haddad.
    if (who !== '' && !/[’']s$/u.test(who)) add(match, 'name', who, role);
  };
  for (const match of frame.matchAll(patterns.SPEAKS_NAME)) named(match, match[2] ?? '', match[1] ?? '');
  for (const match of frame.matchAll(patterns.SOURCE_NAME)) named(match, match[2] ?? '', match[1] ?? '');
  for (const match of frame.matchAll(patterns.NAME_SPEAKS)) named(match, match[1] ?? '', '');
  for (const match of frame.matchAll(patterns.PRONOUN_SPEAKS)) add(match, 'pronoun');
  for (const match of frame.matchAll(patterns.NOUN_SPEAKS)) add(match, 'noun', match[1]);
  for (const match of frame.matchAll(patterns.SPEAKS_NOUN)) add(match, 'noun', match[1]);
  if (/[\u0590-\u06ff]/u.test(frame)) {
    for (const pattern of [patterns.URDU_SPEAKER, patterns.ARABIC_SPEAKER, patterns.HEBREW_SPEAKER]) {
      for (const match of frame.matchAll(pattern)) if (!match[1]?.includes('_')) add(match, 'name', match[1]);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The phrase that says who speaks at a place of a block: right behind the quotation, before it, else the nearest. */
export function phraseFor({ quotations, phrases }: Speech, start: number, end: number): SpeakerPhrase | null {
  const quotation = quotations.find((candidate) => candidate.start < end && start < candidate.end);
  const from = quotation?.start ?? start;
  const to = quotation?.end ?? end;
  let best: SpeakerPhrase | null = null;
  let least = Infinity;
  for (const phrase of phrases) {
    if (!quotation && !/^(?:[Aa]ccording|[Ii]n the words|[Ss]elon|[Dd][’'])/u.test(phrase.words)) continue;
    const isAfter = phrase.start >= to;
    const gap = isAfter ? phrase.start - to : Math.max(0, from - phrase.end);
    // ` “B,” said Y` belongs to what it follows; a phrase that stands further behind likely belongs to the next.
    const distance = isAfter && gap > 3 ? gap + 40 : gap + (isAfter ? 0 : 2);
    if (distance < least) {
      least = distance;
      best = phrase;
    }
  }
  return best;
}
