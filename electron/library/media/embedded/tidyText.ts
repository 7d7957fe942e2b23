/** Longer captions are cut: nobody wrote them. */
const MAX_CHARACTERS = 20_000;

/**
 * Embedded text as it goes into a story: one kind of line end, no control characters, no lone halves of characters, no
 * space around it. Undefined for nothing; the marks that order right-to-left text stay.
 */
export function tidyText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const tidy = text
    .slice(0, MAX_CHARACTERS)
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/\r\n?|\u2028|\u2029/g, '\n')
    // Fixed-width fields are padded with NUL; other control characters never belonged to the text.
    .replaceAll(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff]/g, '')
    .trim();
  return tidy || undefined;
}
