/** Letters that transliterations exchange: vowels among themselves, and a few consonants. */
const EXCHANGED = ['aeiouy', 'kqc', 'sz', 'uvw', 'gj'];
/** The same at the end of a name, where most other letters make another word. */
const EXCHANGED_LAST = ['iy', 'sz'];
/** One letter apart, and not the same. */
const DISTINCT = new Set(['koran|korean', 'angela|angola', 'christian|christina', 'marina|mariana', 'iranian|iraqian']);

/** Pairs of words that may be one letter apart, found without comparing each with each: both lose a letter and meet. */
export function nearSpellings(words: readonly string[]): [string, string][] {
  const byRest = new Map<string, string[]>();
  const note = (rest: string, word: string) => {
    const sharing = byRest.get(rest);
    if (!sharing) byRest.set(rest, [word]);
    else if (sharing.at(-1) !== word) sharing.push(word);
  };
  for (const word of words) {
    note(word, word);
    // The first letter is the one nobody misses.
    for (let i = 1; i < word.length; i += 1) note(word.slice(0, i) + word.slice(i + 1), word);
  }
  const seen = new Set<string>();
  const pairs: [string, string][] = [];
  for (const sharing of byRest.values()) {
    for (const [i, a] of sharing.entries()) {
      for (const b of sharing.slice(i + 1)) {
        const pair: [string, string] = a < b ? [a, b] : [b, a];
        const name = pair.join('|');
        if (seen.has(name)) continue;
        seen.add(name);
        pairs.push(pair);
      }
    }
  }
  return pairs;
}

/**
 * Whether two capitalised words are likely one name: one letter dropped, doubled, exchanged or swapped inside the word. A
 * difference at the end makes another word (Iran, Iranian; Maria, Marie).
 */
export function isSameName(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  if (short === long || short[0] !== long[0] || DISTINCT.has([short, long].sort().join('|'))) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (long.length === short.length + 1) return isDropped(short, long, at);
  if (long.length !== short.length) return false;
  const rest = short.slice(at + 1);
  const isLast = at >= short.length - 1;
  const pair = [short[at] ?? '', long[at] ?? ''] as const;
  if (isLast) return EXCHANGED_LAST.includes(pair.toSorted().join(''));
  if (rest === long.slice(at + 1)) return isExchanged(...pair);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

/** What transliterations write with two letters or with one: `Abdulhakeem`, `Abdulhakim`. Names that are the same here sound the same. */
export function soundOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/ee|ei|ie/gu, 'i')
    .replace(/oo|ou/gu, 'u')
    .replace(/aa/gu, 'a')
    .replace(/ck/gu, 'k')
    .replace(/(\p{L})\1/gu, '$1');
}

function isDropped(short: string, long: string, at: number): boolean {
  if (at >= short.length || short.slice(at) !== long.slice(at + 1)) return false;
  const letter = long[at] ?? '';
  // Before a final s, i or n the letter may belong to an ending: Afghan(i)s.
  if (at >= short.length - 1 && /[sin]$/.test(long) && letter !== long[at - 1]) return false;
  const isDoubled = letter === long[at - 1] || letter === long[at + 1];
  return isDoubled || /[aeiouyh]/.test(letter) || short.length >= 7;
}

function isExchanged(a: string, b: string): boolean {
  return EXCHANGED.some((letters) => letters.includes(a) && letters.includes(b));
}
