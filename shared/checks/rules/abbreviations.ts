import { isBody, type CopyText } from '../CopyText.ts';
import { storyRule, type House, type Rule, type Sighting, type StorySpot } from '../rule.ts';

interface Abbreviation {
  readonly letters: string;
  readonly start: number;
  readonly end: number;
  readonly isExpansion: boolean;
  /** Told what it is, without its full name: `ABC, an offshoot of …`. */
  readonly isExplained: boolean;
}

const LETTERS = /(?<![\p{L}\p{N}.&/@#-])\p{Lu}[\p{Lu}\p{Nd}]*(?:[-‑&]\p{Lu}[\p{Lu}\p{Nd}]*)*(?=s?(?![\p{L}\p{N}]))/gu;
const ROMAN = /^[IVXLCDM]+$/;
/** Left to be filled in: the rule about placeholders speaks of these. */
const PLACEHOLDER = /^(?:(?:TK)+|TBC|TBD|TBA|FIXME|TODO|CQ)$/;
/** `Long Name (ABC)`, `Long Name, or ABC`, `known as ABC`. */
const LONG_BEFORE =
  /\p{L}[\p{L}\p{M}'’.-]*(?:\s+[\p{L}\p{M}'’.&-]+)+(?:\s*\(\s*["“]?|,?\s+(?:also\s+)?(?:or|known as|called|abbreviated (?:as|to))(?:\s+(?:the|by its initials|simply))*\s+)$/u;
/** How a text before letters ends that may have told them in full: looked for first, it is cheap. */
const MAY_BE_LONG = /(?:\(\s*["“]?|\b(?:or|as|called|to|the|initials|simply)\s+)$/;
/** `ABC (Long Name)`, `ABC, or Long Name`. */
const LONG_BEHIND = /^s?\s*\((?:the\s+)?\p{Lu}\p{Ll}+(?:[\s-]+[\p{L}'’&-]+)+[^)]*\)/u;

/** `ABC, an offshoot of …`, `ABC, the armed wing of …`: what belongs beside the full name. */
const TOLD_BEHIND =
  /^s?,\s+(?:an?|the)\s+(?:[\p{L}-]+\s+)?(?:offshoot|branch|affiliate|arm|wing|faction|splinter(?:\s+group)?|abbreviation|acronym|short form)\s+(?:of|for)\b/u;

/** By text: four rules ask for the same. */
const FOUND = new WeakMap<CopyText, { readonly style: House['style']; readonly found: readonly Abbreviation[] }>();

function gatherAbbreviations(copy: CopyText, { style }: House): readonly Abbreviation[] {
  const before = FOUND.get(copy);
  if (before?.style === style) return before.found;
  const found = findAbbreviations(copy, style);
  FOUND.set(copy, { style, found });
  return found;
}

function findAbbreviations(copy: CopyText, style: House['style']): Abbreviation[] {
  if (!copy.isEnglish || !(isBody(copy) || copy.kind === 'deck')) return [];
  const found: Abbreviation[] = [];
  for (const match of copy.text.matchAll(LETTERS)) {
    const [letters] = match;
    const end = match.index + letters.length;
    const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
    if (capitals < 2 || capitals > 7 || ROMAN.test(letters) || PLACEHOLDER.test(letters)) continue;
    if (style.abbreviations.has(letters) || style.words.has(letters) || style.abbreviations.has(`${letters}s`))
      continue;
    const before = copy.text.slice(Math.max(0, match.index - 160), match.index);
    const after = copy.text.slice(end, end + 160);
    const isExpansion =
      LONG_BEHIND.test(after) ||
      (MAY_BE_LONG.test(before) && LONG_BEFORE.test(before) && isLongForm(before, letters, after));
    found.push({ letters, start: match.index, end, isExpansion, isExplained: TOLD_BEHIND.test(after) });
  }
  return found.length > 0 && isShouting(copy.text) ? [] : found;
}

/** Words in brackets behind a name expand it only if they are all there is in the brackets, or begin them. */
function isLongForm(before: string, letters: string, after: string): boolean {
  if (!/\(\s*["“]?$/u.test(before)) return true;
  const initial = letters.charAt(0).toLowerCase();
  const isAlone = /^s?["”]?\s*(?:\)|[,;])/u.test(after);
  return isAlone && (new RegExp(`(?:^|[\\s-])${initial}`, 'iu').test(before) || endsLikeName(before, letters));
}

/** Whether the letters end as the name before them does: Hydrographic Office (UKHO). */
function endsLikeName(before: string, letters: string): boolean {
  const [name = ''] = /(?:\p{Lu}[\p{L}’'-]*\s+){2,}\(\s*["“]?$/u.exec(before) ?? [];
  const initials = (name.match(/(?<!\p{L})\p{Lu}/gu) ?? []).slice(-2).join('');
  return initials !== '' && letters.endsWith(initials);
}

function isShouting(text: string): boolean {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals > small;
}

/** The capitalised words of the story whose initials these letters are, if there are some. */
function longFormOf(letters: string, texts: readonly CopyText[]): string | null {
  const initials = Array.from(letters.replace(/[^\p{Lu}]/gu, ''));
  // Between the words that count, small ones may stand: Center for Strategic and International Studies.
  const between = '(?:[\\s-]+(?:of|for|and|the|e|de|du|al|in|on))*[\\s-]+';
  const pattern = new RegExp(
    `(?<![\\p{L}-])${initials.map((letter) => `${letter}\\p{Ll}+`).join(between)}(?!\\p{L})`,
    'u',
  );
  for (const copy of texts) {
    const match = isBody(copy) ? pattern.exec(copy.text) : null;
    if (match) return match[0];
  }
  return null;
}

function spot({ copy, fact }: Sighting<Abbreviation>, message: string): StorySpot {
  return { copy, start: fact.start, end: fact.end, message };
}

type Uses = ReadonlyMap<string, readonly Sighting<Abbreviation>[]>;

function usesOf(sightings: readonly Sighting<Abbreviation>[]): Uses {
  const uses = new Map<string, Sighting<Abbreviation>[]>();
  for (const sighting of sightings) {
    const known = uses.get(sighting.fact.letters);
    if (known) known.push(sighting);
    else uses.set(sighting.fact.letters, [sighting]);
  }
  return uses;
}

/** Abbreviations, told in full once: at their first use. */
export const ABBREVIATION_RULES: readonly Rule[] = [
  storyRule<Abbreviation>({
    id: 'abbreviation-unexpanded',
    level: 'note',
    title: 'Abbreviation never told in full',
    why: 'Readers who do not know the letters are lost from there on.',
    gather: gatherAbbreviations,
    judge: (sightings, { texts }) =>
      [...usesOf(sightings)].flatMap(([letters, all]) => {
        const [first] = all;
        if (!first || all.some(({ fact }) => fact.isExpansion)) return [];
        const long = longFormOf(letters, texts);
        const hint = long === null ? '' : ` “${long}” may be it.`;
        return [spot(first, `“${letters}” is never told in full.${hint}`)];
      }),
  }),
  storyRule<Abbreviation>({
    id: 'abbreviation-late',
    level: 'note',
    title: 'Abbreviation told in full too late',
    why: 'The full name belongs to the first use.',
    gather: gatherAbbreviations,
    judge: (sightings) =>
      [...usesOf(sightings)].flatMap(([letters, all]) => {
        const [first] = all;
        if (!first || first.fact.isExpansion || !all.some(({ fact }) => fact.isExpansion)) return [];
        return [spot(first, `“${letters}” is used here and told in full only later.`)];
      }),
  }),
  storyRule<Abbreviation>({
    id: 'abbreviation-twice',
    level: 'note',
    title: 'Abbreviation told in full twice',
    why: 'Once told, the letters will do.',
    gather: gatherAbbreviations,
    judge: (sightings) =>
      [...usesOf(sightings)].flatMap(([letters, all]) => {
        const first = all.findIndex(({ fact }) => fact.isExpansion);
        return all
          .slice(first + 1)
          .filter(({ fact }) => first >= 0 && (fact.isExpansion || fact.isExplained))
          .map((again) =>
            spot(
              again,
              again.fact.isExpansion
                ? `“${letters}” was told in full before.`
                : `“${letters}” was told in full before, and is explained here again.`,
            ),
          );
      }),
  }),
  storyRule<Abbreviation>({
    id: 'abbreviation-spelling',
    level: 'warn',
    title: 'Abbreviation written two ways',
    why: 'IS-KP and ISKP are one thing: write it one way.',
    gather: gatherAbbreviations,
    judge: (sightings) => {
      const forms = new Map<string, Map<string, Sighting<Abbreviation>[]>>();
      for (const [letters, all] of usesOf(sightings)) {
        const bare = letters.replace(/[^\p{L}\p{N}]/gu, '');
        forms.set(bare, (forms.get(bare) ?? new Map<string, Sighting<Abbreviation>[]>()).set(letters, [...all]));
      }
      return [...forms.values()].flatMap((spellings) => {
        const [usual, ...odd] = [...spellings].sort((a, b) => b[1].length - a[1].length);
        return odd.flatMap(([letters, all]) =>
          all.map((use) => spot(use, `“${letters}” is written “${usual?.[0] ?? ''}” elsewhere.`)),
        );
      });
    },
  }),
];
