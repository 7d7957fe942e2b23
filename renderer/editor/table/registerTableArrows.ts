import {
  $createTableSelectionFrom,
  $findTableNode,
  $isTableSelection,
  type TableCellNode,
  type TableNode,
} from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  getDOMSelection,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $selectAfter, $selectBefore } from '../blocks/insertBlock.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $cellAbove, $cellBelow, $cellsOf, $selectedCell } from './tableCells.ts';

type Side = 'before' | 'after';

/** The next cell in reading order or the one before. */
function $cellBeside(table: TableNode, cell: TableCellNode, side: Side): TableCellNode | null {
  const cells = $cellsOf(table);
  const at = cells.findIndex((other) => other.is(cell));
  return cells[side === 'before' ? at - 1 : at + 1] ?? null;
}

/**
 * Lexical leaves a table for the paragraph beside it. Where there is none (a picture, a rule, another table, the story's
 * edge) its caret would stand between blocks, on no line; there a line is made.
 */
function $leave(table: TableNode, side: Side): boolean {
  const beside = side === 'before' ? table.getPreviousSibling() : table.getNextSibling();
  if ($isElementNode(beside) && !beside.isShadowRoot()) return false;
  if (side === 'before') $selectBefore(table);
  else $selectAfter(table);
  return true;
}

/** Whether the drawn caret is on the first or last line of a cell. */
function isOnEdgeLine(element: HTMLElement, side: Side): boolean {
  const selection = getDOMSelection(window);
  const caret = selection?.rangeCount ? selection.getRangeAt(0).getClientRects()[0] : undefined;
  // An empty line has no box for its caret; it is the only line there is.
  if (!caret) return element.textContent === '';
  const box = element.getBoundingClientRect();
  return side === 'before' ? caret.top - box.top < caret.height : box.bottom - caret.bottom < caret.height;
}

function isPlain(event: KeyboardEvent): boolean {
  return !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
}

/**
 * Arrows in tables: at the edges out of the table, and to the left and right as the words run, which Lexical's own
 * walk through cells does not know of. Needs a document. Answers its undo.
 */
export function registerTableArrows(editor: LexicalEditor): () => void {
  const walkUpOrDown = (side: Side) => (event: KeyboardEvent) => {
    const selection = $getSelection();
    const cell = isPlain(event) && $isRangeSelection(selection) && selection.isCollapsed() ? $selectedCell() : null;
    const table = cell && $findTableNode(cell);
    if (!table) return false;
    const line = cell.getFirstChild();
    const element = line && editor.getElementByKey(line.getKey());
    const hasMore = side === 'before' ? $cellAbove(table, cell) : $cellBelow(table, cell);
    if (hasMore || !element || !isOnEdgeLine(element, side) || !$leave(table, side)) return false;
    event.preventDefault();
    return true;
  };

  const isRightToLeft = (node: LexicalNode) => editor.getElementByKey(node.getKey())?.matches(':dir(rtl)') ?? false;

  let isTurned = false;
  const walkSideways = (isLeft: boolean) => (event: KeyboardEvent) => {
    const selection = $getSelection();
    const cell = $selectedCell();
    const table = cell && $findTableNode(cell);
    if (isTurned || !table || event.altKey || event.ctrlKey || event.metaKey) return false;
    if ($isTableSelection(selection)) {
      if (!isRightToLeft(table)) return false;
      isTurned = true;
      // Over cells Lexical takes left for "back"; in this table it is "on".
      editor.dispatchCommand(isLeft ? KEY_ARROW_RIGHT_COMMAND : KEY_ARROW_LEFT_COMMAND, event);
      isTurned = false;
      return true;
    }
    if (!$isRangeSelection(selection)) return false;
    // Without a word in it a cell runs as the table does.
    const isRtl = isRightToLeft(cell.getTextContentSize() === 0 ? table : (cell.getFirstChild() ?? cell));
    const side: Side = isLeft === isRtl ? 'after' : 'before';
    const edge = side === 'before' ? 0 : cell.getTextContentSize();
    const isAtEdge = $offsetOfPoint(cell, selection.focus) === edge && (event.shiftKey || selection.isCollapsed());
    const next = isAtEdge ? $cellBeside(table, cell, side) : null;
    if (isAtEdge && !next && !event.shiftKey && $leave(table, side)) {
      event.preventDefault();
      return true;
    }
    if (!isRtl) return false;
    if (next) {
      event.preventDefault();
      if (event.shiftKey) $setSelection($createTableSelectionFrom(table, cell, next));
      else if (side === 'before') next.selectEnd();
      else next.selectStart();
    }
    // Inside the words, and out of the table onto a line beside it, the browser knows the way.
    return true;
  };

  return mergeRegister(
    editor.registerCommand(KEY_ARROW_UP_COMMAND, walkUpOrDown('before'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, walkUpOrDown('after'), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, walkSideways(true), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, walkSideways(false), COMMAND_PRIORITY_CRITICAL),
  );
}
