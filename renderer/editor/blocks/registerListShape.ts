import { $createListItemNode, $isListItemNode, $isListNode, ListItemNode } from '@lexical/list';
import { $findMatchingParent, $isElementNode, type ElementNode, type LexicalEditor, type LexicalNode } from 'lexical';

function $isWords(node: LexicalNode): boolean {
  return node.isInline();
}

/**
 * What a block holds in stretches that fit into one item each, words or a nested list, in reading order; what is
 * neither is put to `strays`.
 */
function $readParts(within: ElementNode, strays: LexicalNode[]): LexicalNode[][] {
  const parts: LexicalNode[][] = [];
  let line: LexicalNode[] | null = null;
  for (const child of within.getChildren()) {
    if ($isWords(child)) {
      if (!line) parts.push((line = []));
      line.push(child);
      continue;
    }
    line = null;
    if ($isListNode(child)) parts.push([child]);
    else if ($isElementNode(child) && child.getChildren().every((inner) => $isWords(inner) || $isListNode(inner))) {
      parts.push(...$readParts(child, strays));
    } else strays.push(child);
  }
  return parts;
}

/** An item holds a line of words or one nested list, as the story format says, whatever was put into it. */
function $keepItemWhole(item: ListItemNode): void {
  const children = item.getChildren();
  if (children.every($isWords) || (children.length === 1 && $isListNode(children[0]))) return;
  const strays: LexicalNode[] = [];
  const parts = $readParts(item, strays);
  const outermost = $findMatchingParent(item, (node) => $isListNode(node) && !$isListItemNode(node.getParent()));
  for (const stray of strays.toReversed()) outermost?.insertAfter(stray);
  // Moved, never taken out and put in: so a caret in the words goes along.
  const [first = [], ...others] = parts;
  item.append(...first);
  let last = item;
  for (const part of others) {
    const next = $createListItemNode().append(...part);
    last.insertAfter(next);
    last = next;
  }
  for (const child of item.getChildren()) if (!first.some((node) => node.is(child))) child.remove();
}

/** Keeps lists as they are stored: no words beside a nested list, no second list, no block in an item. Answers its undo. */
export function registerListShape(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(ListItemNode, $keepItemWhole);
}
