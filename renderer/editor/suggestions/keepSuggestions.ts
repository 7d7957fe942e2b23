import { mergeRegister } from '@lexical/utils';
import {
  $getNodeByKey,
  $getRoot,
  $hasUpdateTag,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  LineBreakNode,
  ParagraphNode,
  RootNode,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  TextNode,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Block } from '../../../shared/story/block.ts';
import { newLayerId, type BlockId } from '../../../shared/story/ids.ts';
import type { SuggestionLayer } from '../../../shared/story/suggestions.ts';
import {
  carryTalk,
  isKnownEdit,
  makeEdit,
  suggestEdit,
  type EditSide,
  type StoryEdit,
} from '../../../shared/suggestions/followEdit.ts';
import { $dirtyBlocks, $hasNewOrder, type PageUpdate } from '../autosave/pageChanges.ts';
import { LOADED_TAG } from '../createStoryEditor.ts';
import { EDITOR_NODES } from '../editorNodes.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readOrder } from '../model/storyModel.ts';
import { $getLayers, $setLayers } from '../model/storySuggestions.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';
import { TALK_TAG } from '../review/threadNodes.ts';
import { GHOST_TAG } from './paintGhosts.ts';

/** An update that settles suggestions, or puts them there as they are to be. */
export const SETTLED_TAG = 'settled';

/** Updates that no person makes on the page. */
const OTHERS = [HISTORIC_TAG, LOADED_TAG, GHOST_TAG, SETTLED_TAG];

/**
 * Keeps what stood in the story before somebody proposed something else, and has what is typed outright typed there, too. `by`
 * says who proposes now; null: what is typed is typed outright. The layers change in the very update, so that the history
 * knows no state with the one and without the other; letters that are being composed come right after theirs. To be
 * registered before a story is on the page, as all nodes are looked at, and behind what names the blocks. Answers its undo.
 */
