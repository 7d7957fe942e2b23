// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Block, PullQuote } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import {
  caret,
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

const LEAD = 'The minister said the talks had failed, and that nobody should be surprised.';

function pullQuote(id: string, quote: string, attribution = ''): Block {
  return {
    id: id as BlockId,
    type: 'pullQuote',
    content: quote === '' ? [] : [{ type: 'text', text: quote }],
    attribution,
    source: null,
  };
}

function theQuote(blocks: readonly Block[]): PullQuote {
  const found = blocks.find((block) => block.type === 'pullQuote');
  if (!found) throw new Error('There is no pull-quote on the page');
  return found;
}

describe('a pull-quote from a selection', () => {
  it('stands before its paragraph, which keeps the passage, and remembers where it came from', () => {
    const editor = openOnPage([paragraph('a', 'First.'), paragraph('b', LEAD)]);
    select(editor, 'b', 18, 38);
    run(editor, 'insert.pullQuote');
    expect(outline(editor, ['a', 'b'])).toEqual([
      'a paragraph: First.',
      'new pullQuote: the talks had failed',
      `b paragraph: ${LEAD}`,
    ]);
    expect(theQuote(readBlocks(editor)).source).toEqual({
      blockId: 'b',
      start: 18,
      end: 38,
      passage: 'the talks had failed',
      before: 'The minister said ',
      after: ', and that nobody should be surprised.',
    });
  });

  it('waits for the speaker’s name', () => {
    const editor = openOnPage([paragraph('b', LEAD)]);
    select(editor, 'b', 18, 38);
    run(editor, 'insert.pullQuote');
    type(editor, 'The minister');
    expect(theQuote(readBlocks(editor)).attribution).toBe('The minister');
  });

  it('leaves the spaces at the edges of a sloppy selection behind', () => {
    const editor = openOnPage([paragraph('b', LEAD)]);
    select(editor, 'b', 17, 40);
    run(editor, 'insert.pullQuote');
    expect(theQuote(readBlocks(editor)).source).toMatchObject({ start: 18, end: 39, passage: 'the talks had failed,' });
  });

  it('keeps the marks of the words', () => {
    const editor = openOnPage([
      {
        id: 'b' as BlockId,
        type: 'paragraph',
        content: [
          { type: 'text', text: 'He called it ' },
          { type: 'text', text: 'madness', marks: ['italic'] },
          { type: 'text', text: ' twice.' },
        ],
      },
    ]);
    select(editor, 'b', 3, 26);
    run(editor, 'insert.pullQuote');
    expect(theQuote(readBlocks(editor)).content).toEqual([
      { type: 'text', text: 'called it ' },
      { type: 'text', text: 'madness', marks: ['italic'] },
      { type: 'text', text: ' twice' },
    ]);
  });

  it('takes the paragraph most of the selection lies in when several are touched', () => {
    const editor = openOnPage([paragraph('a', 'Short one.'), paragraph('b', LEAD), paragraph('c', 'End.')]);
    selectAcross(editor, ['a', 8], ['b', 38]);
    run(editor, 'insert.pullQuote');
    expect(theQuote(readBlocks(editor)).source).toMatchObject({ blockId: 'b', start: 0, end: 38 });
  });

  it('counts a list’s lines as the stored text does', () => {
    const list: Block = {
      id: 'l' as BlockId,
      type: 'list',
      kind: 'bulleted',
      items: [
        {
          content: [{ type: 'text', text: 'one' }],
          list: { kind: 'numbered', items: [{ content: [{ type: 'text', text: 'two' }] }] },
        },
        { content: [{ type: 'text', text: 'three' }] },
      ],
    };
    const editor = openOnPage([list]);
    select(editor, 'l', 8, 13);
    run(editor, 'insert.pullQuote');
    expect(theQuote(readBlocks(editor)).source).toMatchObject({ blockId: 'l', start: 8, end: 13, passage: 'three' });
  });

  it('goes and comes back with one undo and one redo', () => {
    const editor = openOnPage([paragraph('b', LEAD)]);
    select(editor, 'b', 18, 38);
    run(editor, 'insert.pullQuote');
    const quoted = readBlocks(editor);
    undo(editor);
    expect(readBlocks(editor)).toEqual([paragraph('b', LEAD)]);
    redo(editor);
    expect(readBlocks(editor)).toEqual(quoted);
  });
});

