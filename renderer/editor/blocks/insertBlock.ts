import { $createParagraphNode, $getRoot, $isElementNode, $isParagraphNode, type LexicalNode } from 'lexical';
import { $selectedBlocks } from './selectedBlocks.ts';

/**
 * Puts a new block where the caret is: in place of an empty paragraph, else after the caret's block, else at the end.
 * There is always a line to go on typing after it.
 */
export function $insertBlock(block: LexicalNode): void {
  const at = $selectedBlocks().at(-1) ?? $getRoot().getLastChild();
  if (!at) $getRoot().append(block);
  else if ($isParagraphNode(at) && at.isEmpty()) at.replace(block);
  else at.insertAfter(block, false);
  if (block.getNextSibling() === null) block.insertAfter($createParagraphNode(), false);
}

/** Puts the caret at the start of what follows a block, on a new paragraph if that holds no caret of its own. */
export function $selectAfter(block: LexicalNode): void {
  const next = block.getNextSibling();
  if ($isElementNode(next) && !next.isShadowRoot()) next.selectStart();
  else {
    const paragraph = $createParagraphNode();
    block.insertAfter(paragraph, false);
    paragraph.select();
  }
}

/** Puts the caret where the story goes on: at the end of its last words, or on a line after whatever else is last. */
export function $selectStoryEnd(): void {
  const last = $getRoot().getLastChild();
  if ($isElementNode(last) && !last.isShadowRoot()) last.selectEnd();
  else if (last) $selectAfter(last);
}
