import { createHeadlessEditor } from '@lexical/headless';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
} from 'lexical';
import { createStoryEditor, openStory } from '../../../../renderer/editor/createStoryEditor.ts';
import { EDITOR_NODES } from '../../../../renderer/editor/editorNodes.ts';
import { $getBlockId } from '../../../../renderer/editor/model/blockState.ts';
import { $readBlocks } from '../../../../renderer/editor/model/storyModel.ts';
import { $createStretchSelection, $offsetOfPoint } from '../../../../renderer/editor/model/textOffsets.ts';
import { $blockAround, $findBlock } from '../../../../renderer/editor/model/topLevel.ts';
import { $findSlot, $slotAround } from '../../../../renderer/editor/nodes/slots.ts';
import type { SlotName } from '../../../../renderer/editor/nodes/SlotNode.ts';
import { registerEditing } from '../../../../renderer/editor/registerEditing.ts';
import { RUN_ACTION_COMMAND } from '../../../../renderer/editor/runActionCommand.ts';
import type { ActionId } from '../../../../shared/actions/actions.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { blankFields, type StoryFields } from '../../../../shared/story/fields.ts';

/** A paragraph of plain words, by id. */
export function paragraph(id: string, text: string): Block {
  return { id: id as BlockId, type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] };
}

function open(
  editor: LexicalEditor,
  blocks: readonly Block[],
  fields: Partial<StoryFields>,
  register: (editor: LexicalEditor) => void = () => undefined,
): LexicalEditor {
  registerEditing(editor);
  register(editor);
  openStory(editor, { fields: { ...blankFields(), ...fields }, blocks: [...blocks] });
  return editor;
}

function rethrow(error: Error): never {
  throw error;
}

/** An editor with a story on it and every feature of the words registered; no document needed. */
export function openHeadless(blocks: readonly Block[], fields: Partial<StoryFields> = {}): LexicalEditor {
  const editor = createHeadlessEditor({ nodes: [...EDITOR_NODES], onError: rethrow });
  return open(editor, blocks, fields);
}

/** jsdom draws nothing: every box is empty. */
function giveBoxes(): void {
  Range.prototype.getBoundingClientRect ??= () => document.body.getBoundingClientRect();
  Range.prototype.getClientRects ??= () => document.body.getClientRects();
}

/** The same on a real (jsdom) document; `register` is for what has to be there before the story is. */
export function openOnPage(
  blocks: readonly Block[],
  fields: Partial<StoryFields> = {},
  register?: (editor: LexicalEditor) => void,
): LexicalEditor {
  giveBoxes();
  const editor = open(createStoryEditor(rethrow), blocks, fields, register);
  const root = document.createElement('div');
  root.contentEditable = 'true';
  // jsdom gives the keyboard only to what says it takes it.
  root.tabIndex = 0;
  document.body.replaceChildren(root);
  editor.setRootElement(root);
  return editor;
}

/** What would be stored of the page now. */
export function readBlocks(editor: LexicalEditor): Block[] {
  return editor.read($readBlocks);
}

/** The page in short: each block's id, kind and words. New ids show as `new`. */
export function outline(editor: LexicalEditor, known: readonly string[]): string[] {
  return readBlocks(editor).map((block) => {
    const id = known.includes(block.id) ? block.id : 'new';
    return `${id} ${block.type}: ${blockText(block).replaceAll('\n', ' / ')}`.trimEnd();
  });
}

/** One step of editing, committed at once. */
export function edit(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true });
}

/** Selects characters of a block, or of a slot in it; a caret when only one offset is given. */
export function select(editor: LexicalEditor, id: string, start: number, end = start, slot?: SlotName): void {
  edit(editor, () => {
    const block = $findBlock(id as BlockId);
    if (!$isElementNode(block)) throw new Error(`No words in block ${id}`);
    const within = slot ? $findSlot(block, slot) : block;
    if (!within) throw new Error(`No ${slot} in block ${id}`);
    $setSelection($createStretchSelection(within, { start, end }));
  });
}

/** Selects from a place in one block to a place in another. */
export function selectAcross(editor: LexicalEditor, from: [string, number], to: [string, number]): void {
  edit(editor, () => {
    const [first, last] = [from, to].map(([id, offset]) => {
      const block = $findBlock(id as BlockId);
      if (!$isElementNode(block)) throw new Error(`No words in block ${id}`);
      return $createStretchSelection(block, { start: offset, end: offset });
    });
    if (!first || !last) return;
    first.focus.set(last.anchor.key, last.anchor.offset, last.anchor.type);
    $setSelection(first);
  });
}

/** Where the caret is: `id offset`, or `id slot offset`; `selected id` for a block as a whole. */
export function caret(editor: LexicalEditor): string {
  return editor.read(() => {
    const selection = $getSelection();
    if (!selection) return 'nowhere';
    if (!$isRangeSelection(selection)) {
      return `selected ${selection
        .getNodes()
        .map((node) => $getBlockId(node))
        .join(' ')}`;
    }
    const at = selection.focus.getNode();
    const block = $blockAround(at);
    if (!$isElementNode(block)) return `between blocks ${selection.focus.offset}`;
    const slot = $slotAround(at);
    const offset = $offsetOfPoint(slot ?? block, selection.focus);
    return [$getBlockId(block), slot?.getName(), offset].filter((part) => part !== undefined).join(' ');
  });
}

/** Types as fingers do, a key at a time; what a key sets off is done before the next one. */
export function type(editor: LexicalEditor, text: string): void {
  for (const character of text) {
    edit(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, character));
    commit(editor);
  }
}

const KEYS = {
  Enter: KEY_ENTER_COMMAND,
  Escape: KEY_ESCAPE_COMMAND,
  Backspace: KEY_BACKSPACE_COMMAND,
  Delete: KEY_DELETE_COMMAND,
  Tab: KEY_TAB_COMMAND,
  ArrowUp: KEY_ARROW_UP_COMMAND,
  ArrowDown: KEY_ARROW_DOWN_COMMAND,
  ArrowLeft: KEY_ARROW_LEFT_COMMAND,
  ArrowRight: KEY_ARROW_RIGHT_COMMAND,
} as const;

/** Presses a key that is no character. Needs a document. */
export function press(editor: LexicalEditor, key: keyof typeof KEYS, shiftKey = false): void {
  const event = new KeyboardEvent('keydown', { key, shiftKey, cancelable: true });
  edit(editor, () => editor.dispatchCommand(KEYS[key] as LexicalCommand<KeyboardEvent>, event));
}

/** Does what a menu, a button or a shortcut asks for. */
export function run(editor: LexicalEditor, action: ActionId): void {
  edit(editor, () => editor.dispatchCommand(RUN_ACTION_COMMAND, action));
}

export function undo(editor: LexicalEditor): void {
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  commit(editor);
}

export function redo(editor: LexicalEditor): void {
  editor.dispatchCommand(REDO_COMMAND, undefined);
  commit(editor);
}

/** What was asked for happens now and not at the end of this turn. */
function commit(editor: LexicalEditor): void {
  editor.read(() => undefined);
}
