import { readCreditLine } from '../media/gluedCredit.ts';
import type { Block, Paragraph } from '../story/block.ts';
import type { Inline } from '../story/inline.ts';
import { inlineText } from '../story/plainText.ts';
import { cutInlines } from './cutInlines.ts';

/** Longer than this is copy. */
const LONGEST = 600;

/** A caption and the credit that stands under it. */
export interface CreditedCaption {
  readonly caption: readonly Inline[];
  readonly credit: string;
}

/** The credit of a paragraph that is nothing but one; null for any other block. */
export function creditOf(block: Block | undefined): string | null {
  return block?.type === 'paragraph' ? readCreditLine(inlineText(block.content)) : null;
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
