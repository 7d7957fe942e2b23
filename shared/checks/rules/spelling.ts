import { dictionaryForm } from '../../spelling/dictionaryForm.ts';
import { NEWSROOM_WORDS } from '../../spelling/newsroomWords.ts';
import { SPELLING_LANGUAGE_NAMES } from '../../spelling/spellingLanguages.ts';
import type { CopyKind } from '../CopyText.ts';
import { storyRule, type Rule, type Sighting } from '../rule.ts';
import type { HouseStyle } from '../style/houseStyle.ts';
import { spellableWords, type SpellableWord } from '../words/spellableWords.ts';

/** Names of people and places and nothing else. */
const NAMES_ONLY: ReadonlySet<CopyKind> = new Set(['byline', 'credit', 'dateline']);

/** Of the words of a foreign passage no more than this share are slips; where more are unknown, they are names or another tongue. */
const MOST_SLIPS = 1 / 6;

type Sightings = readonly Sighting<SpellableWord>[];

/** Without the words of passages whose language the dictionary hardly knows. */
function withoutNames(unknown: Sightings, all: Sightings): Sightings {
  return unknown.filter(({ copy, fact: { passage } }) => {
    if (passage === null) return true;
    const isBeside = (other: Sightings[number]) => other.copy === copy && other.fact.passage === passage;
    return unknown.filter(isBeside).length <= all.filter(isBeside).length * MOST_SLIPS;
  });
}

/** By house style and by the writer's own words: the same two come with every check of a story. */
const KNOWN = new WeakMap<HouseStyle, WeakMap<readonly string[], ReadonlySet<string>>>();

/** Right, whatever the dictionaries say, as they would write it in small letters. */
function knownWords(style: HouseStyle, ownWords: readonly string[]): ReadonlySet<string> {
  const byWords = KNOWN.get(style) ?? new WeakMap<readonly string[], ReadonlySet<string>>();
  KNOWN.set(style, byWords);
  const before = byWords.get(ownWords);
  if (before) return before;
  const words = [...style.words, ...style.abbreviations, ...ownWords, ...NEWSROOM_WORDS];
  const known = new Set(words.map((word) => dictionaryForm(word).toLowerCase()));
  byWords.set(ownWords, known);
  return known;
}

/** Words that no dictionary has. */
export const SPELLING_RULES: readonly Rule[] = [
  storyRule<SpellableWord>({
    id: 'spelling',
    level: 'warn',
    title: 'Spelling',
    why: 'A word that no dictionary of its language has is mostly a slip. Names, and the words you and the house added, are let be.',
    yields: true,
    gather: (copy, { proofs }) => (proofs === null || NAMES_ONLY.has(copy.kind) ? [] : spellableWords(copy)),
    judge: (sightings, { house: { proofs, style, ownWords } }) => {
      if (!proofs) return [];
      const known = knownWords(style, ownWords);
      const unknown = sightings.filter(({ fact: { form, kin, root, language } }) => {
        if (root !== null && known.has(root)) return false;
        const isMissing = (word: string) => !known.has(word.toLowerCase()) && proofs.isUnknown(language, word);
        // What would make a word right is asked for once the word is known to be in no dictionary, and all of it at once.
        return isMissing(form) && kin.filter(isMissing).length === kin.length;
      });
      const wrong = withoutNames(unknown, sightings);
      // A pull-quote repeats the story: what is wrong there is mended there.
      const inStory = wrong.filter(({ copy }) => copy.kind !== 'pullQuote').map(({ fact }) => fact);
      const forms = new Set(inStory.map(({ form }) => form));
      const roots = new Set<string>();
      const repeated = new Set(
        inStory.flatMap(({ root }) => (root === null ? [] : roots.has(root) ? root : (roots.add(root), []))),
      );
      return wrong
        .filter(({ copy, fact: { form, root } }) => {
          const isName = root !== null && repeated.has(root);
          return !isName && (copy.kind !== 'pullQuote' || !forms.has(form));
        })
        .map(({ copy, fact: { start, end, language } }) => {
          const word = copy.text.slice(start, end);
          const message = `“${word}” is not in the dictionary (${SPELLING_LANGUAGE_NAMES[language]}).`;
          return { copy, start, end, message };
        });
    },
  }),
];
