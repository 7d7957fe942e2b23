/** What ends a line or jumps in one, other than the format's own line break. */
const LINE_ENDS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Controls and non-characters: XML and HTML have no way to hold them. */
const UNFIT = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}-\u{1ffff}]/gu;
/** Half a character: UTF-8 cannot hold one. */
const HALF = /\p{Surrogate}/gu;

/**
 * Text as any document can hold it: on one line, without control characters, half characters replaced by U+FFFD. Every
 * letter, space, joiner and direction mark stays.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, ' ').replace(UNFIT, '').replace(HALF, '\ufffd');
}

/** Whether there is anything to read: spaces and invisible characters alone are nothing. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}\p{Cc}\u2800]*$/u.test(text);
}
