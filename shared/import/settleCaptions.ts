import { readGluedCredit } from '../media/gluedCredit.ts';
import type { Block, Figure } from '../story/block.ts';
import { newBlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import { cutInlines } from './cutInlines.ts';

/** What became of the captions of a document. */
export interface SettledCaptions {
  readonly blocks: Block[];
  /** How many credits were taken off the ends of captions. */
  readonly credits: number;
  /** How many captions got a place for a picture that is not in the document. */
  readonly places: number;
}

/**
 * Tells credits from captions they are glued to, gives captions to the pictures they stand under, and makes a place for the
 * lead picture where only its caption came along. `headEnd`: how many blocks stand before the story's first paragraph.
 */
export function settleCaptions(blocks: readonly Block[], headEnd: number): SettledCaptions {
  let credits = 0;
  let places = 0;
  const settled: Block[] = [];
  blocks.forEach((block, index) => {
    if (block.type === 'figure' && block.credit === '') {
      const split = splitCredit(block);
      if (split) credits += 1;
      settled.push(split ?? block);
      return;
    }
    const last = settled.at(-1);
    const isUnder = last?.type === 'figure' && last.caption.length === 0;
    const figure = block.type === 'paragraph' ? readLooseCaption(block, isUnder ? last : null, index < headEnd) : null;
    if (!figure) settled.push(block);
    else if (isUnder) settled[settled.length - 1] = figure;
    else {
      places += 1;
      settled.push(figure);
    }
  });
  return { blocks: settled, credits, places };
}

function splitCredit(figure: Figure): Figure | null {
  const text = inlineText(figure.caption);
  const read = readGluedCredit(text);
  if (!read) return null;
  const caption = cutInlines(figure.caption, 0, read.end);
  return { ...figure, caption, credit: read.credit, origin: { ...figure.origin, credit: 'typed' } };
}

/** A paragraph that ends in a credit: under a picture its caption, above the story the lead picture's. */
function readLooseCaption(
  { content, type: _type, ...base }: Extract<Block, { type: 'paragraph' }>,
  picture: Figure | null,
  isInHead: boolean,
): Figure | null {
  const text = inlineText(content);
  const read = picture || isInHead ? readGluedCredit(text, picture === null) : null;
  if (!read) return null;
  const words = {
    caption: cutInlines(content, 0, read.end),
    credit: picture?.credit || read.credit,
    origin: { ...picture?.origin, caption: 'typed', credit: 'typed' },
  } as const;
  if (picture) return { ...picture, ...words };
  return { ...base, id: newBlockId(), type: 'figure', assetId: null, fileName: '', alt: '', ...words };
}
