import { $findTableNode } from '@lexical/table';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { $selectedCell } from './tableCells.ts';

/** The drawn row the caret is in, as pixels from the sheet's top. */
export interface TableRowPlace {
  readonly sheet: HTMLElement;
  readonly top: number;
}

interface Row {
  readonly row: NodeKey;
  readonly table: NodeKey;
}

function $selectedRow(): Row | null {
  const cell = $selectedCell();
  const row = cell?.getParent();
  const table = cell && $findTableNode(cell);
  return row && table ? { row: row.getKey(), table: table.getKey() } : null;
}

function measure(editor: LexicalEditor, row: NodeKey): TableRowPlace | null {
  const sheet = editor.getRootElement()?.closest<HTMLElement>('.sheet');
  const element = editor.getElementByKey(row);
  if (!sheet || !element) return null;
  return { sheet, top: Math.round(element.getBoundingClientRect().top - sheet.getBoundingClientRect().top) };
}

/** Where the table row is that the caret is in; null outside a table. Measured only when it may have moved. */
export function useTableRow(editor: LexicalEditor): TableRowPlace | null {
  const [place, setPlace] = useState<TableRowPlace | null>(null);
  useEffect(() => {
    let last: NodeKey | null = null;
    let frame = 0;
    const follow = (row: NodeKey) => {
      cancelAnimationFrame(frame);
      // After the page is laid out: the key that is being typed does not wait for it.
      frame = requestAnimationFrame(() => {
        const now = measure(editor, row);
        setPlace((before) => (before?.sheet === now?.sheet && before?.top === now?.top ? before : now));
      });
    };
    const stop = editor.registerUpdateListener(({ editorState, dirtyElements }) => {
      const found = editorState.read($selectedRow);
      if (!found) {
        if (last === null) return;
        last = null;
        cancelAnimationFrame(frame);
        setPlace(null);
      } else if (found.row !== last || dirtyElements.has(found.table)) {
        last = found.row;
        follow(found.row);
      }
    });
    const onResize = () => last !== null && follow(last);
    window.addEventListener('resize', onResize);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', onResize);
    };
  }, [editor]);
  return place;
}
