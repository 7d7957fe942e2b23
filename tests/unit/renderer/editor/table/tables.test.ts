// @vitest-environment jsdom
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  type LexicalEditor,
} from 'lexical';
import { $createHeadingNode } from '@lexical/rich-text';
import { describe, expect, it } from 'vitest';
import { $selectedCell, $selectedRange } from '../../../../../renderer/editor/table/tableCells.ts';
import { $createSeparatorNode } from '../../../../../renderer/editor/nodes/SeparatorNode.ts';
import type { Block, Table, TableCell } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { inlineText } from '../../../../../shared/story/plainText.ts';
import {
  caret,
  edit,
  openOnPage,
  outline,
  paragraph,
  press,
  readBlocks,
  redo,
  run,
  select,
  selectAcross,
  type,
  undo,
} from '../editorRig.ts';

/** A table by its words; `#` before a cell's words makes it a heading. */
function table(id: string, ...rows: string[][]): Table {
  const cell = (text: string): TableCell => {
    const words = text.replace(/^#/, '');
    return {
      content: words === '' ? [] : [{ type: 'text', text: words }],
      ...(text.startsWith('#') ? { header: true } : {}),
    };
  };
  return { id: id as BlockId, type: 'table', rows: rows.map((row) => row.map(cell)) };
}

/** The first table of the page, spelt like that. */
function grid(editor: LexicalEditor): string[][] {
  const found = readBlocks(editor).find((block): block is Table => block.type === 'table');
  if (!found) return [];
  return found.rows.map((row) => row.map(({ content, header }) => (header ? '#' : '') + inlineText(content)));
}

/** Which cell of the grid the caret is in. */
function at(editor: LexicalEditor): string {
  return editor.read(() => {
    const range = $selectedRange();
    return range ? `${range.minRow} ${range.minColumn}` : 'outside';
  });
}

const TWO = table('t', ['#Place', '#Dead'], ['Quetta', '12']);

describe('a new table', () => {
  it('has a row of headings, a line after it, and the caret in its first cell', () => {
    const editor = openOnPage([paragraph('a', '')]);
    select(editor, 'a', 0);
    run(editor, 'insert.table');
    type(editor, 'Place');
    expect(grid(editor)).toEqual([
      ['#Place', '#', '#'],
      ['', '', ''],
      ['', '', ''],
    ]);
    expect(readBlocks(editor).map((block) => block.type)).toEqual(['table', 'paragraph']);
  });

  it('runs the way the story does before it has a word', () => {
    const direction = (fields: Parameters<typeof openOnPage>[1]) => {
      const editor = openOnPage([paragraph('a', '')], fields);
      select(editor, 'a', 0);
      run(editor, 'insert.table');
      return readBlocks(editor)[0]?.direction;
    };
    expect(direction({ language: 'ar' })).toBe('rtl');
    expect(direction({ language: 'en' })).toBeUndefined();
    expect(direction({ language: 'en', direction: 'rtl' })).toBe('rtl');
  });

  it('goes after a table, not into it', () => {
    const editor = openOnPage([TWO, paragraph('b', 'after')]);
    select(editor, 't', 2);
    run(editor, 'insert.table');
    expect(readBlocks(editor).map((block) => block.type)).toEqual(['table', 'table', 'paragraph']);
    expect(readBlocks(editor)[0]).toEqual(TWO);
  });
});

describe('keys in a table', () => {
  it('Tab and Shift+Tab go from cell to cell', () => {
    const editor = openOnPage([TWO, paragraph('b', '')]);
    select(editor, 't', 0);
    const seen = [at(editor)];
    for (const back of [false, false, false, true, true, true, true]) {
      press(editor, 'Tab', back);
      seen.push(at(editor));
    }
    expect(seen).toEqual(['0 0', '0 1', '1 0', '1 1', '1 0', '0 1', '0 0', '0 0']);
  });

  it('Tab after the last cell makes a new row, which is no row of headings', () => {
    const editor = openOnPage([table('t', ['#Place', '#Dead']), paragraph('b', '')]);
    select(editor, 't', 8);
    press(editor, 'Tab');
    type(editor, 'Quetta');
    expect(grid(editor)).toEqual([
      ['#Place', '#Dead'],
      ['Quetta', ''],
    ]);
    undo(editor);
    undo(editor);
    expect(grid(editor)).toEqual([['#Place', '#Dead']]);
  });

  it('a new row begins with a heading where the others do', () => {
    const editor = openOnPage([table('t', ['#Quetta', '12']), paragraph('b', '')]);
    select(editor, 't', 8);
    press(editor, 'Tab');
    expect(grid(editor)).toEqual([
      ['#Quetta', '12'],
      ['#', ''],
    ]);
  });

  it('Enter goes down the column and out at its end, and keeps what is selected', () => {
    const editor = openOnPage([TWO, paragraph('b', 'after')]);
    select(editor, 't', 6, 10);
    press(editor, 'Enter');
    expect([at(editor), grid(editor)]).toEqual([
      '1 1',
      [
        ['#Place', '#Dead'],
        ['Quetta', '12'],
      ],
    ]);
    press(editor, 'Enter');
    expect(caret(editor)).toBe('b 0');
  });

  it('Enter leaves the last table of a story onto a line of its own', () => {
    const editor = openOnPage([TWO]);
    select(editor, 't', 20);
    press(editor, 'Enter');
    type(editor, 'On');
    expect(outline(editor, ['t'])).toEqual(['t table: Place\tDead / Quetta\t12', 'new paragraph: On']);
  });

  it('Shift+Enter breaks the line inside the cell', () => {
    const editor = openOnPage([TWO]);
    select(editor, 't', 5);
    press(editor, 'Enter', true);
    type(editor, 'of birth');
    expect(grid(editor)[0]).toEqual(['#Place\nof birth', '#Dead']);
  });

  it('Escape leaves the table', () => {
    const editor = openOnPage([TWO, paragraph('b', 'after')]);
    select(editor, 't', 3);
    press(editor, 'Escape');
    expect(caret(editor)).toBe('b 0');
  });

  it('Backspace and Delete stop at the edges of a cell', () => {
    const editor = openOnPage([paragraph('a', 'before'), TWO, paragraph('b', 'after')]);
    select(editor, 't', 6);
    press(editor, 'Backspace');
    select(editor, 't', 5);
    press(editor, 'Delete');
    select(editor, 't', 0);
    press(editor, 'Backspace');
    select(editor, 't', 20);
    press(editor, 'Delete');
    expect(readBlocks(editor)).toEqual([paragraph('a', 'before'), TWO, paragraph('b', 'after')]);
    expect(at(editor)).toBe('1 1');
  });

  it('Backspace in a table without a word selects it, and then deletes it', () => {
    const editor = openOnPage([paragraph('a', 'x'), table('t', ['', ''], ['', '']), paragraph('b', 'y')]);
    select(editor, 't', 1);
    press(editor, 'Backspace');
    expect(caret(editor)).toBe('selected t');
    press(editor, 'Backspace');
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: x', 'b paragraph: y']);
  });

  it('Backspace after a table and Delete before one select it, and an empty line goes', () => {
    const editor = openOnPage([paragraph('a', 'x'), TWO, paragraph('b', '')]);
    select(editor, 'b', 0);
    press(editor, 'Backspace');
    expect(caret(editor)).toBe('selected t');
    press(editor, 'Enter');
    select(editor, 'a', 1);
    press(editor, 'Delete');
    expect(caret(editor)).toBe('selected t');
    press(editor, 'Delete');
    expect(outline(editor, ['a'])[0]).toBe('a paragraph: x');
    expect(grid(editor)).toEqual([]);
  });
});

describe('the Table menu', () => {
  function after(action: Parameters<typeof run>[1], offset: number, blocks: readonly Block[] = [TWO]): LexicalEditor {
    const editor = openOnPage([...blocks, paragraph('z', 'after')]);
    select(editor, 't', offset);
    run(editor, action);
    return editor;
  }

  it.each([
    [
      'table.insertRowAbove',
      11,
      [
        ['#Place', '#Dead'],
        ['', ''],
        ['Quetta', '12'],
      ],
      '1 0',
    ],
    [
      'table.insertRowBelow',
      6,
      [
        ['#Place', '#Dead'],
        ['', ''],
        ['Quetta', '12'],
      ],
      '1 1',
    ],
    [
      'table.insertColumnBefore',
      11,
      [
        ['#', '#Place', '#Dead'],
        ['', 'Quetta', '12'],
      ],
      '1 0',
    ],
    [
      'table.insertColumnAfter',
      11,
      [
        ['#Place', '#', '#Dead'],
        ['Quetta', '', '12'],
      ],
      '1 1',
    ],
    [
      'table.headerRow',
      11,
      [
        ['Place', 'Dead'],
        ['Quetta', '12'],
      ],
      '1 0',
    ],
    ['table.deleteRow', 6, [['Quetta', '12']], '0 1'],
    ['table.deleteColumn', 11, [['#Dead'], ['12']], '1 0'],
    ['table.delete', 11, [], 'outside'],
  ] as const)('%s', (action, offset, expected, place) => {
    const editor = after(action, offset);
    expect(grid(editor)).toEqual(expected);
    expect(at(editor)).toBe(place);
    const changed = readBlocks(editor);
    undo(editor);
    expect(readBlocks(editor)).toEqual([TWO, paragraph('z', 'after')]);
    redo(editor);
    expect(readBlocks(editor)).toEqual(changed);
  });

  it('gives headings to a table that has none', () => {
    expect(grid(after('table.headerRow', 0, [table('t', ['a', 'b'], ['c', 'd'])]))).toEqual([
      ['#a', '#b'],
      ['c', 'd'],
    ]);
  });

  it('deletes the table with its last row or column, and leaves a line to write on', () => {
    expect(outline(after('table.deleteRow', 0, [table('t', ['a', 'b'])]), ['z'])).toEqual(['z paragraph: after']);
    const editor = openOnPage([table('t', ['a'], ['b'])]);
    select(editor, 't', 0);
    run(editor, 'table.deleteColumn');
    type(editor, 'On');
    expect(outline(editor, [])).toEqual(['new paragraph: On']);
  });

  it('means nothing outside a table', () => {
    const editor = openOnPage([paragraph('a', 'x'), TWO]);
    select(editor, 'a', 0);
    const before = readBlocks(editor);
    for (const action of ['table.insertRowAbove', 'table.deleteColumn', 'table.delete'] as const) run(editor, action);
    expect(readBlocks(editor)).toEqual(before);
  });

  it('keeps merged cells whole', () => {
    const merged: Table = {
      id: 't' as BlockId,
      type: 'table',
      rows: [
        [{ content: [{ type: 'text', text: 'wide' }], colSpan: 2 }],
        [{ content: [{ type: 'text', text: 'a' }] }, { content: [{ type: 'text', text: 'b' }] }],
      ],
    };
    const rows = (editor: LexicalEditor) => (readBlocks(editor)[0] as Table).rows;
    const wider = after('table.insertColumnAfter', 5, [merged]);
    expect(rows(wider).map((row) => row.map(({ colSpan }) => colSpan ?? 1))).toEqual([[3], [1, 1, 1]]);
    const narrower = after('table.deleteColumn', 5, [merged]);
    expect(rows(narrower).map((row) => row.map(({ colSpan }) => colSpan ?? 1))).toEqual([[1], [1]]);
  });
});

describe('the shape of a table', () => {
  function pasteIntoCell(
    editor: LexicalEditor,
    nodes: () => Parameters<ReturnType<typeof $createParagraphNode>['append']>,
  ): void {
    edit(editor, () => {
      const cell = $selectedCell();
      for (const node of nodes()) cell?.append(node);
    });
  }

  it('makes lines of the blocks that get into a cell', () => {
    const editor = openOnPage([TWO, paragraph('b', 'after')]);
    select(editor, 't', 5);
    pasteIntoCell(editor, () => [
      $createHeadingNode('h2').append($createTextNode('head')),
      $createParagraphNode().append($createTextNode('line').setFormat('bold')),
    ]);
    expect(grid(editor)[0]).toEqual(['#Place\nhead\nline', '#Dead']);
    expect(readBlocks(editor)[0]).toMatchObject({
      rows: [[{ content: [{}, {}, { text: 'head' }, {}, { text: 'line', marks: ['bold'] }] }, {}], {}],
    });
    expect(editor.read(() => $selectedCell()?.getChildrenSize())).toBe(1);
  });

  it('lets out after it what is more than words', () => {
    const editor = openOnPage([TWO, paragraph('b', 'after')]);
    select(editor, 't', 0);
    pasteIntoCell(editor, () => [$createSeparatorNode()]);
    expect(outline(editor, ['t', 'b'])).toEqual([
      't table: Place\tDead / Quetta\t12',
      'new separator:',
      'b paragraph: after',
    ]);
  });

  it('fills short rows and shortens cells that reach below the last row, once rows or columns change', () => {
    const ragged: Table = { ...TWO, rows: [[...(TWO.rows[0] ?? [])], [{ content: [], rowSpan: 4 }]] };
    const editor = openOnPage([ragged]);
    expect(readBlocks(editor)).toEqual([ragged]);
    select(editor, 't', 0);
    type(editor, 'x');
    expect(readBlocks(editor)[0]).toMatchObject({ rows: [[{}, {}], [{ rowSpan: 4 }]] });
    run(editor, 'table.insertRowAbove');
    expect(readBlocks(editor)).toEqual([
      {
        ...TWO,
        rows: [
          [{ content: [] }, { content: [] }],
          [{ content: [{ type: 'text', text: 'xPlace' }], header: true }, TWO.rows[0]?.[1]],
          [{ content: [] }, { content: [] }],
        ],
      },
    ]);
  });

  it('survives a deletion from outside into it and across it', () => {
    const editor = openOnPage([paragraph('a', 'before'), TWO, paragraph('b', 'after')]);
    selectAcross(editor, ['a', 3], ['b', 2]);
    press(editor, 'Backspace');
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: befter']);
    undo(editor);
    selectAcross(editor, ['a', 3], ['t', 8]);
    press(editor, 'Backspace');
    for (const block of readBlocks(editor)) {
      if (block.type === 'table') expect(new Set(block.rows.map((row) => row.length)).size).toBe(1);
    }
    undo(editor);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'before'), TWO, paragraph('b', 'after')]);
  });

  it('is kept when the whole table is chosen, cut out and put back by undo', () => {
    const editor = openOnPage([paragraph('a', ''), TWO, paragraph('b', 'after')]);
    select(editor, 'b', 0);
    press(editor, 'Backspace');
    expect(editor.read(() => $isNodeSelection($getSelection()))).toBe(true);
    press(editor, 'Backspace');
    expect(editor.read(() => $getRoot().getChildren().some($isTableNode))).toBe(false);
    undo(editor);
    expect(readBlocks(editor)[1]).toEqual(TWO);
    expect(editor.read(() => $isElementNode($getRoot().getChildAtIndex(1)))).toBe(true);
  });
});
