import {
  $caretRangeFromSelection,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $removeTextFromCaretRange,
  $setSelection,
  $setSelectionFromCaretRange,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $createStretchSelection, $offsetOfPoint } from '../model/textOffsets.ts';
import { $slotAround } from '../nodes/slots.ts';
import { $isSlotNode, type SlotNode } from '../nodes/SlotNode.ts';

/** The first and the last slot of a selection that runs from one slot into another of the same block. */
function $slotsAcross(selection: RangeSelection): { first: SlotNode; last: SlotNode; from: number; to: number } | null {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const first = $slotAround(start.getNode());
  const last = $slotAround(end.getNode());
  if (!first || !last || first.is(last) || !first.getParent()?.is(last.getParent())) return null;
  return { first, last, from: $offsetOfPoint(first, start), to: $offsetOfPoint(last, end) };
}

function $removeRange(selection: RangeSelection): void {
  const { format, style } = selection;
  const range = $caretRangeFromSelection(selection);
  // Blocks are joined after their words are cut. Lexical looks at the selection while it joins them, and throws when its
  // far end is by then past the end of its text; without a selection there is nothing to look at.
  $setSelection(null);
  const caret = $setSelectionFromCaretRange($removeTextFromCaretRange(range));
  caret.setFormat(format);
  caret.setStyle(style);
}

/**
 * Deletes what is selected; false when nothing is. Slots of a pull-quote or figure keep what is left of their own words,
 * where Lexical would pour the second into the first. Every deletion of a selection goes this way.
 */
export function $removeSelection(): boolean {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    selection.deleteNodes();
    return true;
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const across = $slotsAcross(selection);
  if (!across) {
    $removeRange(selection);
    return true;
  }
  const { first, last, from, to } = across;
  // From the last to the first, so that the caret ends up where the selection began.
  for (let slot: SlotNode | null = last; slot;) {
    const cut = $createStretchSelection(slot, {
      start: slot.is(first) ? from : 0,
      end: slot.is(last) ? to : slot.getTextContentSize(),
    });
    $setSelection(cut);
    if (!cut.isCollapsed()) $removeRange(cut);
    const before: LexicalNode | null = slot.is(first) ? null : slot.getPreviousSibling();
    slot = $isSlotNode(before) ? before : null;
  }
  return true;
}
