/**
 * How well `query` fits `text`: higher is better, null is not at all. Every letter has to be there in order; the start of a
 * word and letters side by side count for more. Case and accents do not matter.
 */
export function fuzzyScore(query: string, text: string): number | null {
  const wanted = fold(query).replace(/\s+/g, '');
  const letters = fold(text);
  if (wanted === '') return 0;
  const direct = letters.indexOf(fold(query).trim());
  if (direct !== -1) return 1000 - direct + (isWordStart(letters, direct) ? 500 : 0) - letters.length / 100;
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = letters.indexOf(letter, at + 1);
    if (next === -1) return null;
    if (next === at + 1) score += 5;
    if (isWordStart(letters, next)) score += 8;
    score -= next - at - 1;
    at = next;
  }
  return score - letters.length / 100;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
}
