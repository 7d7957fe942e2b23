import { readCreditLine, readUnlabelledCredit } from '../media/gluedCredit.ts';
import type { Block, Paragraph } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';
import { cutInlines } from './cutInlines.ts';

/** Longer than this is copy. */
const LONGEST = 600;
/** The same where nothing but names says that a credit follows, and where those names are the story's last words. */
const LONGEST_BEFORE_NAMES = 300;
const LONGEST_AT_END = 160;

/** A caption and the credit that stands under it. */
export interface CreditedCaption {
  readonly caption: readonly Inline[];
  readonly credit: string;
}

/** The credit of a paragraph that is nothing but one; null for any other block. */
export function creditOf(block: Block | undefined): string | null {
  return block?.type === 'paragraph' ? readCreditLine(inlineText(block.content)) : null;
}

/** The same under a picture, where names alone are a credit; `isHead`: where they may as well be the byline. */
export function creditUnderPicture(block: Block | undefined, isHead: boolean): string | null {
  const labelled = creditOf(block);
  if (labelled !== null || block?.type !== 'paragraph') return labelled;
  const read = readUnlabelledCredit(inlineText(block.content));
  return read && (read.isPlain || !isHead) ? read.credit : null;
}

/** A paragraph under a picture and its credit, a name without a label, in the next; a longer paragraph is rather copy that somebody signs. */
export function readNamesBelow(
  block: Paragraph,
  next: Block | undefined,
  { isHead, isLast }: { readonly isHead: boolean; readonly isLast: boolean },
): CreditedCaption | null {
  const credit = creditUnderPicture(next, isHead);
  const { length } = inlineText(block.content).trim();
  return credit !== null && length > 0 && length <= (isLast ? LONGEST_AT_END : LONGEST_BEFORE_NAMES)
    ? { caption: block.content, credit }
    : null;
}

/** A paragraph that may be a caption, with its credit in the next one; null where the next is none. */
export function readCreditBelow(block: Block | undefined, next: Block | undefined): CreditedCaption | null {
  const credit = creditOf(next);
  if (block?.type !== 'paragraph' || credit === null || creditOf(block) !== null) return null;
  return isShort(inlineText(block.content)) ? { caption: block.content, credit } : null;
}

/** A paragraph of one line and a credit in a second; null for any other. */
export function readTwoLines({ content }: Paragraph): CreditedCaption | null {
  const [first = '', second = '', ...more] = inlineText(content).split('\n');
  const credit = more.length === 0 && isShort(first) ? readCreditLine(second) : null;
  return credit === null ? null : { caption: cutInlines(content, 0, first.trimEnd().length), credit };
}

function isShort(text: string): boolean {
  return text.length <= LONGEST && /\p{L}/u.test(text);
}
