/** Controls a terminal acts on: a story's words must not move the cursor, rename the window or hide what is printed. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const CONTROLS_WITHIN_LINES = /(?![\t\n])[\p{Cc}\u2028\u2029]/gu;
/** Embeddings, overrides and isolates: unbalanced, they would turn around what is printed after them. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Text of several lines for a terminal: each control other than tab and line end becomes `�`. */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS_WITHIN_LINES, '\ufffd');
}

/** A text of the user's within one line of ours: no controls, spaces single, and none that turns the line around. */
export function visibleLine(text: string): string {
  return text.replace(DIRECTION_CONTROLS, '').replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
}

/** Keeps right-to-left text from reordering what stands beside it (UAX #9, isolates); other text is left as it is. */
export function isolate(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
}
