import { registerTableSelectionObserver, setScrollableTablesActive } from '@lexical/table';
import { mergeRegister } from '@lexical/utils';
import type { LexicalEditor } from 'lexical';
import { registerTableArrows } from './registerTableArrows.ts';

/**
 * What tables need once they are drawn: cells selected by dragging and by Shift and arrows, and arrows that find the way
 * out. A table wider than the page scrolls by itself. Before the story is on the page. Answers its undo.
 */
export function registerDrawnTables(editor: LexicalEditor): () => void {
  setScrollableTablesActive(editor, true);
  return mergeRegister(registerTableSelectionObserver(editor, false), registerTableArrows(editor));
}
