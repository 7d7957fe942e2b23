import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import type { Klass, LexicalNode } from 'lexical';
import { FigureNode } from './nodes/FigureNode.ts';
import { PictureNode } from './nodes/PictureNode.tsx';
import { PullQuoteNode } from './nodes/PullQuoteNode.ts';
import { SeparatorNode } from './nodes/SeparatorNode.ts';
import { SlotNode } from './nodes/SlotNode.ts';

/** Every kind of node a story's page is made of, beside Lexical's own paragraph, text and line break. */
export const EDITOR_NODES: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  SeparatorNode,
  PullQuoteNode,
  FigureNode,
  PictureNode,
  SlotNode,
];
