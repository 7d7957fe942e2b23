import type { TextBlockKind } from '../blocks/convertBlocks.ts';

/** What a line becomes when its first characters are typed and followed by a space. */
export type BlockShortcut =
  | { readonly kind: 'text'; readonly block: TextBlockKind }
  | { readonly kind: 'list'; readonly list: 'bullet' | 'number'; readonly start: number };

/** The shortcut these characters at the start of a line stand for, without the space after them; null for none. */
export function findBlockShortcut(typed: string): BlockShortcut | null {
  // The headline is level 1 and not in the body, so one mark is the highest heading there is.
  if (typed === '#') return { kind: 'text', block: 'heading2' };
  if (typed === '##' || typed === '###') return { kind: 'text', block: 'heading3' };
  if (typed === '>') return { kind: 'text', block: 'quote' };
  if (typed === '-' || typed === '*' || typed === '+') return { kind: 'list', list: 'bullet', start: 1 };
  const number = /^(\d{1,3})[.)]$/.exec(typed);
  return number ? { kind: 'list', list: 'number', start: Number(number[1]) } : null;
}

/** Whether a line of its own is a separator. */
export function isSeparatorLine(text: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,}|(?:\* ){2}\*)$/.test(text.trim());
}
