import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import { same } from '../../../shared/merge/threeWay.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { Suggested } from '../../../shared/suggestions/versions.ts';
import { $createBlockNode } from '../model/createBlockNode.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $setFields } from '../model/storyFields.ts';
import { $setLayers } from '../model/storySuggestions.ts';
import { $createStretchSelection, $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';

/** Makes the page say what `story` says, and leaves alone what says so already. The caret stays where it is, or near. */
export function $putVersion(story: Suggested): void {
  const caret = $caret();
  // A selection in what is about to go would be left without its nodes.
  $setSelection(null);
  $putBlocks(story);
  $setFields(story.fields);
  $setLayers(story.suggestions ?? []);
  if (caret) $restoreCaret(caret);
}

interface Caret {
  readonly selection: BaseSelection;
  readonly block: BlockId | null;
  readonly offset: number;
}

function $caret(): Caret | null {
  const selection = $getSelection();
  if (!selection) return null;
  const node = $isRangeSelection(selection) ? $blockAround(selection.focus.getNode()) : null;
  const offset =
    $isRangeSelection(selection) && node && $isElementNode(node) ? $offsetOfPoint(node, selection.focus) : 0;
  return { selection: selection.clone(), block: node && $getBlockId(node), offset };
}

function $restoreCaret({ selection, block, offset }: Caret): void {
  const isWhole = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].every(({ key }) => $getNodeByKey(key)?.isAttached())
    : selection.getNodes().every((node) => node.isAttached());
  if (isWhole) {
    $setSelection(selection);
    return;
  }
  const node = block === null ? null : $findBlock(block);
  if (node && $isElementNode(node) && !node.isShadowRoot())
    $setSelection($createStretchSelection(node, { start: offset, end: offset }));
  else $getRoot().selectStart();
}

function $putBlocks(story: Suggested): void {
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
}
