import { $isLinkNode } from '@lexical/link';
import {
  $createParagraphNode,
  $isElementNode,
  TextNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { mergeRegister } from '@lexical/utils';
import { $isFigureNode, FigureNode } from '../nodes/FigureNode.ts';
import { $createPictureNode, $isPictureNode, PictureNode } from '../nodes/PictureNode.tsx';
import { $isPullQuoteNode, PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $createSlotNode, $isSlotNode, SlotNode, type SlotName } from '../nodes/SlotNode.ts';

const QUOTE_SLOTS: readonly SlotName[] = ['quote', 'attribution'];
const FIGURE_SLOTS: readonly SlotName[] = ['caption', 'credit', 'alt'];

/**
 * Keeps pull-quotes and figures whole whatever is pasted, dropped or deleted across their borders: each has exactly its
 * own slots in their order; blocks that ended up inside come out after it; slots that ended up outside become paragraphs.
 * Answers its undo.
 */
export function registerSlots(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(PullQuoteNode, (node) => $keepWhole(node, QUOTE_SLOTS)),
    editor.registerNodeTransform(FigureNode, (node) => $keepWhole(node, FIGURE_SLOTS)),
    editor.registerNodeTransform(SlotNode, $keepInPlace),
    editor.registerNodeTransform(PictureNode, (node) => {
      if (!$isFigureNode(node.getParent())) node.remove();
    }),
    editor.registerNodeTransform(TextNode, $keepPlain),
  );
}

function $keepWhole(host: ElementNode, names: readonly SlotName[]): void {
  const found = new Map<SlotName, SlotNode>();
  const strays: LexicalNode[] = [];
  let picture: PictureNode | null = null;
  for (const child of host.getChildren()) {
    if ($isSlotNode(child) && names.includes(child.getName()) && !found.has(child.getName())) {
      found.set(child.getName(), child);
    } else if ($isFigureNode(host) && $isPictureNode(child) && picture === null) picture = child;
    else strays.push(child);
  }
  const wanted: LexicalNode[] = names.map((name) => found.get(name) ?? $createSlotNode(name));
  if ($isFigureNode(host)) wanted.unshift(picture ?? $createPictureNode());
  const children = host.getChildren();
  if (children.length === wanted.length && wanted.every((node, index) => children[index]?.is(node))) return;
  for (const stray of strays.reverse()) {
    if ($isPictureNode(stray)) stray.remove();
    else if ($isElementNode(stray) && !stray.isInline()) host.insertAfter($asBlock(stray));
    else host.insertAfter($createParagraphNode().append(stray));
  }
  wanted.forEach((node, index) => {
    if (host.getChildAtIndex(index)?.is(node)) return;
    host.splice(index, 0, [node]);
  });
}

/** A stray slot's words as a paragraph; any other block as it is. */
function $asBlock(node: ElementNode): ElementNode {
  if (!$isSlotNode(node)) return node;
  return $createParagraphNode().append(...node.getChildren());
}

function $isHost(node: LexicalNode | null): boolean {
  return $isPullQuoteNode(node) || $isFigureNode(node);
}

function $keepInPlace(slot: SlotNode): void {
  if (!$isHost(slot.getParent())) {
    slot.replace($asBlock(slot));
    return;
  }
  for (const child of slot.getChildren()) {
    // A block that landed among a slot's words gives up its frame.
    if ($isElementNode(child) && !child.isInline()) {
      for (const inner of child.getChildren()) child.insertBefore(inner);
      child.remove();
    } else if ($isLinkNode(child) && !slot.isRich()) {
      for (const inner of child.getChildren()) child.insertBefore(inner);
      child.remove();
    }
  }
}

/** Credits, attributions and alt texts are stored as plain strings, so they show no marks they would lose. */
function $keepPlain(text: TextNode): void {
  if (text.getFormat() === 0 && text.getStyle() === '') return;
  const slot = text.getParent();
  if ($isSlotNode(slot) && !slot.isRich()) text.setFormat(0).setStyle('');
}
