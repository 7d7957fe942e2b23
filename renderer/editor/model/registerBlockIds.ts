import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  RootNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { mergeRegister } from '@lexical/utils';
import { BLOCK_NODES } from '../nodes/blockNodes.ts';
import { newBlockId, type BlockId } from '../../../shared/story/ids.ts';
import { $getBlockId, $setBlockId } from './blockState.ts';
import { $blockAround } from './topLevel.ts';

/** The first leaf of a block: where its words go, its name goes. */
function $firstLeaf(node: LexicalNode): LexicalNode | null {
  let at: LexicalNode | null = node;
  while ($isElementNode(at)) at = at.getFirstChild();
  return at;
}

/**
 * Keeps block ids true: every top-level node has one, no two share one.
 * - A copy gets a new id; the node that had the id before keeps it.
 * - A block whose kind changed (its words now stand in a new node) keeps its id.
 * - A block split at its very start keeps its id with its words, not with the empty line before them.
 * Undo needs nothing: ids are part of the editor's state. Answers its undo.
 */
export function registerBlockIds(editor: LexicalEditor): () => void {
  // The root's transform runs at every key; going through the blocks is for when one of them is new, moved or rebuilt.
  let isStale = true;
  const note = (node: LexicalNode) => {
    if (node.getParent()?.getKey() === 'root') isStale = true;
  };
  return mergeRegister(
    ...BLOCK_NODES.map((klass) => editor.registerNodeTransform(klass, note)),
    editor.registerNodeTransform(RootNode, (root) => {
      if (!isStale) return;
      isStale = false;
      $settleIds(editor, root);
    }),
  );
}

function $settleIds(editor: LexicalEditor, root: RootNode): void {
  const owners = new Map<BlockId, LexicalNode>();
  const nameless: LexicalNode[] = [];
  for (let node = root.getFirstChild(); node; node = node.getNextSibling()) {
    const id = $getBlockId(node);
    const rival = id === null ? undefined : owners.get(id);
    if (id === null) nameless.push(node);
    else if (rival === undefined) owners.set(id, node);
    else if ($hadId(editor, node, id)) {
      owners.set(id, node);
      nameless.push(rival);
    } else nameless.push(node);
  }
  for (const node of nameless) {
    const id = $inheritId(editor, node, owners) ?? newBlockId();
    owners.set(id, node);
    $setBlockId(node, id);
  }
}

/** What the last committed state says; null if it is not asked from inside an update with one. */
function committed<Value>(editor: LexicalEditor, read: () => Value): Value {
  return editor.getEditorState().read(read);
}

function $hadId(editor: LexicalEditor, node: LexicalNode, id: BlockId): boolean {
  const key = node.getKey();
  return committed(editor, () => {
    const before = $getNodeByKey(key);
    return before !== null && $getBlockId(before) === id;
  });
}

/** The id this node's words had before, if no other block has a better claim to it now. */
function $inheritId(editor: LexicalEditor, node: LexicalNode, owners: Map<BlockId, LexicalNode>): BlockId | null {
  const leaf = $firstLeaf(node);
  const former = leaf === null ? $formerAtSamePlace(editor, node) : $formerAround(editor, leaf.getKey());
  if (former === null) return null;
  const owner = owners.get(former);
  if (owner === undefined) return former;
  // The words moved on and left an empty line behind: the line takes the new name.
  const isLeftBehind = leaf !== null && $isElementNode(owner) && owner.isEmpty() && owner.getNextSibling()?.is(node);
  if (!isLeftBehind) return null;
  const id = newBlockId();
  owners.set(id, owner);
  $setBlockId(owner, id);
  return former;
}

function $formerAround(editor: LexicalEditor, leaf: NodeKey): BlockId | null {
  return committed(editor, () => {
    const before = $getNodeByKey(leaf);
    const block = before && $blockAround(before);
    if (!block) return null;
    // Only the first words carry the name: what was split off behind them is a new block.
    return $firstLeaf(block)?.getKey() === leaf ? $getBlockId(block) : null;
  });
}

/** An empty block that became another kind of empty block: same neighbours, no words to know it by. */
function $formerAtSamePlace(editor: LexicalEditor, node: LexicalNode): BlockId | null {
  const index = node.getIndexWithinParent();
  const size = $getRoot().getChildrenSize();
  return committed(editor, () => {
    const root = $getRoot();
    if (root.getChildrenSize() !== size) return null;
    const before = root.getChildAtIndex(index);
    return before && $isElementNode(before) && $firstLeaf(before) === null ? $getBlockId(before) : null;
  });
}
