import { spellingLanguageOf } from '../../spelling/spellingLanguages.ts';
import { isBody, type CopyText, type CopyWord } from '../CopyText.ts';
import { storyRule, type House, type Rule, type Sighting } from '../rule.ts';
import { isSameName, nearSpellings, soundOf } from '../nameSpellings.ts';

interface NameSighting {
  readonly name: string;
  readonly start: number;
  /** Whether its capital says that it is a name: not at the start of a sentence, nor in a title. */
  readonly isSure: boolean;
  /** The name before it, as a person's given name is; null where there is none. */
  readonly given: string | null;
}

type Uses = readonly Sighting<NameSighting>[];

const SHORTEST = 5;
/** So many times inside sentences, and a name is no accident. */
const WELL_KNOWN = 2;
const TITLES = new Set(['headline', 'heading', 'byline', 'credit', 'attribution']);

function gatherNames(copy: CopyText): NameSighting[] {
  // Pull-quotes repeat the body: what they share with it is counted there.
  if (copy.script !== 'latin' || copy.kind === 'pullQuote' || copy.kind === 'alt') return [];
  const starts = new Set(copy.sentences.map((sentence) => sentence.start));
  const found: NameSighting[] = [];
  for (const [i, word] of copy.words.entries()) {
    const given = givenName(copy, copy.words[i - 1], word);
    let at = word.start;
    for (const piece of word.text.split(/[-‐‑]/u)) {
      const name = piece.replace(/['’]s?$/u, '');
      if (name.length >= SHORTEST && /^\p{Lu}\p{Ll}+$/u.test(name)) {
        const opensQuote = /["“‘'(]\s*$/u.test(copy.text.slice(Math.max(0, at - 2), at));
        const isSure = !TITLES.has(copy.kind) && !starts.has(word.start) && !opensQuote;
        found.push({ name, start: at, isSure, given: at === word.start ? given : null });
      }
      at += piece.length + 1;
    }
  }
  return found;
}

/** What calls somebody, and is no part of a name. */
const TITLES_OF_PEOPLE = new Set(
  'Mr Mrs Ms Miss Dr Sir Dame Lord Lady Judge Justice President Minister General Captain Colonel Professor The In On At And'.split(
    ' ',
  ),
);

function givenName(copy: CopyText, before: CopyWord | undefined, word: CopyWord): string | null {
  const isOne = before && copy.text.slice(before.end, word.start) === ' ' && /^\p{Lu}\p{Ll}+$/u.test(before.text);
  return isOne && !TITLES_OF_PEOPLE.has(before.text) ? before.text : null;
}

/** Names, spelt one way. */
export const NAME_RULES: readonly Rule[] = [
  storyRule<NameSighting>({
    id: 'name-spelling',
    level: 'warn',
    title: 'Name spelt two ways',
    why: 'Two names that differ by one letter are mostly one name, once misspelt.',
    gather: gatherNames,
    judge: (sightings, { texts, house }) => {
      const uses = new Map<string, Sighting<NameSighting>[]>();
      for (const sighting of sightings) {
        const known = uses.get(sighting.fact.name);
        if (known) known.push(sighting);
        else uses.set(sighting.fact.name, [sighting]);
      }
      const { near, alike } = likeNames([...uses.keys()]);
      const pairs = [
        ...near.filter(([a, b]) => isSameName(a, b) || isOnePerson(uses.get(a) ?? [], uses.get(b) ?? [])),
        ...alike,
      ];
      if (pairs.length === 0) return [];
      const common = new Set<string>();
      for (const copy of texts) {
        if (isBody(copy)) for (const { text } of copy.words) if (text === text.toLowerCase()) common.add(text);
      }
      return pairs.flatMap(([a, b]) => {
        const [first, second] = [uses.get(a) ?? [], uses.get(b) ?? []];
        const areNames = isName(first, second, house) && isName(second, first, house);
        const isCommon = common.has(a.toLowerCase()) || common.has(b.toLowerCase());
        const isKnown = house.style.words.has(a) && house.style.words.has(b);
        if (!areNames || isCommon || isKnown || meet(first, second)) return [];
        // The rarer is the slip; of two as rare, the one that lost a letter.
        const isFirst = first.length === second.length ? a.length <= b.length : first.length < second.length;
        const [odd, usual, right] = isFirst ? [first, second, b] : [second, first, a];
        return odd.map(({ copy, fact }) => ({
          ...{ copy, start: fact.start, end: fact.start + fact.name.length },
          message: `“${fact.name}” is spelt “${right}” elsewhere in the story.`,
          replacement: usual.length > odd.length + 1 ? right : undefined,
        }));
      });
    },
  }),
  storyRule<NameSighting>({
    id: 'name-not-listed',
    level: 'warn',
    title: 'Name not as the house spells it',
    why: 'The house keeps a list of people and places; a name one letter away from one on it is mostly that one, misspelt.',
    gather: (copy, { style }) => (style.nameWords.size === 0 ? [] : gatherNames(copy)),
    judge: (sightings, { house: { style } }) => {
      const listed = [...style.nameWords];
      const used = new Set(sightings.map(({ fact }) => fact.name).filter((name) => !style.words.has(name)));
      const right = new Map<string, string>();
      for (const [a, b] of nearSpellings([...used, ...listed])) {
        if (!isSameName(a, b) || used.has(a) === used.has(b)) continue;
        right.set(used.has(a) ? a : b, used.has(a) ? b : a);
      }
      return sightings.flatMap(({ copy, fact: { name, start, isSure } }) => {
        const preferred = right.get(name);
        if (preferred === undefined || !isSure) return [];
        const message = `“${name}” is not on the house’s list of names; “${preferred}” is.`;
        return [{ copy, start, end: start + name.length, message }];
      });
    },
  }),
];

/** Whether a word is a name: its capital says so, or it begins a sentence, is in no dictionary and nearly another name of the story. */
function isName(uses: Uses, others: Uses, { proofs }: House): boolean {
  if (uses.some(({ fact }) => fact.isSure)) return true;
  const sure = others.filter(({ fact }) => fact.isSure).length;
  const [use] = uses;
  const language = use ? spellingLanguageOf(use.copy.language) : null;
  if (!proofs || !language || !use) return sure >= WELL_KNOWN;
  return proofs.isUnknown(language, use.fact.name.toLowerCase());
}

/** Whether the same given name stands before both, which differ by one letter: `Nigel Farrant`, `Nigel Farrand`. */
function isOnePerson(first: Uses, second: Uses): boolean {
  const given = new Set(first.flatMap(({ fact }) => fact.given ?? []));
  const isSameLength = first[0]?.fact.name.length === second[0]?.fact.name.length;
  return isSameLength && second.some(({ fact }) => fact.given !== null && given.has(fact.given));
}

interface LikeNames {
  readonly near: readonly [string, string][];
  readonly alike: readonly [string, string][];
}

/** The pairs of the last names asked for: most edits of a story bring no new name. */
let last: LikeNames & { readonly names: string } = { names: '', near: [], alike: [] };

function likeNames(names: readonly string[]): LikeNames {
  const all = names.join(' ');
  if (last.names !== all) last = { names: all, near: nearSpellings(names), alike: alikeIn(names) };
  return last;
}

/** Pairs of names that sound the same, written with more letters or fewer. */
function alikeIn(names: readonly string[]): [string, string][] {
  const first = new Map<string, string>();
  return names.flatMap((name): [string, string][] => {
    const sound = soundOf(name);
    const other = first.get(sound);
    if (other === undefined) first.set(sound, name);
    return other !== undefined && Math.abs(other.length - name.length) === 1 && !isSameName(other, name)
      ? [[other, name]]
      : [];
  });
}

/** Whether two names stand in one sentence somewhere: then they are two people. */
function meet(first: Uses, second: Uses): boolean {
  return first.some(({ copy, fact }) =>
    second.some((other) => {
      if (other.copy !== copy) return false;
      const sentence = copy.sentenceAt(fact.start);
      return sentence.start <= other.fact.start && other.fact.start < sentence.end;
    }),
  );
}
