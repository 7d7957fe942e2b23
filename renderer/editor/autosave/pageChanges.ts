import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  HISTORIC_TAG,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { isProgress } from '../../../shared/workflow/progress.ts';
import { LOADED_TAG } from '../createStoryEditor.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readOrder } from '../model/storyModel.ts';
import { $getLayers } from '../model/storySuggestions.ts';
import { GHOST_TAG } from '../suggestions/paintGhosts.ts';
import type { DraftChange } from './DraftSaver.ts';

/** What the editor tells of an update. */
export type PageUpdate = Parameters<Parameters<LexicalEditor['registerUpdateListener']>[0]>[0];

const NO_FIELDS: ReadonlySet<keyof StoryFields> = new Set();

/** The names of the fields whose values differ, of those the page writes: progress is written by the step itself. */
export function changedFields(before: StoryFields, now: StoryFields): ReadonlySet<keyof StoryFields> {
  if (before === now) return NO_FIELDS;
  const names = Object.keys(now) as (keyof StoryFields)[];
  return new Set(names.filter((name) => before[name] !== now[name] && !isProgress(name)));
}

/**
 * Tells which blocks and fields each update touched, from the editor's own dirty marks: the cost of a key press does not
 * grow with the story. Undo and redo come without marks and are compared node by node. Answers its undo.
 */
export function watchPage(editor: LexicalEditor, onChange: (change: DraftChange) => void): () => void {
  let order: readonly BlockId[] = editor.getEditorState().read($storedOrder);
  let fields = editor.getEditorState().read($getFields);
  let layers = editor.getEditorState().read($getLayers);

  return editor.registerUpdateListener((update) => {
    const { editorState, dirtyElements, dirtyLeaves, tags } = update;
    if ((dirtyElements.size === 0 && dirtyLeaves.size === 0) || tags.has(GHOST_TAG)) return;
    editorState.read(() => {
      const before = { order, fields, layers };
      fields = $getFields();
      layers = $getLayers();
      const isWhole = tags.has(HISTORIC_TAG) || tags.has(LOADED_TAG);
      if (isWhole || order.length === 0 || $hasNewOrder(update, order.length)) {
        const now = tags.has(LOADED_TAG) ? $storedOrder() : $readOrder();
        if (now.length !== order.length || now.some((id, index) => id !== order[index])) order = now;
      }
      if (tags.has(LOADED_TAG)) return;
      const change = {
        blocks: tags.has(HISTORIC_TAG) ? $compareBlocks(update.prevEditorState) : $dirtyBlocks(update),
        order: order !== before.order,
        fields: changedFields(before.fields, fields),
        layers: layers !== before.layers,
      };
      // Of a story without blocks the disk knows none of those on the page, touched or not.
      if (before.order.length === 0) for (const [id, key] of $allBlocks()) change.blocks.set(id, key);
      if (change.blocks.size > 0 || change.order || change.fields.size > 0 || change.layers) onChange(change);
    });
  });
}

/** Whether blocks came, went or moved: then there are more or fewer, or one whose neighbours changed. */
export function $hasNewOrder({ dirtyElements, dirtyLeaves }: PageUpdate, size: number): boolean {
  if ($getRoot().getChildrenSize() !== size) return true;
  const isBlock = (key: NodeKey) => $getNodeByKey(key)?.__parent === 'root';
  for (const [key, isIntended] of dirtyElements) if (isIntended && isBlock(key)) return true;
  for (const key of dirtyLeaves) if (isBlock(key)) return true;
  return false;
}

/** The order as it is stored: a story without a block is given an empty one to write in, which the disk does not know. */
function $storedOrder(): readonly BlockId[] {
  const order = $readOrder();
  return order.length === 1 && $getRoot().getTextContentSize() === 0 ? [] : order;
}

function $allBlocks(): Map<BlockId, NodeKey> {
  const blocks = new Map<BlockId, NodeKey>();
  for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
    const id = $getBlockId(node);
    if (id !== null) blocks.set(id, node.getKey());
  }
  return blocks;
}

/** The blocks an update touched, with their nodes. */
export function $dirtyBlocks({ dirtyElements, dirtyLeaves }: PageUpdate): Map<BlockId, NodeKey> {
  const blocks = new Map<BlockId, NodeKey>();
  const add = (key: NodeKey) => {
    const node = $getNodeByKey(key);
    if (node?.__parent !== 'root') return;
    const id = $getBlockId(node);
    if (id !== null) blocks.set(id, key);
  };
  // Lexical marks the ancestors of whatever is dirty, so every touched block is among these.
  for (const key of dirtyElements.keys()) add(key);
  for (const key of dirtyLeaves) add(key);
  return blocks;
}

function $compareBlocks(previous: EditorState): Map<BlockId, NodeKey> {
  const before = previous._nodeMap;
  const isSame = (node: LexicalNode): boolean =>
    before.get(node.getKey()) === node && (!$isElementNode(node) || node.getChildren().every(isSame));
  const blocks = new Map<BlockId, NodeKey>();
  for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
    const id = $getBlockId(node);
    if (id !== null && !isSame(node)) blocks.set(id, node.getKey());
  }
  return blocks;
}
