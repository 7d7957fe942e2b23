const LETTERS = Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهوي');
/** Letters that are written for one another: seats of the hamza, endings that sound the same. */
const ALIKE = ['اأإآ', 'ةه', 'ىي', 'وؤ', 'يئ', 'ضظ', 'تط', 'ذزظ', 'سص'];

/**
 * Known Arabic words one slip away from a word, the likeliest first: a letter written for another like it, two letters
 * swapped, one too many, one missing, one wrong.
 */
export function nearWords(word: string, isKnown: (word: string) => boolean): string[] {
  const letters = Array.from(word);
  const near = new Set<string>();
  const replace = (at: number, length: number, ...instead: string[]) =>
    letters.toSpliced(at, length, ...instead).join('');
  const tries = [
    (at: number) => {
      const like = ALIKE.filter((group) => group.includes(letters[at] ?? ' ')).join('');
      return Array.from(like, (letter) => replace(at, 1, letter));
    },
    (at: number) => (at + 1 < letters.length ? [replace(at, 2, letters[at + 1] ?? '', letters[at] ?? '')] : []),
    (at: number) => (at < letters.length ? [replace(at, 1)] : []),
    (at: number) => LETTERS.map((letter) => replace(at, 0, letter)),
    (at: number) => (at < letters.length ? LETTERS.map((letter) => replace(at, 1, letter)) : []),
  ];
  for (const variants of tries) {
    for (let at = 0; at <= letters.length; at += 1) {
      for (const variant of variants(at)) if (variant !== word && isKnown(variant)) near.add(variant);
    }
  }
  return [...near];
}
