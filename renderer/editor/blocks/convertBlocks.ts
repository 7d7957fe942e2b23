import { $createListItemNode, $createListNode, $isListNode, type ListNode, type ListType } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $isParagraphNode, type ElementNode, type LexicalNode } from 'lexical';
import { $getBlockId, $getBlockLanguage, $setBlockId, $setBlockLanguage } from '../model/blockState.ts';
import { $carrySelection, $isTextBlock, $selectedBlocks, $selectedItems } from './selectedBlocks.ts';

export type TextBlockKind = 'paragraph' | 'heading2' | 'heading3' | 'quote';

function $createTextBlock(kind: TextBlockKind): ElementNode {
  switch (kind) {
    case 'paragraph':
      return $createParagraphNode();
    case 'heading2':
      return $createHeadingNode('h2');
    case 'heading3':
      return $createHeadingNode('h3');
    case 'quote':
      return $createQuoteNode();
  }
}

function $isKind(node: LexicalNode, kind: TextBlockKind): boolean {
  if (kind === 'paragraph') return $isParagraphNode(node);
  if (kind === 'quote') return $isQuoteNode(node);
  return $isHeadingNode(node) && node.getTag() === (kind === 'heading2' ? 'h2' : 'h3');
}

/** Who a block is, whatever kind it becomes: its id, language and direction. */
function $carryIdentity(from: ElementNode, to: ElementNode): void {
  $setBlockId(to, $getBlockId(from));
  const language = $getBlockLanguage(from);
  if (language !== null) $setBlockLanguage(to, language);
  to.setDirection(from.getDirection());
}

function $convert(block: ElementNode, kind: TextBlockKind): void {
  if ($isKind(block, kind)) return;
  const next = $createTextBlock(kind);
  $carryIdentity(block, next);
  $carrySelection(block, next);
  next.append(...block.getChildren());
  block.replace(next);
}

/** Takes the selected items out of their list, each as a block of its own. */
function $unlist(list: ListNode, kind: TextBlockKind): void {
  for (const item of $selectedItems(list)) {
    const block = $createTextBlock(kind);
    $carrySelection(item, block);
    block.append(...item.getChildren());
    item.replace(block);
  }
}

/**
 * Makes the selected text blocks and list items blocks of this kind, or paragraphs again if all of them are of it
 * already. Pull-quotes, figures, tables and rules stay as they are.
 */
export function $toggleTextBlocks(kind: TextBlockKind): void {
  const blocks = $selectedBlocks().filter((block) => $isTextBlock(block) || $isListNode(block));
  const target = blocks.every((block) => $isKind(block, kind)) ? 'paragraph' : kind;
  for (const block of blocks) {
    if ($isListNode(block)) $unlist(block, target);
    else if ($isTextBlock(block)) $convert(block, target);
  }
}

/** Makes the selected text blocks items of a list of this kind, or paragraphs again if they all are already. */
export function $toggleList(type: Extract<ListType, 'bullet' | 'number'>): void {
  const blocks = $selectedBlocks().filter((block) => $isTextBlock(block) || $isListNode(block));
  if (blocks.length > 0 && blocks.every((block) => $isListNode(block) && block.getListType() === type)) {
    for (const block of blocks) if ($isListNode(block)) $unlist(block, 'paragraph');
    return;
  }
  let list: ListNode | null = null;
  for (const block of blocks) {
    if ($isListNode(block)) {
      block.setListType(type);
      list = block;
    } else if ($isTextBlock(block)) {
      const item = $createListItemNode();
      $carrySelection(block, item);
      item.append(...block.getChildren());
      if (list?.getNextSibling()?.is(block)) {
        list.append(item);
        block.remove();
      } else {
        list = $createListNode(type);
        $carryIdentity(block, list);
        list.append(item);
        block.replace(list);
      }
    }
  }
}
