import { cutInlines } from '../../../shared/import/cutInlines.ts';
import { readGluedCredit } from '../../../shared/media/gluedCredit.ts';
import type { Block } from '../../../shared/story/block.ts';
import { inlineText } from '../../../shared/story/plainText.ts';

/** A figure whose caption ends with its credit, the credit told from it; any other block as it is. */
export function tellCredit(block: Block): Block {
  if (block.type !== 'figure' || block.credit !== '') return block;
  const glued = readGluedCredit(inlineText(block.caption));
  if (!glued) return block;
  const origin = { ...block.origin, credit: 'typed' as const };
  return { ...block, caption: cutInlines(block.caption, 0, glued.end), credit: glued.credit, origin };
}
