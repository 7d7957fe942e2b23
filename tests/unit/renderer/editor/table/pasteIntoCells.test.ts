import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $pasteBlocks } from '../../../../../renderer/editor/paste/pasteBlocks.ts';
import type { Block, Table } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { inlineText } from '../../../../../shared/story/plainText.ts';
import { edit, openHeadless, paragraph, readBlocks, select } from '../editorRig.ts';

function table(id: string, ...rows: string[][]): Table {
  const cell = (text: string) => ({ content: text === '' ? [] : [{ type: 'text' as const, text }] });
  return { id: id as BlockId, type: 'table', rows: rows.map((row) => row.map(cell)) };
}

function rowsAfter(offset: number, blocks: readonly Block[]): string[] {
  const editor: LexicalEditor = openHeadless([table('t', ['a', 'b'], ['c', 'd']), paragraph('p', '')]);
  select(editor, 't', offset);
  edit(editor, () => $pasteBlocks(blocks, false));
  const [first] = readBlocks(editor);
  return first?.type === 'table'
    ? first.rows.map((row) => row.map(({ content }) => inlineText(content)).join('|'))
    : [];
}

describe('pasting into a cell', () => {
  it('lays a table over the cells from there on', () => {
    expect(rowsAfter(0, [table('x', ['1', '2'], ['3', '4'])])).toEqual(['1|2', '3|4']);
  });

  it('adds the rows and columns that are missing', () => {
    expect(rowsAfter(7, [table('x', ['1', '2'], ['3', '4'])])).toEqual(['a|b|', 'c|1|2', '|3|4']);
  });

  it('takes anything else for words', () => {
    expect(rowsAfter(1, [paragraph('x', 'one'), paragraph('y', 'two')])).toEqual(['aone\ntwo|b', 'c|d']);
  });
});
