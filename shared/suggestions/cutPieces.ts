import { WordBag } from '../compare/WordBag.ts';
import type { Block } from '../story/block.ts';
import { blockText } from '../story/plainText.ts';

/** So much of a paragraph's words must have come out of the one before it for the two to be one that was cut. */
const LEAST_SHARE = 0.6;

/** Whether `next` holds words that `whole` had and its first `pieces` have not: then it was cut off it. */
export function hasSharedWords(whole: Block, pieces: readonly Block[], next: Block): boolean {
  let missing = WordBag.of(blockText(whole));
  for (const piece of pieces) missing = missing.without(WordBag.of(blockText(piece)));
  const words = WordBag.of(blockText(next));
  const shared = words.shared(missing);
  return shared > 0 && shared >= words.size * LEAST_SHARE;
}
