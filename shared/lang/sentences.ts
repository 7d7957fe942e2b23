/** A stretch of a text, in UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A full stop after one of these ends no sentence (unless the text ends there). */
const SHORTENED =
  /(?:^|[\s(“"‘'[—–-])(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|Rev|Fr|Sgt|Cpl|Capt|Lt|Col|Gen|Maj|Adm|Gov|Sen|Rep|Hon|Pres|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|v|etc|approx|est|ca|cf|Inc|Ltd|Co|Corp|Bros|Mt|Ft|e\.g|i\.e|p|pp|\p{Lu})$/u;
/** Initials and the like: U.S., D.C., J. K. */
const INITIALS = /(?:\p{L}\.)+\p{L}$/u;
const STOP = /([.!?…؟۔।]+)(["'”’»)\]]*)(\s+|$)/gu;

/** The sentences of a text in order, white space at their ends left out. Errs towards too long. */
export function splitSentences(text: string): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  const push = (end: number) => {
    const from = start + (/^\s*/u.exec(text.slice(start, end))?.[0].length ?? 0);
    const to = from + text.slice(from, end).trimEnd().length;
    if (to > from) sentences.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    const next = text.slice(end).match(/^["'“‘«([]*(.)/u)?.[1] ?? '';
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const isShortened = match[1] === '.' && match[2] === '' && (SHORTENED.test(before) || INITIALS.test(before));
    // “Stop!” she said: a small letter goes on with the sentence.
    const goesOn = next !== '' && next === next.toLowerCase() && next !== next.toUpperCase();
    if (end < text.length && (isShortened || goesOn)) continue;
    push(end);
  }
  push(text.length);
  return sentences;
}
