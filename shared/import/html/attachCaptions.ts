import type { Figure } from '../../story/block.ts';
import { blockText } from '../../story/plainText.ts';
import type { ReadBlock } from './Sink.ts';

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
      if (taken) attached[attached.length - 1] = taken;
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

/** The picture with the line taken in; null if it is no picture or has such a line already. */
function take(picture: ReadBlock, line: ReadBlock): ReadBlock | null {
  const { block } = picture;
  if (block.type !== 'figure' || line.block.type !== 'paragraph') return null;
  const { content, language, direction } = line.block;
  const said = { ...(language === undefined ? {} : { language }), ...(direction === undefined ? {} : { direction }) };
  let figure: Figure;
  if (line.role === 'credit') {
    if (block.credit !== '') return null;
    figure = {
      ...block,
      credit: blockText(line.block).replaceAll('\n', ' '),
      origin: { ...block.origin, credit: 'typed' },
    };
  } else {
    if (block.caption.length > 0) return null;
    figure = { ...block, ...said, caption: content, origin: { ...block.origin, caption: 'typed' } };
  }
  return { ...picture, block: figure };
}
