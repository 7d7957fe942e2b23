/** How a search compares: every option off means plain words, whatever their case and accents. */
export interface SearchOptions {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** Accents, vowel signs, joiners and typographic quotes do not count. */
  readonly ignoreMarks: boolean;
}

/** A hit as UTF-16 offsets into the text that was searched; `end` is exclusive. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
}

/** Where each UTF-16 unit of a folded text came from. */
interface Origins {
  /** Offsets of the character each folded unit stems from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const MARK = /^\p{M}$/u;
const MARKS = /[\p{M}\p{Cf}\u0640]/gu;
const WORD_END = /[\p{L}\p{N}_][\p{M}\p{Cf}]*$/u;
const WORD_START = /^[\p{Cf}]*[\p{L}\p{N}_]/u;

/** Letters that readers of Arabic, Persian and Urdu take for the same, and quotes and spaces that differ in print only. */
const SAME: Readonly<Record<string, string>> = {
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
};

/** One character (a letter and its marks) as it is compared; may be empty or longer than it was. */
function foldCharacter(character: string, options: SearchOptions): string {
  let folded = character.normalize('NFC');
  if (options.ignoreMarks) {
    folded = SAME[folded] ?? folded;
    folded = folded.normalize('NFKD').replace(MARKS, '');
    folded = folded.replace(/./gsu, (letter) => SAME[letter] ?? letter);
    if (/^\s$/u.test(folded) && folded !== '\n') folded = ' ';
  }
  // Up, then down: ß meets SS, and both sigmas meet.
  if (!options.matchCase) folded = folded.toUpperCase().toLowerCase();
  return folded;
}

const isMarkByCode = new Map<number, boolean>();

function isMark(code: number): boolean {
  // Nothing below the first combining mark is one.
  if (code < 0x300) return false;
  let known = isMarkByCode.get(code);
  if (known === undefined) {
    known = MARK.test(String.fromCodePoint(code));
    isMarkByCode.set(code, known);
  }
  return known;
}

/** Where the character that begins at `start` ends: a letter with the marks that sit on it, or marks that sit on nothing. */
function characterEnd(text: string, start: number): number {
  let at = start;
  do at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  while (at < text.length && isMark(text.codePointAt(at) ?? 0));
  return at;
}

/** Makes texts comparable under one set of options. A story has few different letters: each is looked at once. */
class Folding {
  static readonly #known = new Map<string, Folding>();
  readonly #letters = new Map<number, string>();

  private constructor(private readonly options: SearchOptions) {}

  static of(options: SearchOptions): Folding {
    const name = `${options.matchCase} ${options.ignoreMarks}`;
    let folding = Folding.#known.get(name);
    if (!folding) {
      folding = new Folding(options);
      Folding.#known.set(name, folding);
    }
    return folding;
  }

  fold(text: string): string {
    let folded = '';
    for (let at = 0; at < text.length;) {
      const end = characterEnd(text, at);
      folded += this.#foldAt(text, at, end);
      at = end;
    }
    return folded;
  }

  /** The way back from `fold(text)`. Asked for texts with a hit only: there are few of them. */
  origins(text: string): Origins {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let at = 0; at < text.length;) {
      const end = characterEnd(text, at);
      for (let unit = this.#foldAt(text, at, end).length; unit > 0; unit -= 1) {
        starts.push(at);
        ends.push(end);
      }
      at = end;
    }
    return { starts, ends };
  }

  #foldAt(text: string, start: number, end: number): string {
    if (end - start > 1) return foldCharacter(text.slice(start, end), this.options);
    const code = text.charCodeAt(start);
    let folded = this.#letters.get(code);
    if (folded === undefined) {
      folded = foldCharacter(text.charAt(start), this.options);
      this.#letters.set(code, folded);
    }
    return folded;
  }
}

function isWholeWord(text: string, start: number, end: number): boolean {
  const hit = text.slice(start, end);
  const runsOnBefore = WORD_START.test(hit) && WORD_END.test(text.slice(Math.max(0, start - 8), start));
  const runsOnAfter = WORD_END.test(hit) && WORD_START.test(text.slice(end, end + 8));
  return !runsOnBefore && !runsOnAfter;
}

/**
 * A search made ready once and run over many texts. Answers every hit, first to last, none overlapping another.
 * Hits never cut a character in two: an accent always goes with its letter. An empty query has no hits.
 */
export function makeSearch(query: string, options: SearchOptions): (text: string) => TextMatch[] {
  const folding = Folding.of(options);
  const needle = folding.fold(query);
  if (needle === '') return () => [];
  return (text) => {
    const folded = folding.fold(text);
    let at = folded.indexOf(needle);
    if (at === -1) return [];
    const { starts, ends } = folding.origins(text);
    const matches: TextMatch[] = [];
    while (at !== -1) {
      const last = at + needle.length - 1;
      const start = starts[at] ?? 0;
      const end = ends[last] ?? start;
      // Half of an unfolded character (one s of ß) is no hit.
      const isWhole = starts[at - 1] !== start && starts[last + 1] !== starts[last];
      if (isWhole && (!options.wholeWord || isWholeWord(text, start, end))) {
        matches.push({ start, end });
        at = folded.indexOf(needle, last + 1);
      } else {
        at = folded.indexOf(needle, at + 1);
      }
    }
    return matches;
  };
}

/** Every hit of `query` in `text`; see `makeSearch`. */
export function searchText(text: string, query: string, options: SearchOptions): TextMatch[] {
  return makeSearch(query, options)(text);
}