export function keepSuggestions(editor: LexicalEditor, by: () => string | null): () => void {
  const touched = new Set<NodeKey>();
  let mayBeMoved = false;
  let isFollowed = false;
  let isNews = false;
  const isIdle = () => by() === null && $getLayers().length === 0;
  const note = (node: LexicalNode) => {
    if (isIdle()) return;
    const block = $blockAround(node);
    if (!block) return;
    touched.add(block.getKey());
    isNews = true;
    if (block.is(node)) mayBeMoved = true;
  };
  let waiting: readonly DoneEdit[] = [];
  const followLate = () => {
    const edits = waiting;
    waiting = [];
    if (edits.length > 0) followEdits(editor, edits);
  };
  return mergeRegister(
    ...[TextNode, LineBreakNode, ParagraphNode, ...EDITOR_NODES].map((klass) =>
      editor.registerNodeTransform(klass, note),
    ),
    editor.registerNodeTransform(RootNode, (root) => {
      const isOthers = OTHERS.some((tag) => $hasUpdateTag(tag));
      if (isOthers || isIdle() || editor.isComposing()) return;
      // The only block of a story leaves no neighbour behind that would be touched.
      const isOtherSize = root.getChildrenSize() !== editor.getEditorState().read(() => $getRoot().getChildrenSize());
      if (!isNews && (isFollowed || !isOtherSize)) return;
      // Once more when a rule of the page has changed something since: from what was there before the update, each time.
      isNews = false;
      isFollowed = true;
      const edit = $editUnderWay(editor, touched, mayBeMoved || isOtherSize);
      const before = editor.getEditorState().read($getLayers);
      const layers = follow(before, { edit, person: by(), isTalk: $hasUpdateTag(TALK_TAG) });
      if (layers !== before || $getLayers() !== before) $setLayers(layers);
    }),
    editor.registerUpdateListener((update) => {
      const { dirtyElements, dirtyLeaves, tags, editorState, prevEditorState } = update;
      const wasFollowed = isFollowed;
      isFollowed = false;
      isNews = false;
      mayBeMoved = false;
      touched.clear();
      if (wasFollowed || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return;
      if (OTHERS.some((tag) => tags.has(tag)) || editorState.read(isIdle)) return;
      const person = by();
      const edit = editorState.read(() => $editOf(update, editorState, prevEditorState));
      const isTalk = tags.has(TALK_TAG);
      const isKnown = () =>
        person !== null && isKnownEdit(editorState.read($getLayers), edit, person, new Date().toISOString());
      if (!isTalk && isKnown()) return;
      if (waiting.length === 0) queueMicrotask(followLate);
      waiting = [...waiting, { edit, person, isTalk }];
    }),
  );
}

/** The edit that is being made, from what the editor shows now to what it will. */
function $editUnderWay(editor: LexicalEditor, touched: ReadonlySet<NodeKey>, mayBeMoved: boolean): StoryEdit {
  const keys = new Map<BlockId, NodeKey>();
  for (const key of touched) {
    const node = $getNodeByKey(key);
    const id = node?.__parent === 'root' ? $getBlockId(node) : null;
    if (id !== null) keys.set(id, key);
  }
  const before = sideOf((read) => editor.getEditorState().read(read), keys);
  return editBetweenSides(
    before,
    sideOf((read) => read(), keys),
    keys,
    mayBeMoved,
  );
}

function $editOf(update: PageUpdate, state: EditorState, previous: EditorState): StoryEdit {
  const keys = $dirtyBlocks(update);
  const size = previous.read(() => $getRoot().getChildrenSize());
  const before = sideOf((read) => previous.read(read), keys);
  return editBetweenSides(
    before,
    sideOf((read) => state.read(read), keys),
    keys,
    $hasNewOrder(update, size),
  );
}

function editBetweenSides(
  before: EditSide,
  after: EditSide,
  keys: ReadonlyMap<BlockId, NodeKey>,
  mayBeMoved: boolean,
): StoryEdit {
  const touched = new Set<BlockId>(keys.keys());
  const isMoved = mayBeMoved && before.order.join() !== after.order.join();
  if (isMoved) {
    const kept = new Set(after.order);
    for (const id of before.order) if (!kept.has(id)) touched.add(id);
  }
  return { before, after, touched: [...touched], isMoved };
}

/** One side of an edit; `read` reads in its state of the editor. */
function sideOf(read: <Value>(ask: () => Value) => Value, keys: ReadonlyMap<BlockId, NodeKey>): EditSide {
  const known = new Map<BlockId, Block | null>();
  const $find = (id: BlockId): Block | null => {
    const hinted = keys.has(id) ? $getNodeByKey(keys.get(id) ?? '') : null;
    const node = hinted?.__parent === 'root' && $getBlockId(hinted) === id ? hinted : $findBlock(id);
    return node && $readBlock(node);
  };
  let order: BlockId[] | null = null;
  return {
    fields: read($getFields),
    get order() {
      order ??= read($readOrder);
      return order;
    },
    block(id) {
      const block = known.get(id) ?? read(() => $find(id));
      known.set(id, block);
      return block;
    },
  };
}

/** An edit, who proposed it (null: it was made outright), and whether all it did is to say which words a thread is about. */
interface DoneEdit {
  readonly edit: StoryEdit;
  readonly person: string | null;
  readonly isTalk: boolean;
}

function follow(layers: readonly SuggestionLayer[], { edit, person, isTalk }: DoneEdit): readonly SuggestionLayer[] {
  if (isTalk) return carryTalk(layers, edit);
  if (person === null) return makeEdit(layers, edit);
  const at = new Date().toISOString();
  return isKnownEdit(layers, edit, person, at)
    ? layers
    : suggestEdit(layers, edit, { id: newLayerId(), by: person, at });
}

function followEdits(editor: LexicalEditor, edits: readonly DoneEdit[]): void {
  const before = editor.getEditorState().read($getLayers);
  const layers = edits.reduce(follow, before);
  if (layers === before) return;
  putLayers(editor, layers);
}

/** Has these proposed from now on: no step of the history, and the caret stays where it is. */
export function putLayers(editor: LexicalEditor, layers: readonly SuggestionLayer[]): void {
  editor.update(() => $setLayers(layers), {
    discrete: true,
    tag: [HISTORY_MERGE_TAG, SETTLED_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
  });
}
