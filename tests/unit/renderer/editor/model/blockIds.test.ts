// @vitest-environment jsdom
import fc from 'fast-check';
import { $getRoot, $parseSerializedNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $findBlock } from '../../../../../renderer/editor/model/topLevel.ts';
import type { ActionId } from '../../../../../shared/actions/actions.ts';
import { blockSchema, type Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { arbitraryStep, copyOf, pasteAtEnd, take } from '../editingSteps.ts';
import {
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
  undo,
} from '../editorRig.ts';

const three = () => openOnPage([paragraph('a', 'Alpha one'), paragraph('b', 'Beta two'), paragraph('c', 'Gamma')]);

describe('a block’s id', () => {
  it('stays with the first part when a paragraph is split', () => {
    const editor = three();
    select(editor, 'b', 4);
    press(editor, 'Enter');
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'a paragraph: Alpha one',
      'b paragraph: Beta',
      'new paragraph:  two',
      'c paragraph: Gamma',
    ]);
  });

  it('stays with the words when a line is opened above them', () => {
    const editor = three();
    select(editor, 'b', 0);
    press(editor, 'Enter');
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'a paragraph: Alpha one',
      'new paragraph:',
      'b paragraph: Beta two',
      'c paragraph: Gamma',
    ]);
  });

  it('is the first one’s when two paragraphs are joined', () => {
    const editor = three();
    select(editor, 'b', 0);
    press(editor, 'Backspace');
    expect(outline(editor, ['a', 'b', 'c'])).toEqual(['a paragraph: Alpha oneBeta two', 'c paragraph: Gamma']);
  });

  it('comes back with undo and goes again with redo', () => {
    const editor = three();
    const before = readBlocks(editor);
    select(editor, 'b', 4);
    press(editor, 'Enter');
    const split = readBlocks(editor);
    undo(editor);
    expect(readBlocks(editor)).toEqual(before);
    redo(editor);
    expect(readBlocks(editor)).toEqual(split);
  });

  it.each<[ActionId, string]>([
    ['format.heading2', 'b heading: Beta two'],
    ['format.quote', 'b quote: Beta two'],
    ['format.bulletedList', 'b list: Beta two'],
  ])('survives %s and the way back', (action, line) => {
    const editor = three();
    select(editor, 'b', 2);
    run(editor, action);
    expect(outline(editor, ['a', 'b', 'c'])[1]).toBe(line);
    run(editor, action);
    expect(outline(editor, ['a', 'b', 'c'])[1]).toBe('b paragraph: Beta two');
  });

  it('survives a change of kind while the block is still empty', () => {
    const editor = openOnPage([paragraph('a', 'Alpha'), paragraph('b', '')]);
    select(editor, 'b', 0);
    run(editor, 'format.heading2');
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: Alpha', 'b heading:']);
  });

  it('is new for a copy and kept by the original', () => {
    const editor = three();
    pasteAtEnd(editor, copyOf(editor, 'a'));
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'a paragraph: Alpha one',
      'b paragraph: Beta two',
      'c paragraph: Gamma',
      'new paragraph: Alpha one',
    ]);
  });

  it('is new for a copy that is pasted before the original, too', () => {
    const editor = three();
    const json = copyOf(editor, 'c');
    edit(editor, () => {
      $getRoot().getFirstChild()?.insertBefore($parseSerializedNode(json));
    });
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'new paragraph: Gamma',
      'a paragraph: Alpha one',
      'b paragraph: Beta two',
      'c paragraph: Gamma',
    ]);
  });

  it('goes along when a block is cut and pasted', () => {
    const editor = three();
    const json = copyOf(editor, 'a');
    edit(editor, () => $findBlock('a' as BlockId)?.remove());
    pasteAtEnd(editor, json);
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'b paragraph: Beta two',
      'c paragraph: Gamma',
      'a paragraph: Alpha one',
    ]);
  });

  it('goes along when blocks are moved, several at once', () => {
    const editor = three();
    selectAcross(editor, ['b', 1], ['c', 1]);
    run(editor, 'block.moveUp');
    expect(outline(editor, ['a', 'b', 'c'])).toEqual([
      'b paragraph: Beta two',
      'c paragraph: Gamma',
      'a paragraph: Alpha one',
    ]);
    run(editor, 'block.moveDown');
    expect(readBlocks(editor).map((block) => block.id)).toEqual(['a', 'b', 'c']);
  });

  it('of a pull-quote’s source is kept when its paragraph becomes a heading', () => {
    const editor = three();
    select(editor, 'b', 0, 4);
    run(editor, 'insert.pullQuote');
    select(editor, 'b', 2);
    run(editor, 'format.heading3');
    const quote = readBlocks(editor).find((block) => block.type === 'pullQuote');
    expect(quote?.source).toMatchObject({ blockId: 'b', passage: 'Beta' });
    expect(readBlocks(editor).some((block) => block.id === 'b' && block.type === 'heading')).toBe(true);
  });
});

function assertSound(blocks: readonly Block[]): void {
  const ids = blocks.map((block) => block.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const block of blocks) expect(blockSchema.safeParse(block).error).toBeUndefined();
}

describe('whatever is done to a page', () => {
  it('every block has an id, no two share one, and each can be stored', () => {
    fc.assert(
      fc.property(arbitraryBlocks, fc.array(arbitraryStep, { maxLength: 25 }), (blocks, steps) => {
        const editor = openOnPage(blocks);
        for (const chosen of steps) {
          take(editor, chosen);
          assertSound(readBlocks(editor));
        }
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('undoing all of it gives the story back, ids and all', () => {
    fc.assert(
      fc.property(arbitraryBlocks, fc.array(arbitraryStep, { maxLength: 12 }), (blocks, steps) => {
        fc.pre(blocks.length > 0);
        const editor = openOnPage(blocks);
        const before = readBlocks(editor);
        for (const chosen of steps.filter(({ kind }) => kind !== 'undo' && kind !== 'redo')) take(editor, chosen);
        for (let round = 0; round < 100; round += 1) undo(editor);
        expect(readBlocks(editor)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
