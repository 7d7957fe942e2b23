import {
  $getNodeByKey,
  $getRoot,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { Block } from '../../../shared/story/block.ts';
import { newLayerId, type BlockId } from '../../../shared/story/ids.ts';
import type { SuggestionLayer } from '../../../shared/story/suggestions.ts';
import { makeEdit, suggestEdit, type EditSide, type StoryEdit } from '../../../shared/suggestions/followEdit.ts';
import { $dirtyBlocks, $hasNewOrder, type PageUpdate } from '../autosave/pageChanges.ts';
import { LOADED_TAG } from '../createStoryEditor.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readOrder } from '../model/storyModel.ts';
import { $getLayers, $setLayers } from '../model/storySuggestions.ts';
import { $findBlock } from '../model/topLevel.ts';
import { GHOST_TAG } from './paintGhosts.ts';

/** An update that settles suggestions, or puts them there as they are to be. */
export const SETTLED_TAG = 'settled';

/** Updates that no person makes on the page. */
const OTHERS = [HISTORIC_TAG, LOADED_TAG, GHOST_TAG, SETTLED_TAG];

/**
 * Keeps what stood in the story before somebody proposed something else, and has what is typed outright typed there, too. `by`
 * says who proposes now; null: what is typed is typed outright. The layers are set right after the update, as a part of it for
 * the history, and before the words are sent to the disk if this is registered before whoever does that. Answers its undo.
 */
export function keepSuggestions(editor: LexicalEditor, by: () => string | null): () => void {
  let waiting: { readonly edit: StoryEdit; readonly person: string | null }[] = [];
  const settle = () => {
    const edits = waiting;
    waiting = [];
    if (edits.length > 0) followEdits(editor, edits);
  };
  return editor.registerUpdateListener((update) => {
    const { dirtyElements, dirtyLeaves, tags, editorState, prevEditorState } = update;
    if ((dirtyElements.size === 0 && dirtyLeaves.size === 0) || OTHERS.some((tag) => tags.has(tag))) return;
    const person = by();
    const layers = editorState.read($getLayers);
    if (person === null && layers.length === 0) return;
    const edit = editorState.read(() => $editOf(update, editorState, prevEditorState));
    const top = layers.at(-1);
    if (person !== null && isKnown(edit, top, person)) return;
    if (waiting.length === 0) queueMicrotask(settle);
    waiting.push({ edit, person });
  });
}

/** Whether nothing of an edit is new to the layer it belongs to: the case of nearly every key. */
function isKnown(
  { touched, isMoved, before, after }: StoryEdit,
  top: SuggestionLayer | undefined,
  by: string,
): boolean {
  if (!top || top.by !== by || isMoved || before.fields !== after.fields) return false;
  const isNew = (id: BlockId) => top.order !== undefined && !top.order.includes(id);
  const isLate = (id: BlockId) => Date.now() - Date.parse(top.times[id] ?? '1970-01-01') > 5 * 60_000;
  return touched.every((id) => (isNew(id) || top.blocks.some((block) => block.id === id)) && !isLate(id));
}

function $editOf(update: PageUpdate, state: EditorState, previous: EditorState): StoryEdit {
  const keys = $dirtyBlocks(update);
  const isMoved = $hasNewOrder(
    update,
    previous._nodeMap.size === 0 ? 0 : previous.read(() => $getRoot().getChildrenSize()),
  );
  const [before, after] = [sideOf(previous, keys), sideOf(state, keys)];
  const touched = new Set<BlockId>(keys.keys());
  const isOtherOrder = isMoved && before.order.join() !== after.order.join();
  if (isOtherOrder) {
    const kept = new Set(after.order);
    for (const id of before.order) if (!kept.has(id)) touched.add(id);
  }
  return { before, after, touched: [...touched], isMoved: isOtherOrder };
}

function sideOf(state: EditorState, keys: ReadonlyMap<BlockId, NodeKey>): EditSide {
  const known = new Map<BlockId, Block | null>();
  const $find = (id: BlockId): Block | null => {
    const hinted = keys.has(id) ? $getNodeByKey(keys.get(id) ?? '') : null;
    const node = hinted?.__parent === 'root' && $getBlockId(hinted) === id ? hinted : $findBlock(id);
    return node && $readBlock(node);
  };
  let order: BlockId[] | null = null;
  return {
    fields: state.read($getFields),
    get order() {
      order ??= state.read($readOrder);
      return order;
    },
    block(id) {
      const block = known.get(id) ?? state.read(() => $find(id));
      known.set(id, block);
      return block;
    },
  };
}

function followEdits(
  editor: LexicalEditor,
  edits: readonly { readonly edit: StoryEdit; readonly person: string | null }[],
): void {
  const before = editor.getEditorState().read($getLayers);
  const at = new Date().toISOString();
  const layers = edits.reduce(
    (now, { edit, person }) =>
      person === null ? makeEdit(now, edit) : suggestEdit(now, edit, { id: newLayerId(), by: person, at }),
    before,
  );
  if (layers === before) return;
  editor.update(() => $setLayers(layers), {
    discrete: true,
    tag: [HISTORY_MERGE_TAG, SETTLED_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
  });
}
