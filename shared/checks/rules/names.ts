import { isBody, type CopyText } from '../CopyText.ts';
import { storyRule, type Rule, type Sighting } from '../rule.ts';
import { isSameName, nearSpellings } from '../nameSpellings.ts';

interface NameSighting {
  readonly name: string;
  readonly start: number;
  /** Whether its capital says that it is a name: not at the start of a sentence, nor in a title. */
  readonly isSure: boolean;
}

const SHORTEST = 5;
const TITLES = new Set(['headline', 'heading', 'byline', 'credit', 'attribution']);

function gatherNames(copy: CopyText): NameSighting[] {
  // Pull-quotes repeat the body: what they share with it is counted there.
  if (copy.script !== 'latin' || copy.kind === 'pullQuote' || copy.kind === 'alt') return [];
  const starts = new Set(copy.sentences.map((sentence) => sentence.start));
  const found: NameSighting[] = [];
  for (const word of copy.words) {
    let at = word.start;
    for (const piece of word.text.split(/[-‐‑]/u)) {
      const name = piece.replace(/['’]s?$/u, '');
      if (name.length >= SHORTEST && /^\p{Lu}\p{Ll}+$/u.test(name)) {
        const opensQuote = /["“‘'(]\s*$/u.test(copy.text.slice(Math.max(0, at - 2), at));
        const isSure = !TITLES.has(copy.kind) && !starts.has(word.start) && !opensQuote;
        found.push({ name, start: at, isSure });
      }
      at += piece.length + 1;
    }
  }
  return found;
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
      const pairs = nearSpellings([...uses.keys()]).filter(([a, b]) => isSameName(a, b));
      if (pairs.length === 0) return [];
      const common = new Set<string>();
      for (const copy of texts) {
        if (isBody(copy)) for (const { text } of copy.words) if (text === text.toLowerCase()) common.add(text);
      }
      return pairs.flatMap(([a, b]) => {
        const [first, second] = [uses.get(a) ?? [], uses.get(b) ?? []];
        const areNames = [first, second].every((all) => all.some(({ fact }) => fact.isSure));
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

/** Whether two names stand in one sentence somewhere: then they are two people. */
function meet(first: readonly Sighting<NameSighting>[], second: readonly Sighting<NameSighting>[]): boolean {
  return first.some(({ copy, fact }) =>
    second.some((other) => {
      if (other.copy !== copy) return false;
      const sentence = copy.sentenceAt(fact.start);
      return sentence.start <= other.fact.start && other.fact.start < sentence.end;
    }),
  );
}
