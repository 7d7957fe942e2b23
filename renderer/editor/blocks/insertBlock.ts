import { $createParagraphNode, $getRoot, $isElementNode, $isParagraphNode, type LexicalNode } from 'lexical';
import { $nextInGallery } from '../model/galleries.ts';
import { $isSlotNode } from '../nodes/SlotNode.ts';
import { $selectedBlocks } from './selectedBlocks.ts';

/**
 * Puts a new block where the caret is: in place of an empty paragraph, else after the caret's block, else at the end.
 * There is always a line to go on typing after it.
 */
export function $insertBlock(block: LexicalNode): void {
  const at = $selectedBlocks().at(-1) ?? $getRoot().getLastChild();
  if (!at) $getRoot().append(block);
  else if ($isParagraphNode(at) && at.getTextContentSize() === 0) at.replace(block);
  else at.insertAfter(block, false);
  if (block.getNextSibling() === null) block.insertAfter($createParagraphNode(), false);
}

/**
 * Puts the caret at the start of what follows a block, on a new paragraph if that holds no caret of its own. A gallery is
 * not parted by that: from one of its pictures the caret goes to the next one's words.
 */
export function $selectAfter(block: LexicalNode): void {
  const next = block.getNextSibling();
  const slot = $nextInGallery(block, 'after')?.getChildren().find($isSlotNode);
  if (slot) slot.selectStart();
  else if ($isElementNode(next) && !next.isShadowRoot()) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph, false);
    paragraph.select();
  }
}

/** Puts the caret at the end of what comes before a block, on a new paragraph if that holds no caret of its own. */
export function $selectBefore(block: LexicalNode): void {
  const previous = block.getPreviousSibling();
  const slot = $isElementNode(previous) ? previous.getChildren().findLast($isSlotNode) : undefined;
  if (slot) slot.selectEnd();
  else if ($isElementNode(previous) && !previous.isShadowRoot()) previous.selectEnd();
  else {
    const line = $createParagraphNode();
    block.insertBefore(line);
    line.select();
  }
}

/** Puts the caret where the story goes on: at the end of its last words, or on a line after whatever else is last. */
export function $selectStoryEnd(): void {
  const last = $getRoot().getLastChild();
  if ($isElementNode(last) && !last.isShadowRoot()) last.selectEnd();
  else if (last) $selectAfter(last);
}
