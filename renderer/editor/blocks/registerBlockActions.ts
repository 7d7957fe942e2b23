import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { $createSeparatorNode } from '../nodes/SeparatorNode.ts';
import { $slotAround } from '../nodes/slots.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { $toggleList, $toggleTextBlocks } from './convertBlocks.ts';
import { $insertBlock, $selectAfter } from './insertBlock.ts';
import { $moveSelectedBlocks } from './moveBlocks.ts';

/** Whether the selection begins or ends where words are kept without marks: a credit, an attribution, an alt text. */
function $isInPlainSlot(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  return [selection.anchor, selection.focus].some((point) => $slotAround(point.getNode())?.isRich() === false);
}

function $insertSeparator(): void {
  const separator = $createSeparatorNode();
  $insertBlock(separator);
  $selectAfter(separator);
}

/** What the actions of Edit, Format and Insert do to the page, run inside an update. */
function actions(editor: LexicalEditor): Partial<Record<ActionId, () => void>> {
  return {
    'edit.undo': () => editor.dispatchCommand(UNDO_COMMAND, undefined),
    'edit.redo': () => editor.dispatchCommand(REDO_COMMAND, undefined),
    'format.bold': () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold'),
    'format.italic': () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic'),
    'format.underline': () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'underline'),
    'format.strikethrough': () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'strikethrough'),
    'format.subscript': () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'subscript'),
    'format.superscript': () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'superscript'),
    'format.paragraph': () => $toggleTextBlocks('paragraph'),
    'format.heading2': () => $toggleTextBlocks('heading2'),
    'format.heading3': () => $toggleTextBlocks('heading3'),
    'format.quote': () => $toggleTextBlocks('quote'),
    'format.bulletedList': () => $toggleList('bullet'),
    'format.numberedList': () => $toggleList('number'),
    'insert.separator': $insertSeparator,
    'block.moveUp': () => $moveSelectedBlocks(-1),
    'block.moveDown': () => $moveSelectedBlocks(1),
  };
}

/** Makes the actions for words and blocks work. Answers its undo. */
export function registerBlockActions(editor: LexicalEditor): () => void {
  const known = actions(editor);
  return mergeRegister(
    editor.registerCommand(
      RUN_ACTION_COMMAND,
      (action) => {
        const run = known[action];
        run?.();
        return run !== undefined;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(FORMAT_TEXT_COMMAND, $isInPlainSlot, COMMAND_PRIORITY_LOW),
  );
}
