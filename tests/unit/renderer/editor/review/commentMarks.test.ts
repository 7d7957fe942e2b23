// @vitest-environment jsdom
import fc from 'fast-check';
import { HISTORIC_TAG, type LexicalEditor } from 'lexical';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginThread } from '../../../../../renderer/editor/review/beginThread.ts';
import { healThreads } from '../../../../../renderer/editor/review/healThreads.ts';
import { $keepOneComment } from '../../../../../renderer/editor/review/keepOneComment.ts';
import { $threadsOnPage } from '../../../../../renderer/editor/review/threadNodes.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { AssetId, BlockId, ThreadId } from '../../../../../shared/story/ids.ts';
import type { Inline } from '../../../../../shared/story/inline.ts';
import { arbitraryStep, take } from '../editingSteps.ts';
import { openOnPage, paragraph, press, readBlocks, redo, run, select, selectAcross, type, undo } from '../editorRig.ts';

const BLOCKS: Block[] = [
  paragraph('one', 'The pilots went back to work on Monday.'),
  paragraph('two', 'Nobody knows what the port will cost.'),
  {
    id: 'pic' as BlockId,
    type: 'figure',
    assetId: 'a'.repeat(64) as AssetId,
    fileName: 'a.jpg',
    caption: [{ type: 'text', text: 'A boat at dawn' }],
    credit: 'Somebody',
    alt: '',
    origin: {},
  },
];

/** All words with marks of comments, block by block: `id: words|words`. */
function commented(editor: LexicalEditor, thread?: ThreadId): string[] {
  const inlines = (block: Block): readonly Inline[] =>
    block.type === 'figure'
      ? block.caption
      : block.type === 'list'
        ? block.items.flatMap(({ content }) => content)
        : 'content' in block
          ? block.content
          : [];
  return readBlocks(editor).flatMap((block) => {
    const words = inlines(block).flatMap((inline) =>
      inline.type === 'text' && inline.marks?.some((mark) => mark.startsWith(`comment:${thread ?? ''}`))
        ? [inline.text]
        : [],
    );
    return words.length > 0 ? [words.join('|')] : [];
  });
}

let editor: LexicalEditor;
beforeEach(() => {
  editor = openOnPage(BLOCKS);
});

function begin(): ThreadId {
  const begun = beginThread(editor, null);
  if (!begun) throw new Error('Nothing to speak of');
  return begun.id;
}

describe('beginning a thread', () => {
  it('marks the selected words and remembers where they stand', () => {
    select(editor, 'one', 4, 10);
    expect(beginThread(editor, null)?.about).toEqual({
      kind: 'words',
      blockId: 'one',
      words: 'pilots',
      before: 'The ',
      after: ' went back to work on Monday.',
    });
    expect(commented(editor)).toEqual(['pilots']);
  });

  it('leaves out the spaces a double click takes along', () => {
    select(editor, 'one', 3, 11);
    begin();
    expect(commented(editor)).toEqual(['pilots']);
  });

  it('marks words in several blocks', () => {
    selectAcross(editor, ['one', 32], ['two', 6]);
    begin();
    expect(commented(editor)).toEqual(['Monday.', 'Nobody']);
  });

  it('marks words of a caption', () => {
    select(editor, 'pic', 2, 6, 'caption');
    begin();
    expect(commented(editor)).toEqual(['boat']);
  });

  it('is about the block where nothing is selected, or the caption', () => {
    select(editor, 'two', 3);
    expect(beginThread(editor, null)?.about).toMatchObject({ kind: 'block', blockId: 'two' });
    select(editor, 'pic', 3, 3, 'caption');
    expect(beginThread(editor, null)?.about).toEqual({ kind: 'caption', blockId: 'pic', words: 'A boat at dawn' });
    select(editor, 'pic', 0, 4, 'credit');
    expect(beginThread(editor, null)?.about).toMatchObject({ kind: 'block', blockId: 'pic' });
    expect(commented(editor)).toEqual([]);
  });

  it('is no step of the history', () => {
    select(editor, 'one', 0);
    type(editor, 'x');
    select(editor, 'one', 5, 11);
    begin();
    undo(editor);
    expect(readBlocks(editor)[0]).toMatchObject(paragraph('one', 'The pilots went back to work on Monday.'));
  });
});

