import { LinearPattern } from '../../lang/linearPattern/LinearPattern.ts';
import { StetError } from '../../lang/result.ts';
import type { CopyText } from '../CopyText.ts';
import type { Level } from '../finding.ts';

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
  /** Abbreviations that readers know and nobody expands. */
  readonly abbreviations: readonly string[];
  /** Words, names and places the house spells so: never taken for a slip. */
  readonly words: readonly string[];
  readonly entries: readonly StyleEntry[];
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

/** A style file made ready: terms by their first word, patterns compiled so that none can run away. */
export class HouseStyle {
  readonly name: string;
  readonly abbreviations: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly #terms = new Map<string, StyleEntry[]>();
  readonly #patterns: { readonly entry: StyleEntry; readonly pattern: LinearPattern }[] = [];
  readonly #language: string;

  /** Throws StetError `badPattern` if an entry's pattern is not one. */
  constructor(file: HouseStyleFile) {
    this.name = file.name;
    this.abbreviations = new Set(file.abbreviations);
    this.words = new Set(file.words);
    this.#language = file.language;
    for (const entry of file.entries) {
      if (entry.pattern) {
        this.#patterns.push({ entry, pattern: new LinearPattern(entry.term, { ignoreCase: entry.case === 'any' }) });
        continue;
      }
      const first = entry.term.match(FIRST_WORD)?.[0].toLowerCase();
      if (first === undefined) throw new StetError('badStyle', `The style entry “${entry.term}” has no word in it.`);
      const sharing = this.#terms.get(first);
      if (sharing) sharing.push(entry);
      else this.#terms.set(first, [entry]);
    }
  }

  /** Every place of a text that the file has something to say about. */
  find(copy: CopyText): StyleHit[] {
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
    for (const { entry, pattern } of this.#patterns) {
      if (!this.#isFor(entry, copy)) continue;
      for (const { start, end, groups } of pattern.matchAll(copy.text)) {
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
