import type { Figure } from '../../story/block.ts';
import { blockText } from '../../story/plainText.ts';
import { readCreditLine, readUnlabelledCredit } from '../../media/gluedCredit.ts';
import type { ReadBlock } from './Sink.ts';

/** Longer than this is copy. */
const LONGEST_CAPTION = 400;

/**
 * Gives paragraphs that are captions or credits by their style to the picture they stand under, or else over: Word and
 * many pages keep the two apart. What stands beside no picture stays a paragraph.
 */
export function attachCaptions(reads: readonly ReadBlock[]): ReadBlock[] {
  const attached: ReadBlock[] = [];
  /** Captions met before any picture they could belong to. */
  let above: ReadBlock[] = [];
  for (const read of reads) {
    const last = attached.at(-1);
    if (isLine(read)) {
      const taken = above.length === 0 && last ? take(last, read) : null;
      const [picture, between] = attached.slice(-2);
      const both = above.length === 0 && picture && between ? takeBoth(picture, between, read) : null;
      if (taken) attached[attached.length - 1] = taken;
      else if (both) attached.splice(-2, 2, both);
      // What stands under a caption that was given away is no caption of the next picture.
      else if (above.length === 0 && last && isCaptioned(last)) attached.push(read);
      else above.push(read);
      continue;
    }
    let next = read;
    for (const line of above) {
      const taken = take(next, line);
      if (taken) next = taken;
      else attached.push(line);
    }
    above = [];
    attached.push(next);
  }
  return [...attached, ...above];
}

function isLine({ block, role }: ReadBlock): boolean {
  return block.type === 'paragraph' && (role === 'caption' || role === 'credit');
}

function isCaptioned({ block }: ReadBlock): boolean {
  return block.type === 'figure' && block.caption.length > 0;
}

/** A paragraph between a picture and what the markup calls a credit is the caption. */
function takeBoth(picture: ReadBlock, between: ReadBlock, line: ReadBlock): ReadBlock | null {
  if (line.role !== 'credit' || between.role !== undefined || between.block.type !== 'paragraph') return null;
  if (isCaptioned(picture) || blockText(between.block).length > LONGEST_CAPTION) return null;
  const credited = take(picture, line);
  return credited && take(credited, { ...between, role: 'caption' });
}

/** The picture with the line taken in; null if it is no picture or has such a line already. */
function take(picture: ReadBlock, line: ReadBlock): ReadBlock | null {
  const { block } = picture;
  if (block.type !== 'figure' || line.block.type !== 'paragraph') return null;
  const { content, language, direction } = line.block;
  const said = { ...(language === undefined ? {} : { language }), ...(direction === undefined ? {} : { direction }) };
  let figure: Figure;
  // Word has one style for both.
  const isCredit = line.role === 'credit' || (block.caption.length > 0 && isCreditLine(blockText(line.block)));
  if (isCredit) {
    if (block.credit !== '') return null;
    figure = {
      ...block,
      credit: creditOf(line),
      origin: { ...block.origin, credit: 'typed' },
    };
  } else {
    if (block.caption.length > 0) return null;
    figure = { ...block, ...said, caption: content, origin: { ...block.origin, caption: 'typed' } };
  }
  return { ...picture, block: figure };
}

function isCreditLine(text: string): boolean {
  return (readCreditLine(text) ?? readUnlabelledCredit(text)) !== null;
}

/** The words of a line that is a credit: all of them where the markup says so, without a label where only they do. */
function creditOf({ block, role }: ReadBlock): string {
  const text = blockText(block).replaceAll('\n', ' ');
  return role === 'credit' ? text : (readCreditLine(text) ?? readUnlabelledCredit(text)?.credit ?? text);
}
