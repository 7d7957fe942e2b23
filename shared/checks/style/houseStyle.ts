import { LinearPattern } from '../../lang/linearPattern/LinearPattern.ts';
import { StetError } from '../../lang/result.ts';
import type { PictureProfile } from '../../media/pictureProfile.ts';
import type { CopyText } from '../CopyText.ts';
import type { Level } from '../finding.ts';
import type { Gate } from './gates.ts';
import type { RequiredFields } from './requiredFields.ts';
import { StyleWork } from './StyleWork.ts';

/** One line of a style file. */
export interface StyleEntry {
  /** What is looked for, as whole words; with `pattern: true` a regular expression (see LinearPattern for what it may use). */
  readonly term: string;
  /** What to write instead; `$1` … `$9` are a pattern's groups. Left out: the entry only asks. */
  readonly preferred?: string | undefined;
  readonly why?: string | undefined;
  readonly level: Level;
  /** `exact`: only as spelt here; `any`: in any case. */
  readonly case: 'exact' | 'any';
  /** BCP 47 prefix the entry is for; left out: the file's. */
  readonly language?: string | undefined;
  readonly pattern: boolean;
}

/** A house's style file as it is read, all defaults filled in. */
export interface HouseStyleFile {
  readonly name: string;
  /** What entries are for unless they say otherwise; `*` for any language. */
  readonly language: string;
  /** Whether the starter style's entries and abbreviations hold beside the file's own. */
  readonly starter: boolean;
  readonly gate: Gate;
  /** Rules by id turned off, raised or lowered. */
  readonly rules: Readonly<Record<string, Level | 'off'>>;
  /** Abbreviations that readers know and nobody expands. */
  readonly abbreviations: readonly string[];
  /** Words, names and places the house spells so: never taken for a slip. */
  readonly words: readonly string[];
  /** People and places in full, as the house spells them; a capitalised word one letter away from one is reported. */
  readonly names: readonly string[];
  readonly entries: readonly StyleEntry[];
  /** What a story must have before it leaves. */
  readonly required: RequiredFields;
  /** What the Story tab offers for categories and topics. */
  readonly categories: readonly VocabularyTerm[];
  readonly topics: readonly VocabularyTerm[];
  /** How pictures go out. */
  readonly pictures: PictureProfile;
}

/** A category or topic of the house's, and what else it is called: in other languages, for short. */
export interface VocabularyTerm {
  readonly name: string;
  readonly also: readonly string[];
}

/** A term of the style file found in a text. */
export interface StyleHit {
  readonly start: number;
  readonly end: number;
  readonly preferred: string | null;
  readonly why: string | null;
  readonly level: Level;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}\p{M}]/u;
const FIRST_WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NAME_WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** Steps patterns may take in one text: some for any text, more for each of its characters. Honest ones need a tenth. */
const WORK = 300_000;
const WORK_PER_CHARACTER = 500;
const MOST_WORK = 10_000_000;
/** How many times its share of a text one pattern may take. */
const SHARES = 4;

/** A style file made ready: terms by their first word, patterns compiled so that none can run away. */
export class HouseStyle {
  readonly name: string;
  readonly gate: Gate;
  readonly rules: HouseStyleFile['rules'];
  readonly required: RequiredFields;
  readonly abbreviations: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** The single words of the house's names, five letters or more. */
  readonly nameWords: ReadonlySet<string>;
  readonly #terms = new Map<string, StyleEntry[]>();
  readonly #patterns: { readonly entry: StyleEntry; readonly pattern: LinearPattern }[] = [];
  readonly #language: string;

  /** `base` holds beside a file that asks for it. Throws StetError `badStyle` or `badPattern`, as `checkEntry` does. */
  constructor(file: HouseStyleFile, base?: HouseStyleFile) {
    const below = file.starter ? base : undefined;
    this.name = file.name;
    this.gate = file.gate;
    this.rules = file.rules;
    this.required = file.required;
    this.abbreviations = new Set([...(below?.abbreviations ?? []), ...file.abbreviations]);
    const names = file.names.flatMap((name) => name.match(NAME_WORD) ?? []);
    this.words = new Set([...file.words, ...names]);
    this.nameWords = new Set(names.filter((name) => name.length >= 5 && /^\p{Lu}/u.test(name)));
    this.#language = file.language;
    const own = new Set(file.entries.map(({ term }) => term.toLowerCase()));
    const entries = [...(below?.entries ?? []).filter(({ term }) => !own.has(term.toLowerCase())), ...file.entries];
    for (const entry of entries) this.#add(entry);
  }

  /** Throws StetError `badPattern` if the entry's pattern is not one, `badStyle` if its term has no word in it. */
  static checkEntry(entry: StyleEntry): void {
    if (entry.pattern) compile(entry);
    else firstWord(entry);
  }

