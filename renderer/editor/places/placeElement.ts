import { $isElementNode, type ElementNode } from 'lexical';
import type { Place } from '../../../shared/checks/finding.ts';
import { $findBlock } from '../model/topLevel.ts';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $findSlot } from '../nodes/slots.ts';

type BlockPlace = Extract<Place, { in: 'block' }>;

/** The element whose text a place's offsets count in; null where the page has no words for it (a picture, a lost block). */
export function $placeElement({ blockId, slot }: BlockPlace): ElementNode | null {
  const block = $findBlock(blockId);
  if (!$isElementNode(block) || slot === 'picture') return null;
  if (slot !== 'content') return $findSlot(block, slot);
  return $isPullQuoteNode(block) ? $findSlot(block, 'quote') : block;
}
