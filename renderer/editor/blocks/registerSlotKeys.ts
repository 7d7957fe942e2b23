import { $isTableNode } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $galleryAround, $nextInGallery } from '../model/galleries.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround } from '../model/topLevel.ts';
import { $isFigureNode, type FigureNode } from '../nodes/FigureNode.ts';
import { $isPullQuoteNode, type PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $slotAround } from '../nodes/slots.ts';
import { $isSlotNode, type SlotNode } from '../nodes/SlotNode.ts';
import { $selectAfter, $selectBefore } from './insertBlock.ts';
import { $selectBlock } from './selectBlock.ts';

type SlottedBlock = PullQuoteNode | FigureNode;

function $isSlotted(node: LexicalNode | null | undefined): node is SlottedBlock {
  return $isPullQuoteNode(node) || $isFigureNode(node);
}

/** A block whose words no key joins with those around it. */
function $isFramed(node: LexicalNode | null | undefined): boolean {
  return $isSlotted(node) || $isTableNode(node);
}

interface SlotCaret {
  readonly slot: SlotNode;
  readonly block: SlottedBlock;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

/** Where in a slot the caret is; null outside one, or over a selection. */
function $caretInSlot(): SlotCaret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const slot = $slotAround(selection.anchor.getNode());
  const block = slot?.getParent();
  if (!slot || !$isSlotted(block)) return null;
  const offset = $offsetOfPoint(slot, selection.anchor);
  return { slot, block, isAtStart: offset === 0, isAtEnd: offset === slot.getTextContentSize() };
}

function $siblingSlot(slot: SlotNode, by: 'next' | 'previous'): SlotNode | null {
  const sibling = by === 'next' ? slot.getNextSibling() : slot.getPreviousSibling();
  return $isSlotNode(sibling) ? sibling : null;
}

/** The slot beside a caret's, in the next picture of the gallery after the last one. */
function $slotTowards({ slot, block }: SlotCaret, by: 'next' | 'previous'): SlotNode | null {
  const sibling = $siblingSlot(slot, by);
  if (sibling) return sibling;
  const slots = $nextInGallery(block, by === 'next' ? 'after' : 'before')
    ?.getChildren()
    .filter($isSlotNode);
  return slots?.at(by === 'next' ? 0 : -1) ?? null;
}

/** Takes a block away and leaves the caret before it, or after it at the story's start. */
function $removeBlock(block: LexicalNode): void {
  const before = block.getPreviousSibling();
  if (before === null) $selectAfter(block);
  else if ($isSlotted(before)) before.getLastChild<SlotNode>()?.selectEnd();
  else if ($isElementNode(before)) before.selectEnd();
  else {
    const line = $createParagraphNode();
    block.insertBefore(line);
    line.select();
  }
  block.remove();
}

/** The caret at the edge of the block it is in, collapsed, outside any slot; with the block on the other side. */
function $neighbourAtEdge(
  selection: RangeSelection,
  isBackward: boolean,
): { here: ElementNode; there: LexicalNode } | null {
  const here = $blockAround(selection.anchor.getNode());
  if (!$isElementNode(here) || here.isShadowRoot()) return null;
  const there = isBackward ? here.getPreviousSibling() : here.getNextSibling();
  if (!there) return null;
  const offset = $offsetOfPoint(here, selection.anchor);
  const isAtEdge = isBackward ? offset === 0 : offset === here.getTextContentSize();
  return isAtEdge ? { here, there } : null;
}

function $enter(caret: SlotCaret): void {
  const next = $slotTowards(caret, 'next');
  // Splitting words at Enter would tear a quote or a caption apart; the key means "done here".
  if (next) next.selectEnd();
  else $selectAfter(caret.block);
}

function $backspaceInSlot({ slot, block, isAtStart }: SlotCaret): boolean {
  if (!isAtStart) return false;
  const previous = $siblingSlot(slot, 'previous');
  if (previous) {
    // Words are not moved from one slot into another; the caret is.
    previous.selectEnd();
  } else if ($isPullQuoteNode(block) && slot.isEmpty()) {
    $removeBlock(block);
  } else $selectBlock(block);
  return true;
}

function $deleteInSlot({ slot, isAtEnd }: SlotCaret): boolean {
  if (!isAtEnd) return false;
  $siblingSlot(slot, 'next')?.selectStart();
  return true;
}

