// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import {
  caret,
  openOnPage,
  outline,
  paragraph,
  press,
  readBlocks,
  run,
  select,
  selectAcross,
  type,
  undo,
} from '../editorRig.ts';

const KNOWN = ['a', 'b', 'c', 'l', 's'];
const three = () => openOnPage([paragraph('a', 'One'), paragraph('b', 'Two'), paragraph('c', 'Three')]);

function list(id: string, ...items: string[]): Block {
  return {
    id: id as BlockId,
    type: 'list',
    kind: 'bulleted',
    items: items.map((text) => ({ content: [{ type: 'text', text }] })),
  };
}

describe('block formats', () => {
  it('make one list of several paragraphs and give them back', () => {
    const editor = three();
    selectAcross(editor, ['a', 1], ['c', 2]);
    run(editor, 'format.bulletedList');
    expect(outline(editor, KNOWN)).toEqual(['a list: One / Two / Three']);
    run(editor, 'format.bulletedList');
    expect(outline(editor, KNOWN).map((line) => line.replace(/^new/, '?'))).toEqual([
      'a paragraph: One',
      '? paragraph: Two',
      '? paragraph: Three',
    ]);
  });

  it('turn a bulleted list into a numbered one in place', () => {
    const editor = openOnPage([list('l', 'x', 'y')]);
    select(editor, 'l', 0);
    run(editor, 'format.numberedList');
    expect(readBlocks(editor)).toEqual([{ ...list('l', 'x', 'y'), kind: 'numbered' }]);
  });

  it('take only the selected item out of a list', () => {
    const editor = openOnPage([list('l', 'x', 'y', 'z')]);
    select(editor, 'l', 2);
    run(editor, 'format.heading2');
    expect(outline(editor, KNOWN)).toEqual(['l list: x', 'new heading: y', 'new list: z']);
  });

  it('apply to all selected paragraphs, or to none if all are of that kind already', () => {
    const editor = three();
    selectAcross(editor, ['a', 0], ['b', 3]);
    run(editor, 'format.quote');
    expect(outline(editor, KNOWN)).toEqual(['a quote: One', 'b quote: Two', 'c paragraph: Three']);
    selectAcross(editor, ['a', 0], ['c', 3]);
    run(editor, 'format.quote');
    expect(outline(editor, KNOWN)).toEqual(['a quote: One', 'b quote: Two', 'c quote: Three']);
    run(editor, 'format.quote');
    expect(outline(editor, KNOWN)).toEqual(['a paragraph: One', 'b paragraph: Two', 'c paragraph: Three']);
  });

  it('keep the language and direction of a block', () => {
    const editor = openOnPage([{ ...paragraph('a', 'کتاب'), language: 'ur', direction: 'rtl' }]);
    select(editor, 'a', 1);
    run(editor, 'format.heading3');
    expect(readBlocks(editor)[0]).toMatchObject({ type: 'heading', level: 3, language: 'ur', direction: 'rtl' });
  });

  it('leave the caret where it was', () => {
    const editor = three();
    select(editor, 'b', 2);
    run(editor, 'format.heading2');
    expect(caret(editor)).toBe('b 2');
    run(editor, 'format.bulletedList');
    expect(caret(editor)).toBe('b 2');
  });

  it.each([
    ['format.bold', 'bold'],
    ['format.underline', 'underline'],
    ['format.superscript', 'superscript'],
    ['format.subscript', 'subscript'],
  ] as const)('%s marks the selected words', (action, mark) => {
    const editor = three();
    select(editor, 'a', 0, 3);
    run(editor, action);
    expect(readBlocks(editor)[0]).toMatchObject({ content: [{ type: 'text', text: 'One', marks: [mark] }] });
  });
});

describe('lists under the keys', () => {
  it('Enter makes an item, Tab nests it, Shift+Tab brings it back', () => {
    const editor = openOnPage([list('l', 'x')]);
    select(editor, 'l', 1);
    press(editor, 'Enter');
    type(editor, 'y');
    press(editor, 'Tab');
    expect(readBlocks(editor)[0]).toMatchObject({
      items: [{ content: [{ text: 'x' }], list: { kind: 'bulleted', items: [{ content: [{ text: 'y' }] }] } }],
    });
    press(editor, 'Tab', true);
    expect(readBlocks(editor)).toEqual([list('l', 'x', 'y')]);
  });

  it('the first item cannot be nested under nothing', () => {
    const editor = openOnPage([list('l', 'x', 'y')]);
    select(editor, 'l', 0);
    press(editor, 'Tab');
    expect(readBlocks(editor)).toEqual([list('l', 'x', 'y')]);
  });

  it('Enter in an empty item ends the list', () => {
    const editor = openOnPage([list('l', 'x')]);
    select(editor, 'l', 1);
    press(editor, 'Enter');
    press(editor, 'Enter');
    type(editor, 'after');
    expect(outline(editor, KNOWN)).toEqual(['l list: x', 'new paragraph: after']);
  });
});

describe('moving blocks', () => {
  it('stops at the edges of the story', () => {
    const editor = three();
    select(editor, 'a', 0);
    run(editor, 'block.moveUp');
    select(editor, 'c', 0);
    run(editor, 'block.moveDown');
    expect(readBlocks(editor).map((block) => block.id)).toEqual(['a', 'b', 'c']);
  });

  it('takes the caret along and is undone in one step', () => {
    const editor = three();
    select(editor, 'c', 2);
    run(editor, 'block.moveUp');
    expect(caret(editor)).toBe('c 2');
    expect(readBlocks(editor).map((block) => block.id)).toEqual(['a', 'c', 'b']);
    undo(editor);
    expect(readBlocks(editor).map((block) => block.id)).toEqual(['a', 'b', 'c']);
  });

  it('moves a pull-quote with all that is in it', () => {
    const quote: Block = {
      id: 's' as BlockId,
      type: 'pullQuote',
      content: [{ type: 'text', text: 'Said' }],
      attribution: 'Who',
      source: { blockId: 'a' as BlockId, start: 0, end: 3, passage: 'One' },
    };
    const editor = openOnPage([paragraph('a', 'One'), quote]);
    select(editor, 's', 1, 1, 'attribution');
    run(editor, 'block.moveUp');
    expect(readBlocks(editor)).toEqual([quote, paragraph('a', 'One')]);
    expect(caret(editor)).toBe('s attribution 1');
  });
});

describe('a separator', () => {
  it('goes in after the caret’s paragraph, with a line to go on', () => {
    const editor = openOnPage([paragraph('a', 'One')]);
    select(editor, 'a', 3);
    run(editor, 'insert.separator');
    type(editor, 'On');
    expect(outline(editor, KNOWN)).toEqual(['a paragraph: One', 'new separator:', 'new paragraph: On']);
  });
});