describe('an empty pull-quote', () => {
  it('takes the place of the empty line the caret is on', () => {
    const editor = openOnPage([paragraph('a', 'First.'), paragraph('b', ''), paragraph('c', 'Last.')]);
    select(editor, 'b', 0);
    run(editor, 'insert.pullQuote');
    type(editor, 'Words');
    expect(outline(editor, ['a', 'c']).map((line) => line.replace(/^b/, 'new'))).toEqual([
      'a paragraph: First.',
      'new pullQuote: Words',
      'c paragraph: Last.',
    ]);
  });

  it('stands after the caret’s paragraph otherwise, and leaves a line to go on', () => {
    const editor = openOnPage([paragraph('a', 'First.')]);
    select(editor, 'a', 3);
    run(editor, 'insert.pullQuote');
    expect(outline(editor, ['a'])).toEqual(['a paragraph: First.', 'new pullQuote:', 'new paragraph:']);
  });
});

describe('keys in a pull-quote', () => {
  const open = () => openOnPage([paragraph('a', 'Before.'), pullQuote('q', 'Quote', 'Who'), paragraph('b', 'After.')]);

  it('Enter goes from the quote to the attribution and from there to the paragraph after', () => {
    const editor = open();
    select(editor, 'q', 3, 3, 'quote');
    press(editor, 'Enter');
    expect(caret(editor)).toBe('q attribution 3');
    press(editor, 'Enter');
    expect(caret(editor)).toBe('b 0');
    expect(readBlocks(editor)).toHaveLength(3);
  });

  it('Escape leaves at once', () => {
    const editor = open();
    select(editor, 'q', 3, 3, 'quote');
    press(editor, 'Escape');
    expect(caret(editor)).toBe('b 0');
  });

  it('makes a line to leave to when there is none', () => {
    const editor = openOnPage([pullQuote('q', 'Quote')]);
    select(editor, 'q', 0, 0, 'attribution');
    press(editor, 'Enter');
    type(editor, 'On');
    expect(outline(editor, ['q'])).toEqual(['q pullQuote: Quote', 'new paragraph: On']);
  });

  it('Shift+Enter breaks the line in the quote and not in the attribution', () => {
    const editor = open();
    select(editor, 'q', 5, 5, 'quote');
    press(editor, 'Enter', true);
    type(editor, 'more');
    expect(theQuote(readBlocks(editor)).content).toEqual([
      { type: 'text', text: 'Quote' },
      { type: 'lineBreak' },
      { type: 'text', text: 'more' },
    ]);
    select(editor, 'q', 3, 3, 'attribution');
    press(editor, 'Enter', true);
    expect(caret(editor)).toBe('b 0');
  });

  it('Backspace in an empty quote takes the block away and goes back', () => {
    const editor = openOnPage([paragraph('a', 'Before.'), pullQuote('q', ''), paragraph('b', 'After.')]);
    select(editor, 'q', 0, 0, 'quote');
    press(editor, 'Backspace');
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: Before.', 'b paragraph: After.']);
    expect(caret(editor)).toBe('a 7');
  });

  it('Backspace at the start of a written quote selects the block and deletes nothing', () => {
    const editor = open();
    select(editor, 'q', 0, 0, 'quote');
    press(editor, 'Backspace');
    expect(caret(editor)).toBe('selected q');
    press(editor, 'Backspace');
    expect(outline(editor, ['a', 'b'])).toEqual(['a paragraph: Before.', 'b paragraph: After.']);
  });

  it('Backspace at the start of the attribution only moves the caret', () => {
    const editor = open();
    select(editor, 'q', 0, 0, 'attribution');
    press(editor, 'Backspace');
    expect(caret(editor)).toBe('q quote 5');
    expect(theQuote(readBlocks(editor))).toMatchObject({ attribution: 'Who' });
  });

  it('Backspace at the start of the paragraph after selects the block instead of merging', () => {
    const editor = open();
    select(editor, 'b', 0);
    press(editor, 'Backspace');
    expect(caret(editor)).toBe('selected q');
    expect(outline(editor, ['a', 'q', 'b'])).toEqual([
      'a paragraph: Before.',
      'q pullQuote: Quote / Who',
      'b paragraph: After.',
    ]);
  });

  it('Delete at the end of the paragraph before selects the block instead of merging', () => {
    const editor = open();
    select(editor, 'a', 7);
    press(editor, 'Delete');
    expect(caret(editor)).toBe('selected q');
  });

  it('arrows walk in at one end and out at the other', () => {
    const editor = open();
    select(editor, 'a', 7);
    press(editor, 'ArrowDown');
    expect(caret(editor)).toBe('q quote 0');
    select(editor, 'q', 5, 5, 'quote');
    press(editor, 'ArrowRight');
    expect(caret(editor)).toBe('q attribution 0');
    select(editor, 'q', 3, 3, 'attribution');
    press(editor, 'ArrowDown');
    expect(caret(editor)).toBe('b 0');
    press(editor, 'ArrowUp');
    expect(caret(editor)).toBe('q attribution 3');
    select(editor, 'q', 0, 0, 'quote');
    press(editor, 'ArrowLeft');
    expect(caret(editor)).toBe('a 7');
  });

  it('deleting from the quote into the attribution leaves each its own rest', () => {
    const editor = openOnPage([pullQuote('q', 'Quote', 'Somebody')]);
    select(editor, 'q', 2, 2, 'quote');
    selectFromTo(editor);
    press(editor, 'Backspace');
    expect(theQuote(readBlocks(editor))).toMatchObject({
      content: [{ type: 'text', text: 'Qu' }],
      attribution: 'body',
    });
  });

  it('shows no bold where it could not be stored', () => {
    const editor = open();
    select(editor, 'q', 0, 3, 'attribution');
    run(editor, 'format.bold');
    expect(document.querySelector('.slot-attribution strong')).toBeNull();
    select(editor, 'q', 0, 5, 'quote');
    run(editor, 'format.bold');
    expect(theQuote(readBlocks(editor)).content).toEqual([{ type: 'text', text: 'Quote', marks: ['bold'] }]);
  });

  it('stays a pull-quote whatever block formats are asked of it', () => {
    const editor = open();
    select(editor, 'q', 2, 2, 'quote');
    const before = readBlocks(editor);
    for (const action of ['format.heading2', 'format.quote', 'format.bulletedList', 'format.paragraph'] as const) {
      run(editor, action);
    }
    expect(readBlocks(editor)).toEqual(before);
  });
});

/** Extends a caret in the quote to the fifth letter of the attribution. */
function selectFromTo(editor: ReturnType<typeof openOnPage>): void {
  selectAcross(editor, ['q', 2], ['q', 10]);
}

describe('a pull-quote among deletions', () => {
  it('is deleted whole by a selection over it, and its neighbours join', () => {
    const editor = openOnPage([paragraph('a', 'Before.'), pullQuote('q', 'Quote', 'Who'), paragraph('b', 'After.')]);
    selectAcross(editor, ['a', 3], ['b', 2]);
    press(editor, 'Backspace');
    expect(outline(editor, ['a'])).toEqual(['a paragraph: Befter.']);
  });

  it('keeps both slots when a selection ends inside it', () => {
    const editor = openOnPage([paragraph('a', 'Before.'), pullQuote('q', 'Quote', 'Who'), paragraph('b', 'After.')]);
    selectAcross(editor, ['a', 3], ['q', 2]);
    press(editor, 'Backspace');
    expect(outline(editor, ['a', 'q', 'b'])).toEqual([
      'a paragraph: Bef',
      'q pullQuote: ote / Who',
      'b paragraph: After.',
    ]);
  });
});
