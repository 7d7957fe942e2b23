import { $isLinkNode } from '@lexical/link';
import { $isListNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $findTableNode, $isTableSelection } from '@lexical/table';
import {
  $findMatchingParent,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { $hasHeaderRow } from '../table/tableActions.ts';

const FORMATS: readonly (readonly [TextFormatType, ActionId])[] = [
  ['bold', 'format.bold'],
  ['italic', 'format.italic'],
  ['underline', 'format.underline'],
  ['strikethrough', 'format.strikethrough'],
  ['subscript', 'format.subscript'],
  ['superscript', 'format.superscript'],
];

/** The innermost list around a node. */
function $findList(node: LexicalNode): ListNode | null {
  return $findMatchingParent(node, $isListNode);
}

function $blockAction(node: LexicalNode): ActionId | null {
  const heading = $findMatchingParent(node, $isHeadingNode);
  if (heading) return heading.getTag() === 'h2' ? 'format.heading2' : 'format.heading3';
  if ($findMatchingParent(node, $isQuoteNode)) return 'format.quote';
  const list = $findList(node);
  if (list) return list.getListType() === 'number' ? 'format.numberedList' : 'format.bulletedList';
  return null;
}

/** What is on around a table; `insert.table` says that there is one. */
function $tableActions(node: LexicalNode): ActionId[] {
  const table = $findTableNode(node);
  if (!table) return [];
  return $hasHeaderRow(table) ? ['insert.table', 'table.headerRow'] : ['insert.table'];
}

/** Which toggling actions are on for a selection. Read inside an editor state. */
export function $readActiveActions(selection: BaseSelection | null): ActionId[] {
  if ($isTableSelection(selection)) return $tableActions(selection.focus.getNode());
  if (!$isRangeSelection(selection)) return [];
  const active = FORMATS.filter(([format]) => selection.hasFormat(format)).map(([, action]) => action);
  const node = selection.anchor.getNode();
  if ($findMatchingParent(node, $isLinkNode)) active.push('insert.link');
  const block = $blockAction(node);
  if (block) active.push(block);
  active.push(...$tableActions(node));
  return active;
}
