import { ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { TableNode } from '@lexical/table';
import { ParagraphNode, type Klass, type LexicalNode } from 'lexical';
import { FigureNode } from './FigureNode.ts';
import { PullQuoteNode } from './PullQuoteNode.ts';
import { SeparatorNode } from './SeparatorNode.ts';

/** The nodes that are blocks of a story when they stand at the top of the page. */
export const BLOCK_NODES: readonly Klass<LexicalNode>[] = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  ListNode,
  TableNode,
  SeparatorNode,
  PullQuoteNode,
  FigureNode,
];
