import { $getRoot, type LexicalNode } from 'lexical';
import { same } from '../../../shared/merge/threeWay.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { Suggested } from '../../../shared/suggestions/versions.ts';
import { $createBlockNode } from '../model/createBlockNode.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $setFields } from '../model/storyFields.ts';
import { $setLayers } from '../model/storySuggestions.ts';

/** Makes the page say what `story` says, and leaves alone what says so already: the caret there stays where it is. */
export function $putVersion(story: Suggested): void {
  const root = $getRoot();
  const nodes = new Map<BlockId, LexicalNode>();
  for (const node of root.getChildren()) {
    const id = $getBlockId(node);
    if (id !== null) nodes.set(id, node);
  }
  const wanted = new Set(story.blocks.map(({ id }) => id));
  let last: LexicalNode | null = null;
  for (const block of story.blocks) {
    const known = nodes.get(block.id);
    const isRight = known && same($readBlock(known), block);
    const node: LexicalNode = isRight ? known : $createBlockNode(block);
    if (known && !isRight) known.replace(node);
    const place: LexicalNode | null = last ? last.getNextSibling() : root.getFirstChild();
    if (!place?.is(node)) {
      if (last) last.insertAfter(node);
      else if (place) place.insertBefore(node);
      else root.append(node);
    }
    last = node;
  }
  for (const [id, node] of nodes) if (!wanted.has(id)) node.remove();
  $setFields(story.fields);
  $setLayers(story.suggestions ?? []);
}
