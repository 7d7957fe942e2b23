/** The language a tag (BCP 47) begins with, where that is one of two letters: `ar` of `ar-EG`; empty for any other. */
export function baseLanguage(tag: string): string {
  return /^\p{L}{2}(?!\p{L})/u.exec(tag)?.[0].toLowerCase() ?? '';
}
