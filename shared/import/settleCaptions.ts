import { readGluedCredit } from '../media/gluedCredit.ts';
import type { Block, Figure, Paragraph } from '../story/block.ts';
import { newBlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import {
  creditOf,
  creditUnderPicture,
  readCreditBelow,
  readNamesBelow,
  readTwoLines,
  type CreditedCaption,
} from './creditedCaption.ts';
import { cutInlines } from './cutInlines.ts';

/** What became of the captions of a document. */
export interface SettledCaptions {
  readonly blocks: Block[];
  /** How many credits were taken off the ends of captions. */
  readonly credits: number;
  /** How many credits stood on lines of their own under pictures. */
  readonly lines: number;
  /** How many captions got a place for a picture that is not in the document. */
  readonly places: number;
}

/** Where a document's head ends, as the place of a block. */
export interface HeadEnds {
  /** Before the story's first paragraph. */
  readonly head: number;
  /** Where a caption with its credit in a paragraph of its own may begin: nearer, where no dateline tells the first one. */
  readonly captions: number;
}

/**
 * Tells credits from captions they are glued to or stand under, gives captions to the pictures they stand under, and makes
 * a place for the lead picture where only its caption came along.
 */
export function settleCaptions(blocks: readonly Block[], ends: HeadEnds): SettledCaptions {
  let credits = 0;
  let lines = 0;
  let places = 0;
  const settled: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block) break;
    if (block.type === 'figure' && block.credit === '') {
      const split = splitCredit(block);
      if (split) credits += 1;
      settled.push(split ?? block);
      continue;
    }
    const last = settled.at(-1);
    const picture = last?.type === 'figure' ? last : null;
    const credit = picture ? creditUnderPicture(block, at < ends.head) : creditOf(block);
    if (picture?.credit === '' && credit !== null) {
      settled[settled.length - 1] = { ...picture, credit, origin: { ...picture.origin, credit: 'typed' } };
      lines += 1;
      continue;
    }
    const bare = picture?.caption.length === 0 ? picture : null;
    const found =
      block.type === 'paragraph' ? readCaption(block, blocks.slice(at + 1, at + 3), { bare, at, ends }) : null;
    // A picture has one credit: a second would be lost.
    const isSecond = bare !== null && bare.credit !== '' && bare.credit !== found?.credit;
    if (block.type !== 'paragraph' || !found || isSecond) {
      settled.push(block);
      continue;
    }
    if (bare) settled[settled.length - 1] = withWords(bare, found);
    else {
      places += 1;
      settled.push(placeFor(block, found));
    }
    if (found.takesNext) at += 1;
  }
  return { blocks: settled, credits, lines, places };
}

function splitCredit(figure: Figure): Figure | null {
  const text = inlineText(figure.caption);
  const read = readGluedCredit(text);
  if (!read) return null;
  const caption = cutInlines(figure.caption, 0, read.end);
  return { ...figure, caption, credit: read.credit, origin: { ...figure.origin, credit: 'typed' } };
}

interface FoundCaption extends CreditedCaption {
  /** The credit was the paragraph below. */
  readonly takesNext: boolean;
}

/** A paragraph with a credit in or under it: below a picture its caption, above the story the lead picture's. */
function readCaption(
  paragraph: Paragraph,
  [next, afterwards]: readonly Block[],
  { bare, at, ends }: { readonly bare: Figure | null; readonly at: number; readonly ends: HeadEnds },
): FoundCaption | null {
  const apart = readTwoLines(paragraph) ?? (bare || at < ends.head ? readGlued(paragraph, bare === null) : null);
  if (apart) return { ...apart, takesNext: false };
  const labelled = bare || at < ends.captions ? readCreditBelow(paragraph, next) : null;
  const place = { isHead: at < ends.head, isLast: afterwards === undefined };
  const above = labelled ?? (bare && readNamesBelow(paragraph, next, place));
  return above && { ...above, takesNext: true };
}

function readGlued({ content }: Paragraph, isSure: boolean): CreditedCaption | null {
  const read = readGluedCredit(inlineText(content), isSure);
  return read && { caption: cutInlines(content, 0, read.end), credit: read.credit };
}

function withWords(picture: Figure, { caption, credit }: CreditedCaption): Figure {
  const origin = { ...picture.origin, caption: 'typed', credit: 'typed' } as const;
  return { ...picture, caption: [...caption], credit: picture.credit || credit, origin };
}

function placeFor({ content: _content, type: _type, ...base }: Paragraph, words: CreditedCaption): Figure {
  const blank = { type: 'figure', assetId: null, fileName: '', caption: [], credit: '', alt: '', origin: {} } as const;
  return withWords({ ...base, ...blank, caption: [], id: newBlockId() }, words);
}