describe('commented words', () => {
  beforeEach(() => {
    select(editor, 'one', 4, 10);
    begin();
  });

  it('do not grow by what is typed behind them', () => {
    select(editor, 'one', 10);
    type(editor, 'xy');
    expect(commented(editor)).toEqual(['pilots']);
  });

  it('do not grow by what is typed before them at the start of a line', () => {
    select(editor, 'two', 0, 6);
    begin();
    select(editor, 'two', 0);
    type(editor, 'xy');
    expect(commented(editor)).toEqual(['pilots', 'Nobody']);
  });

  it('grow by what is typed inside', () => {
    select(editor, 'one', 7);
    type(editor, 'xy');
    expect(commented(editor)).toEqual(['pilxyots']);
  });

  it('grow by what is typed between two formats of theirs', () => {
    select(editor, 'one', 4, 7);
    run(editor, 'format.bold');
    select(editor, 'one', 7);
    type(editor, 'xy');
    expect(commented(editor).join().replaceAll('|', '')).toBe('pilxyots');
  });

  it('hand the comment to words typed over them', () => {
    select(editor, 'one', 4, 10);
    type(editor, 'crews');
    expect(commented(editor)).toEqual(['crews']);
    select(editor, 'one', 0);
    select(editor, 'one', 9);
    press(editor, 'Enter');
    type(editor, 'new');
    expect(commented(editor)).toEqual(['crews']);
  });

  it('stay so when their block is split, joined and moved, and after undo and redo', () => {
    select(editor, 'one', 7);
    press(editor, 'Enter');
    expect(commented(editor)).toEqual(['pil', 'ots']);
    press(editor, 'Backspace');
    expect(commented(editor)).toEqual(['pilots']);
    run(editor, 'block.moveDown');
    run(editor, 'format.bulletedList');
    expect(commented(editor)).toEqual(['pilots']);
    for (let step = 0; step < 6; step += 1) undo(editor);
    for (let step = 0; step < 6; step += 1) redo(editor);
    expect(commented(editor)).toEqual(['pilots']);
  });

  it('give a pull-quote their words and not the comment', () => {
    select(editor, 'one', 0, 15);
    run(editor, 'insert.pullQuote');
    expect(readBlocks(editor).map(({ type: kind }) => kind)).toContain('pullQuote');
    expect(commented(editor)).toEqual(['pilots']);
  });
});

describe('pasting', () => {
  it('keeps the mark at the place a copy was made of, and lets it go along with what was cut', () => {
    select(editor, 'one', 4, 10);
    const id = begin();
    const copy = readBlocks(editor).slice(0, 1);
    expect(JSON.stringify(editor.read(() => $keepOneComment(copy, true)))).not.toContain(id);
    select(editor, 'one', 3, 11);
    press(editor, 'Delete');
    expect(commented(editor)).toEqual([]);
    expect(JSON.stringify(editor.read(() => $keepOneComment(copy, true)))).toContain(id);
    expect(JSON.stringify(editor.read(() => $keepOneComment(copy, false)))).not.toContain(id);
  });
});

describe('healing', () => {
  const piece = { blockId: 'one' as BlockId, words: 'pilots', before: 'The ', after: ' went back' };
  const id = 'thread1' as ThreadId;

  it('puts the mark back where the words stand', () => {
    expect(healThreads(editor, [{ id, pieces: [piece] }])).toEqual([id]);
    expect(commented(editor, id)).toEqual(['pilots']);
  });

  it('finds them in another block by what stands around them', () => {
    expect(healThreads(editor, [{ id, pieces: [{ ...piece, blockId: 'gone' as BlockId }] }])).toEqual([id]);
  });

  it('leaves the page alone where nobody can tell', () => {
    let changes = 0;
    editor.registerUpdateListener(({ dirtyLeaves, dirtyElements }) => {
      if (dirtyLeaves.size + dirtyElements.size > 0) changes += 1;
    });
    const lost = [
      { ...piece, words: 'captains' },
      { ...piece, words: 'o', before: 'nowhere', after: 'to be found' },
      { ...piece, words: 'work', before: 'no such ', after: 'thing' },
    ];
    for (const one of lost) expect(healThreads(editor, [{ id, pieces: [one] }])).toEqual([]);
    expect(changes).toBe(0);
  });

  it('keeps what can be done again', () => {
    select(editor, 'two', 0);
    type(editor, 'x');
    undo(editor);
    healThreads(editor, [{ id, pieces: [piece] }]);
    redo(editor);
    expect(readBlocks(editor)[1]).toMatchObject(paragraph('two', 'xNobody knows what the port will cost.'));
  });
});

describe('any editing', () => {
  const START = [
    paragraph('one', 'The pilots went back to work.'),
    paragraph('two', 'Nobody knows the cost of the port.'),
    paragraph('three', 'Zebras'),
  ];

  it('never takes a thread from its words while one letter of them stands', () => {
    // Z stands in no other word, and no step types one.
    fc.assert(
      fc.property(fc.array(arbitraryStep, { maxLength: 25 }), (steps) => {
        editor = openOnPage(START);
        select(editor, 'three', 0, 1);
        const id = begin();
        for (const step of steps) {
          if (step.kind === 'copy') continue;
          take(editor, step);
          // Before the comment was made the words had no mark; going back there is healed, and not what is asked here.
          const words = JSON.stringify(readBlocks(editor));
          if (words.includes('Z') && !editor.read($threadsOnPage).has(id)) {
            healThreads(editor, [{ id, pieces: [{ blockId: 'three' as BlockId, words: 'Z', before: '', after: '' }] }]);
            expect(editor.read($threadsOnPage).has(id)).toBe(step.kind === 'undo' || step.kind === 'redo');
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('costs no change of its own: every update of the page is one that was asked for', () => {
    select(editor, 'one', 4, 10);
    begin();
    select(editor, 'one', 10);
    const tags: boolean[] = [];
    editor.registerUpdateListener(({ dirtyLeaves, tags: all }) => {
      if (dirtyLeaves.size > 0) tags.push(all.has(HISTORIC_TAG));
    });
    type(editor, 'abc');
    undo(editor);
    expect(tags).toEqual([false, false, false]);
  });
});
