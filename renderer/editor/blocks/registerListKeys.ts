import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { $selectedBlocks, $selectedItems } from './selectedBlocks.ts';

/** Deepest level of a list that still reads on a page. */
const DEEPEST = 4;

/** The selected items that lie at the highest level among them; what is nested below goes along or stays as it is. */
function $itemsToShift(): ListItemNode[] {
  const items = $selectedBlocks().flatMap((block) => ($isListNode(block) ? $selectedItems(block) : []));
  const highest = Math.min(...items.map((item) => item.getIndent()));
  return items.filter((item) => item.getIndent() === highest);
}

function $shift(by: 1 | -1): void {
  const items = $itemsToShift();
  // From the last to the first: an item that moves up takes the ones after it along, which must not have moved yet.
  for (const item of by < 0 ? items.reverse() : items) {
    const indent = item.getIndent();
    const canNest = by < 0 ? indent > 0 : indent < DEEPEST && item.getPreviousSibling() !== null;
    if (canNest) item.setIndent(indent + by);
  }
}

/** Tab and Shift+Tab nest and un-nest list items. Elsewhere Tab goes on to the next part of the window. Answers its undo. */
export function registerListKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return false;
      if (!$findMatchingParent(selection.anchor.getNode(), $isListItemNode)) return false;
      event.preventDefault();
      $shift(event.shiftKey ? -1 : 1);
      return true;
    },
    COMMAND_PRIORITY_LOW,
  );
}
