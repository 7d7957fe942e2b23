/** Words and what stood on both sides of them. */
export interface RememberedWords {
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** How many letters beside the words tell them from the same words elsewhere. */
const TELLING = 8;
/** Words of this length stand twice in no story by chance. */
const LONG = 24;

/** How many letters two texts have in common at their ends. */
function commonEnd(one: string, other: string): number {
  let size = 0;
  while (size < one.length && size < other.length && one.at(-1 - size) === other.at(-1 - size)) size += 1;
  return size;
}

function commonStart(one: string, other: string): number {
  let size = 0;
  while (size < one.length && size < other.length && one[size] === other[size]) size += 1;
  return size;
}

/** Where the words begin in each of the texts they stand in. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/**
 * Where in a text remembered words stand unmistakably; null where they do not stand, stand more than once with nothing to tell
 * which, or have nothing around them any more that they are known by.
 */
export function findWords(text: string, { words, before, after }: RememberedWords): number | null {
  if (words === '') return null;
  const scored = occurrences(text, words).map((start) => ({
    start,
    common: commonEnd(text.slice(0, start), before) + commonStart(text.slice(start + words.length), after),
  }));
  const most = Math.max(0, ...scored.map(({ common }) => common));
  const best = scored.filter(({ common }) => common === most);
  const [only] = best;
  if (!only || best.length > 1) return null;
  const isTold = words.length >= LONG || most >= Math.min(TELLING, before.length + after.length);
  return isTold ? only.start : null;
}
