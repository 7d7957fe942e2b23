// @vitest-environment jsdom
import fc from 'fast-check';
import { $getRoot, $isElementNode, $setSelection } from 'lexical';
import { describe, expect, it } from 'vitest';
import { $restorePlace, readPlace } from '../../../../../renderer/editor/autosave/caretPlace.ts';
import { $createStretchSelection } from '../../../../../renderer/editor/model/textOffsets.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { caret, edit, openOnPage, paragraph, readBlocks, select } from '../editorRig.ts';

describe('the writer’s place', () => {
  it('is the block and how far into its words', () => {
    const editor = openOnPage([paragraph('a', 'One'), paragraph('b', 'Two')]);
    select(editor, 'b', 2);
    expect(readPlace(editor, 120)).toEqual({ field: 'body', blockId: 'b', slot: null, offset: 2, scroll: 120 });
  });

  it('names the slot inside a pull-quote', () => {
    const quote: Block = { id: 'q' as never, type: 'pullQuote', content: [], attribution: 'Who', source: null };
    const editor = openOnPage([quote]);
    select(editor, 'q', 2, 2, 'attribution');
    const place = readPlace(editor, 0);
    expect(place).toMatchObject({ blockId: 'q', slot: 'attribution', offset: 2 });
    select(editor, 'q', 0, 0, 'quote');
    edit(editor, () => $restorePlace(place));
    expect(caret(editor)).toBe('q attribution 2');
  });

  it('names the field that has the keyboard', () => {
    const editor = openOnPage([paragraph('a', 'One')]);
    const field = document.createElement('textarea');
    field.dataset['storyField'] = 'deck';
    field.value = 'A deck';
    document.body.append(field);
    field.focus();
    field.setSelectionRange(4, 4);
    expect(readPlace(editor, 7)).toEqual({ field: 'deck', blockId: null, slot: null, offset: 4, scroll: 7 });
  });

  it('that is no more is no place', () => {
    const editor = openOnPage([paragraph('a', 'One')]);
    let found = true;
    edit(editor, () => {
      found = $restorePlace({ field: 'body', blockId: 'gone' as never, slot: null, offset: 3, scroll: 0 });
    });
    expect(found).toBe(false);
  });

  it('is found again wherever in a story it was', () => {
    fc.assert(
      fc.property(arbitraryBlocks, fc.nat(10), fc.nat(200), (blocks, pick, offset) => {
        fc.pre(blocks.length > 0);
        const editor = openOnPage(blocks);
        edit(editor, () => {
          const block = $getRoot().getChildAtIndex(pick % blocks.length);
          if ($isElementNode(block)) $setSelection($createStretchSelection(block, { start: offset, end: offset }));
        });
        const before = caret(editor);
        const place = readPlace(editor, 0);
        edit(editor, () => {
          $getRoot().selectStart();
          if (place.blockId !== null) $restorePlace(place);
        });
        if (place.blockId !== null) expect(caret(editor)).toBe(before);
      }),
    );
  });
});

describe('offsets into a block', () => {
  it('count as the stored text does', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const editor = openOnPage(blocks);
        for (const block of readBlocks(editor)) {
          if (block.type === 'separator' || block.type === 'figure' || block.type === 'pullQuote') continue;
          const text = blockText(block);
          select(editor, block.id, text.length);
          expect(caret(editor)).toBe(`${block.id} ${text.length}`);
        }
      }),
    );
  });
});
