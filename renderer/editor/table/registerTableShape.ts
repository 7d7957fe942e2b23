import { $findTableNode, $isTableNode, registerTablePlugin, TableCellNode, TableRowNode } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $squareTable } from './squareTable.ts';

function $isBlock(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline();
}

/** What is more than words: it finds its place after the table. */
function $isMoreThanWords(node: LexicalNode): boolean {
  return $isTableNode(node) || $isFigureNode(node) || $isPullQuoteNode(node) || $isDecoratorNode(node);
}

/** Pours what a block holds into one line, its own lines parted by breaks; answers what does not fit into a line. */
function $pour(block: ElementNode, line: ParagraphNode): LexicalNode[] {
  const strays: LexicalNode[] = [];
  let isFresh = true;
  for (const child of block.getChildren()) {
    if (!$isBlock(child)) {
      if (isFresh && !line.isEmpty()) line.append($createLineBreakNode());
      isFresh = false;
      line.append(child);
    } else if ($isMoreThanWords(child) || !$isElementNode(child)) strays.push(child);
    else {
      strays.push(...$pour(child, line));
      isFresh = true;
    }
  }
  return strays;
}

/** A cell holds one line of words, as the story format says, whatever was pasted or dropped into it. */
function $keepOneLine(cell: TableCellNode): void {
  const [first, ...others] = cell.getChildren();
  if (others.length === 0 && $isParagraphNode(first) && !first.getChildren().some($isBlock)) return;
  const line = $createParagraphNode();
  const strays = $pour(cell, line);
  const table = $findTableNode(cell);
  for (const stray of strays.toReversed()) table?.insertAfter(stray);
  cell.splice(0, cell.getChildrenSize(), [line]);
}

/** Keeps tables whole: rows of one length, cells of one line. Answers its undo. */
export function registerTableShape(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerTablePlugin(editor),
    editor.registerNodeTransform(TableCellNode, $keepOneLine),
    // Cells come and go by their row; the table itself is then not touched.
    editor.registerNodeTransform(TableRowNode, (row) => {
      const table = $findTableNode(row);
      if (table) $squareTable(table);
    }),
  );
}
