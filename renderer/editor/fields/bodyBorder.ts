import { mergeRegister } from '@lexical/utils';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  getDOMSelection,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $blockAround } from '../model/topLevel.ts';
import { PAGE_FIELDS } from './pageFields.ts';

/** Puts the caret at the start of the body. */
export function enterBody(editor: LexicalEditor): void {
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(() => {
    $getRoot().selectStart();
  });
}

/** The last field above the body, by its DOM: the head is drawn beside the body in the same sheet. */
function lastField(editor: LexicalEditor): HTMLTextAreaElement | null {
  const sheet = editor.getRootElement()?.closest('.sheet');
  return sheet?.querySelector<HTMLTextAreaElement>(`[data-story-field="${PAGE_FIELDS.at(-1)}"]`) ?? null;
}

function leaveBody(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const field = lastField(editor);
  if (!field) return false;
  event.preventDefault();
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  return true;
}

/** The first block, if the caret (no selection) is in it. */
function $firstBlockAtCaret(): LexicalNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const block = $blockAround(selection.anchor.getNode());
  return block !== null && block.getPreviousSibling() === null ? block : null;
}

/** Whether the drawn caret stands on the first line of `element`. */
function isOnFirstLine(element: HTMLElement): boolean {
  const selection = getDOMSelection(window);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const caret = range?.getClientRects()[0];
  // An empty line has no box for its caret; it is the only line there is.
  if (!caret) return element.textContent === '';
  const style = getComputedStyle(element);
  const lineHeight = Number.parseFloat(style.lineHeight) || caret.height;
  return caret.top < element.getBoundingClientRect().top + Number.parseFloat(style.paddingTop) + lineHeight;
}

/**
 * Makes the border between the furniture and the body passable: arrow up on the body's first line and Backspace in its
 * empty first paragraph go to the last field. Answers its undo.
 */
export function registerBodyBorder(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => {
        if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
        const block = $firstBlockAtCaret();
        const element = block && $isElementNode(block) ? editor.getElementByKey(block.getKey()) : null;
        return element !== null && isOnFirstLine(element) && leaveBody(editor, event);
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        const block = $firstBlockAtCaret();
        if (!$isParagraphNode(block) || !block.isEmpty()) return false;
        if (!leaveBody(editor, event)) return false;
        if (block.getNextSibling() !== null) block.remove();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
}
