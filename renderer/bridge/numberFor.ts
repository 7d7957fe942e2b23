/** A number that is always the same for a text, and hardly ever that of another: good enough for a library in memory. */
export function numberFor(text: string): number {
  let value = 7;
  for (const character of text) value = (Math.imul(value, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return value;
}
