import type { Code } from './codeFile.ts';
import { fillTemplate } from './fillTemplate.ts';
import { codeKey } from './parseCodes.ts';

/** A code at the end of what was typed, and what it stands for. */
export interface TypedCode {
  /** Offset of its first backslash. */
  readonly start: number;
  /** May be a template: see fillTemplate. */
  readonly text: string;
}

/** `\may1\`, or `\may1#2\` for the second of its texts. */
const TYPED = /\\([^\s\\#]{1,60})(?:#(\d{1,2}))?\\$/u;

/** The codes of a library, ready to be looked up while somebody types. */
export class CodeList {
  readonly #codes: ReadonlyMap<string, Code>;

  constructor(codes: readonly Code[]) {
    this.#codes = new Map(codes.map((code) => [codeKey(code.code), code]));
  }

  /** The known code that the last character of `before` has just closed; null where there is none, or no such text. */
  typedAtEnd(before: string): TypedCode | null {
    if (!before.endsWith('\\')) return null;
    const match = TYPED.exec(before);
    if (!match) return null;
    const code = this.#codes.get(codeKey(match[1] ?? ''));
    const text = code?.texts[match[2] === undefined ? 0 : Number(match[2]) - 1];
    return text === undefined || text === '' ? null : { start: match.index, text };
  }

  /** The same in an input: its words with the code before the caret replaced, and where the caret goes. */
  replaceAt(words: string, caret: number | null): { readonly words: string; readonly caret: number } | null {
    if (caret === null) return null;
    const typed = this.typedAtEnd(words.slice(0, caret));
    if (!typed) return null;
    const filled = fillTemplate(typed.text, {});
    const before = words.slice(0, typed.start);
    return { words: before + filled.text + words.slice(caret), caret: typed.start + filled.caret };
  }
}