  #add(entry: StyleEntry): void {
    if (entry.pattern) {
      this.#patterns.push({ entry, pattern: compile(entry) });
      return;
    }
    const first = firstWord(entry);
    const sharing = this.#terms.get(first);
    if (sharing) sharing.push(entry);
    else this.#terms.set(first, [entry]);
  }

  /** Every place of a text that the file has something to say about; `spent` is what its patterns took in the story so far. */
  find(copy: CopyText, spent = new StyleWork()): StyleHit[] {
    const hits: StyleHit[] = [];
    if (this.#terms.size > 0) {
      for (const word of copy.text.matchAll(FIRST_WORD)) {
        for (const entry of this.#terms.get(word[0].toLowerCase()) ?? []) {
          const start = word.index - entry.term.search(/[\p{L}\p{N}\p{M}]/u);
          const end = start + entry.term.length;
          if (this.#isFor(entry, copy) && isTermAt(copy.text, start, entry)) {
            addHit(hits, entry, copy.text, start, end, entry.preferred);
          }
        }
      }
    }
    // All patterns of the file share what a text is worth: a thousand slow ones take no longer than one.
    let work = Math.min(WORK + copy.text.length * WORK_PER_CHARACTER, MOST_WORK);
    const share = (work / this.#patterns.length) * SHARES;
    spent.begin(copy.key);
    for (const { entry, pattern } of this.#patterns) {
      if (work <= 0) break;
      if (spent.isOff(entry.term) || !this.#isFor(entry, copy)) continue;
      const matches = pattern.matchAll(copy.text, Math.min(work, share));
      work -= pattern.work;
      spent.add(copy.key, entry.term, pattern.work);
      for (const { start, end, groups } of matches) {
        const preferred = entry.preferred?.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? '');
        addHit(hits, entry, copy.text, start, end, preferred);
      }
    }
    return hits;
  }

  #isFor(entry: StyleEntry, copy: CopyText): boolean {
    const language = (entry.language ?? this.#language).toLowerCase();
    if (language === '*') return true;
    if (language === 'en' && !copy.isEnglish) return false;
    const tag = copy.language.toLowerCase();
    return tag === language || tag.startsWith(`${language}-`);
  }
}

function compile({ term, case: sensitivity }: StyleEntry): LinearPattern {
  return new LinearPattern(term, { ignoreCase: sensitivity === 'any' });
}

function firstWord({ term }: StyleEntry): string {
  const first = term.match(FIRST_WORD)?.[0].toLowerCase();
  if (first === undefined) throw new StetError('badStyle', `The style entry “${term}” has no word in it.`);
  return first;
}

function isTermAt(text: string, start: number, { term, case: sensitivity }: StyleEntry): boolean {
  if (start < 0) return false;
  const end = start + term.length;
  const there = plainSpelling(text.slice(start, end));
  const wanted = plainSpelling(term);
  if (sensitivity === 'exact' ? there !== wanted : there.toLowerCase() !== wanted.toLowerCase()) return false;
  const isInWord = LETTER_OR_DIGIT.test(text.slice(start - 1, start)) || LETTER_OR_DIGIT.test(text.slice(end, end + 1));
  return !isInWord;
}

/** One space for any white space, one apostrophe, one hyphen: what a term may be printed with. */
function plainSpelling(text: string): string {
  return text.replace(/\s/gu, ' ').replace(/[‘’ʼ]/gu, "'").replace(/[‐‑]/gu, '-');
}

function addHit(
  hits: StyleHit[],
  entry: StyleEntry,
  text: string,
  start: number,
  end: number,
  preferred?: string,
): void {
  const found = text.slice(start, end);
  const written = preferred === undefined ? null : matchFirstCase(found, preferred);
  if (written !== null && (found === written || isInside(text, start, end, written))) return;
  hits.push({ start, end, preferred: written, why: entry.why ?? null, level: entry.level });
}

/** Whether the preferred form already stands around the place: “Navy SEALs” where “SEALs” was found. */
function isInside(text: string, start: number, end: number, preferred: string): boolean {
  for (let at = text.indexOf(preferred, Math.max(0, end - preferred.length)); at >= 0 && at <= start;) {
    if (at + preferred.length >= end) return true;
    at = text.indexOf(preferred, at + 1);
  }
  return false;
}

/** Keeps the capital of a term that began a sentence. */
function matchFirstCase(found: string, preferred: string): string {
  const [first = ''] = found;
  const isUpper = first !== first.toLowerCase() && found.slice(1) === found.slice(1).toLowerCase();
  const [lead = ''] = preferred;
  return isUpper && lead === lead.toLowerCase() ? lead.toUpperCase() + preferred.slice(lead.length) : preferred;
}
