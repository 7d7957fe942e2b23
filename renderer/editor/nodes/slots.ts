import type { ElementNode, LexicalNode } from 'lexical';
import { $isSlotNode, type SlotName, type SlotNode } from './SlotNode.ts';

/** The slot of that name among an element's children. */
export function $findSlot(element: ElementNode, name: SlotName): SlotNode | null {
  for (let child: LexicalNode | null = element.getFirstChild(); child; child = child.getNextSibling()) {
    if ($isSlotNode(child) && child.getName() === name) return child;
  }
  return null;
}

/** The slot a node lies in, itself included. */
export function $slotAround(node: LexicalNode): SlotNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) if ($isSlotNode(at)) return at;
  return null;
}
