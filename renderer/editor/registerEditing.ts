import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import { mergeRegister } from '@lexical/utils';
import type { LexicalEditor } from 'lexical';
import { registerBlockActions } from './blocks/registerBlockActions.ts';
import { registerListKeys } from './blocks/registerListKeys.ts';
import { registerListShape } from './blocks/registerListShape.ts';
import { registerRemovals } from './blocks/registerRemovals.ts';
import { registerSlotKeys } from './blocks/registerSlotKeys.ts';
import { leaveCommandEnter } from './leaveCommandEnter.ts';
import { registerMarkdown } from './markdown/registerMarkdown.ts';
import { registerBlockIds } from './model/registerBlockIds.ts';
import { registerSlots } from './model/registerSlots.ts';
import { registerPullQuotes } from './pullquote/registerPullQuotes.ts';
import { registerCommentEdges } from './review/registerCommentEdges.ts';
import { registerTables } from './table/registerTables.ts';

/** Keystrokes of one kind that follow each other within this time are undone together. */
const BURST_MS = 600;

/**
 * Everything that makes the page editable and needs nothing from outside: rules that keep the model true first, then
 * what keys do. Runs headless, too. Answers its undo.
 */
export function registerEditing(editor: LexicalEditor): () => void {
  return mergeRegister(
    registerBlockIds(editor),
    registerSlots(editor),
    registerRichText(editor),
    registerList(editor),
    registerListShape(editor),
    leaveCommandEnter(editor),
    registerBlockActions(editor),
    registerRemovals(editor),
    registerSlotKeys(editor),
    registerListKeys(editor),
    registerTables(editor),
    registerMarkdown(editor),
    registerPullQuotes(editor),
    registerCommentEdges(editor),
    registerHistory(editor, createEmptyHistoryState(), BURST_MS),
  );
}