/** Backspace after a pull-quote, figure or table, Delete before one: an empty line goes, else the block is selected. */
function $deleteTowardsBlock(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const edge = $neighbourAtEdge(selection, isBackward);
  if (!edge || !$isFramed(edge.there)) return false;
  if (edge.here.isEmpty() && (edge.here.getNextSibling() !== null || !isBackward)) edge.here.remove();
  $selectBlock(edge.there);
  return true;
}

/** From a picture that is selected as a whole to the next one of its gallery. */
function $walkGallery(event: KeyboardEvent, direction: 'next' | 'previous'): boolean {
  const selection = $getSelection();
  const [selected] = $isNodeSelection(selection) ? selection.getNodes() : [];
  const next = selected && $nextInGallery(selected, direction === 'next' ? 'after' : 'before');
  if (!next) return false;
  $selectBlock(next);
  event.preventDefault();
  return true;
}

function $walk(event: KeyboardEvent, direction: 'next' | 'previous'): boolean {
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  if ($walkGallery(event, direction)) return true;
  const caret = $caretInSlot();
  const isForward = direction === 'next';
  if (caret) {
    if (isForward ? !caret.isAtEnd : !caret.isAtStart) return false;
    const slot = $siblingSlot(caret.slot, direction);
    if (slot) {
      if (isForward) slot.selectStart();
      else slot.selectEnd();
    } else if (isForward) $selectAfter(caret.block);
    else $selectBefore(caret.block);
    event.preventDefault();
    return true;
  }
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const edge = $neighbourAtEdge(selection, !isForward);
  if (!edge || !$isSlotted(edge.there)) return false;
  const slots = edge.there.getChildren().filter($isSlotNode);
  if (isForward) slots[0]?.selectStart();
  else slots.at(-1)?.selectEnd();
  event.preventDefault();
  return true;
}

/**
 * What keys do at the edges of pull-quotes and figures. Enter goes on to the next slot and then past the block, Escape
 * leaves at once, arrows walk through, Backspace and Delete never merge what is inside with what is outside. Answers its
 * undo.
 */
export function registerSlotKeys(editor: LexicalEditor): () => void {
  const walk = (direction: 'next' | 'previous') => (event: KeyboardEvent) => $walk(event, direction);
  /** Left and right follow the words' own direction. */
  const walkSideways = (isLeft: boolean) => (event: KeyboardEvent) => {
    const selection = $getSelection();
    const at = $isRangeSelection(selection) ? selection.anchor.getNode() : selection?.getNodes()[0];
    const holder = at && ($slotAround(at) ?? $blockAround(at));
    const element = holder && editor.getElementByKey(holder.getKey());
    const isRtl = element?.matches(':dir(rtl)') ?? false;
    return $walk(event, isLeft === isRtl ? 'next' : 'previous');
  };
  return mergeRegister(
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const caret = $caretInSlot();
        if (caret) $enter(caret);
        return caret !== null;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => {
        const caret = $caretInSlot();
        // A credit or an attribution is one line.
        if (caret === null || caret.slot.isRich()) return false;
        $enter(caret);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        const [block] = $isNodeSelection(selection) ? selection.getNodes() : [];
        if (!block || !$isFramed(block)) return false;
        event?.preventDefault();
        $selectAfter(block);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        const selection = $getSelection();
        const [selected] = $isNodeSelection(selection) ? selection.getNodes() : [];
        const block = $isFramed(selected) ? selected : $caretInSlot()?.block;
        if (!block) return false;
        event.preventDefault();
        $selectAfter(($isFigureNode(block) ? $galleryAround(block).at(-1) : null) ?? block);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const caret = $caretInSlot();
        const slot = caret && $slotTowards(caret, event.shiftKey ? 'previous' : 'next');
        if (!slot) return false;
        event.preventDefault();
        slot.selectEnd();
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (isBackward) => {
          const caret = $caretInSlot();
          if (caret) return isBackward ? $backspaceInSlot(caret) : $deleteInSlot(caret);
          return $deleteTowardsBlock(isBackward);
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, walk('next'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, walk('previous'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, walkSideways(false), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, walkSideways(true), COMMAND_PRIORITY_LOW),
  );
}
