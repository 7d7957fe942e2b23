import fc from 'fast-check';
import { $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import { blockSchema, type Block, type TableCell } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { blankFields } from '../../../../../shared/story/fields.ts';
import { arbitraryBlock, arbitraryBlocks } from '../arbitraryBlocks.ts';
import { openHeadless, readBlocks } from '../editorRig.ts';

/** A table with as many cells in each row. */
function squared(block: Block): Block {
  if (block.type !== 'table') return block;
  const width = Math.max(...block.rows.map((row) => row.length));
  const rows = block.rows.map((row) =>
    Array.from({ length: width }, (_, at): TableCell => {
      const { colSpan: _wide, rowSpan: _high, ...cell } = row[at] ?? { content: [] };
      return cell;
    }),
  );
  return { ...block, rows };
}

describe('a story on the page and back', () => {
  it('gives every kind of block back as it was, marks of a newer version included', () => {
    fc.assert(
      fc.property(arbitraryBlock, (block) => {
        expect(readBlocks(openHeadless([block]))).toEqual([block]);
      }),
      { numRuns: 400 },
    );
  });

  it('gives whole stories back in order', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        fc.pre(blocks.length > 0);
        expect(readBlocks(openHeadless(blocks))).toEqual(blocks);
      }),
    );
  });

  it('survives the editor’s own JSON, as undo and the clipboard keep it', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (any) => {
        // Parsing runs the editor's tidying, which makes one list of two in a row and fills a table's short rows;
        // stories are not opened that way.
        const blocks = any.map(squared);
        fc.pre(
          blocks.length > 0 && blocks.every((block, at) => block.type !== 'list' || blocks[at + 1]?.type !== 'list'),
        );
        const editor = openHeadless(blocks, { headline: 'Kept' });
        const json = JSON.stringify(editor.getEditorState().toJSON());
        const other = openHeadless([]);
        other.setEditorState(other.parseEditorState(json));
        expect(readBlocks(other)).toEqual(blocks);
        expect(other.getEditorState().read($getFields)).toEqual({ ...blankFields(), headline: 'Kept' });
      }),
    );
  });

  it('writes nothing the story format does not know', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        for (const block of readBlocks(openHeadless(blocks))) expect(blockSchema.parse(block)).toEqual(block);
      }),
    );
  });

  it('gives an empty story a line to type on', () => {
    const editor = openHeadless([]);
    expect(editor.getEditorState().read(() => $getRoot().getChildrenSize())).toBe(1);
    expect(readBlocks(editor)).toEqual([{ id: expect.any(String), type: 'paragraph', content: [] }]);
  });

  it('shows a newline inside stored words as a line break', () => {
    const block: Block = { id: 'a' as BlockId, type: 'paragraph', content: [{ type: 'text', text: 'one\ntwo' }] };
    expect(readBlocks(openHeadless([block]))).toEqual([
      {
        id: 'a',
        type: 'paragraph',
        content: [{ type: 'text', text: 'one' }, { type: 'lineBreak' }, { type: 'text', text: 'two' }],
      },
    ]);
  });
});
