import type { TextFormatType } from 'lexical';

/** Words between marks that have just been closed: where they stand in the text and what they become. */
export interface InlineMatch {
  /** Offset of the first mark character. */
  readonly start: number;
  readonly words: string;
  readonly becomes:
    { readonly kind: 'format'; readonly format: TextFormatType } | { readonly kind: 'link'; readonly url: string };
}

interface MarkPattern {
  readonly mark: string;
  readonly format: TextFormatType;
  /** Inside words these characters are ordinary: snake_case stays as it is. */
  readonly onlyBetweenWords: boolean;
}

/** Longer marks first: `**` is not two `*`. */
const MARKS: readonly MarkPattern[] = [
  { mark: '**', format: 'bold', onlyBetweenWords: false },
  { mark: '__', format: 'bold', onlyBetweenWords: true },
  { mark: '~~', format: 'strikethrough', onlyBetweenWords: false },
  { mark: '*', format: 'italic', onlyBetweenWords: false },
  { mark: '_', format: 'italic', onlyBetweenWords: true },
  { mark: '`', format: 'code', onlyBetweenWords: false },
];

/** The characters that may close a mark or a link. */
export const CLOSING_CHARACTERS: ReadonlySet<string> = new Set(['*', '_', '~', '`', ')']);

const LINK = /(?<!!)\[([^[\]]+)\]\(([^()\s]+)\)$/;
const WORD = /[\p{L}\p{N}]/u;

function findMark(text: string, { mark, format, onlyBetweenWords }: MarkPattern): InlineMatch | null {
  if (!text.endsWith(mark)) return null;
  const end = text.length - mark.length;
  const start = text.lastIndexOf(mark, end - 1);
  if (start < 0) return null;
  const words = text.slice(start + mark.length, end);
  const before = text[start - 1] ?? '';
  const [first] = mark;
  // "2 * 3 * 4" is arithmetic, and a mark next to its own character is part of a longer one.
  if (words === '' || words.trim() !== words || before === first || words.startsWith(first ?? '')) return null;
  if (words.endsWith(first ?? '') || (onlyBetweenWords && WORD.test(before))) return null;
  return { start, words, becomes: { kind: 'format', format } };
}

/** What the characters before the caret have just closed, or null. `readUrl` decides which addresses become links. */
export function findInline(text: string, readUrl: (typed: string) => string | null): InlineMatch | null {
  const link = LINK.exec(text);
  if (link) {
    const url = readUrl(link[2] ?? '');
    return url === null ? null : { start: link.index, words: link[1] ?? '', becomes: { kind: 'link', url } };
  }
  for (const pattern of MARKS) {
    const match = findMark(text, pattern);
    if (match) return match;
    if (text.endsWith(pattern.mark)) return null;
  }
  return null;
}
