/** A name that is being typed after an @. */
export interface Mention {
  /** Where the @ stands. */
  readonly start: number;
  readonly typed: string;
}

/** Longest name looked for, in letters. */
const LONGEST = 40;

/** The mention the caret is in; null where it is in none. */
export function mentionAt(text: string, caret: number): Mention | null {
  const match = /(?:^|[\s(])@([\p{L}\p{M}.'’ -]*)$/u.exec(text.slice(Math.max(0, caret - LONGEST), caret));
  const typed = match?.[1];
  return typed === undefined ? null : { start: caret - typed.length - 1, typed };
}

/** The names one of whose words begins as typed; none once a whole name stands there. */
export function namesFor({ typed }: Mention, names: readonly string[]): string[] {
  const wanted = typed.toLocaleLowerCase();
  return names.filter((name) => {
    const folded = name.toLocaleLowerCase();
    return (
      folded !== wanted.trimEnd() &&
      (folded.startsWith(wanted) || folded.split(' ').some((word) => word.startsWith(wanted)))
    );
  });
}

/** The text with the mention spelt out, and where the caret goes. */
export function completeMention(
  text: string,
  { start, typed }: Mention,
  name: string,
): { text: string; caret: number } {
  const words = `@${name} `;
  const after = text.slice(start + 1 + typed.length).replace(/^ /, '');
  return {
    text: text.slice(0, start) + words + after,
    caret: start + words.length,
  };
}
