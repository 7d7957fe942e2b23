const OWN_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‐‑.·-]{0,99}$/u;

/** Whether this can be added to a dictionary: one word, which fills one line. */
export function isOwnWord(text: string): boolean {
  return OWN_WORD.test(text);
}
