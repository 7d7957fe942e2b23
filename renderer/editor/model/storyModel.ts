import { $createParagraphNode, $getRoot } from 'lexical';
import type { Block } from '../../../shared/story/block.ts';
import { newBlockId, type BlockId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { $getBlockId, $setBlockId } from './blockState.ts';
import { $createBlockNode } from './createBlockNode.ts';
import { $readBlock } from './readBlock.ts';
import { $setFields } from './storyFields.ts';
import { $setLayers } from './storySuggestions.ts';

/** Puts a story on the page in place of whatever is there. */
export function $loadStory(story: Pick<Story, 'fields' | 'blocks' | 'suggestions'>): void {
  const root = $getRoot();
  root.clear();
  $setFields(story.fields);
  $setLayers(story.suggestions ?? []);
  root.append(...story.blocks.map($createBlockNode));
  // There is always somewhere to type.
  if (story.blocks.length > 0) return;
  const line = $createParagraphNode();
  $setBlockId(line, newBlockId());
  root.append(line);
}

/** Every block of the page, in order. */
export function $readBlocks(): Block[] {
  return $getRoot().getChildren().map($readBlock);
}

/** The ids of the page's blocks, in order. */
export function $readOrder(): BlockId[] {
  const order: BlockId[] = [];
  for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
    const id = $getBlockId(node);
    if (id !== null) order.push(id);
  }
  return order;
}
