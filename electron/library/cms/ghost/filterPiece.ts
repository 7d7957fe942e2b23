/** The longest word of a text, to look for by Ghost’s filters, which cannot hold every character; null where there is none. */
export function filterPiece(text: string): string | null {
  const runs = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ([run]) => run);
  return runs.toSorted((one, other) => other.length - one.length)[0] || null;
}
