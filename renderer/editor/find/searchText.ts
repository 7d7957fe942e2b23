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

/** A text made comparable, with the way back: where each of its UTF-16 units came from. */
interface FoldedText {
  readonly text: string;
  /** Offsets of the character each folded unit stems from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A letter with the marks that sit on it: the smallest thing a hit may begin or end at. */
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gsu;
const MARKS = /[\p{M}\p{Cf}\u0640]/gu;
const PLAIN = /^[\x20-\x7e]*$/;
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

function foldText(text: string, options: SearchOptions): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  if (PLAIN.test(text)) {
    for (let index = 0; index < text.length; index += 1) {
      starts.push(index);
      ends.push(index + 1);
    }
    return { text: options.matchCase ? text : text.toLowerCase(), starts, ends };
  }
  let folded = '';
  for (const match of text.matchAll(CHARACTER)) {
    const character = foldCharacter(match[0], options);
    for (let unit = 0; unit < character.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    folded += character;
  }
  return { text: folded, starts, ends };
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
  const needle = foldText(query, options).text;
  if (needle === '') return () => [];
  return (text) => {
    const folded = foldText(text, options);
    const matches: TextMatch[] = [];
    let at = folded.text.indexOf(needle);
    while (at !== -1) {
      const last = at + needle.length - 1;
      const start = folded.starts[at] ?? 0;
      const end = folded.ends[last] ?? start;
      // Half of an unfolded character (one s of ß) is no hit.
      const isWhole = folded.starts[at - 1] !== start && folded.starts[last + 1] !== folded.starts[last];
      if (isWhole && (!options.wholeWord || isWholeWord(text, start, end))) {
        matches.push({ start, end });
        at = folded.text.indexOf(needle, last + 1);
      } else {
        at = folded.text.indexOf(needle, at + 1);
      }
    }
    return matches;
  };
}

/** Every hit of `query` in `text`; see `makeSearch`. */
export function searchText(text: string, query: string, options: SearchOptions): TextMatch[] {
  return makeSearch(query, options)(text);
}
