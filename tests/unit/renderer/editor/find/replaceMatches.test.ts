// @vitest-environment jsdom
import fc from 'fast-check';
import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { replaceMatches } from '../../../../../renderer/editor/find/replaceMatches.ts';
import { makeSearch, type SearchOptions } from '../../../../../renderer/editor/find/searchText.ts';
import { StoryMatches } from '../../../../../renderer/editor/find/StoryMatches.ts';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import type { Block, PullQuote } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { arbitraryBlocks } from '../arbitraryBlocks.ts';
import { caret, openHeadless, openOnPage, paragraph, readBlocks, redo, select, type, undo } from '../editorRig.ts';
import { BLOCKS, FIELDS, words } from './storyWithFurniture.ts';

const LOOSE: SearchOptions = { matchCase: false, wholeWord: false, ignoreMarks: true };
const EXACT: SearchOptions = { matchCase: true, wholeWord: false, ignoreMarks: false };

function find(editor: LexicalEditor, query: string, options = LOOSE): StoryMatches {
  const matches = new StoryMatches(editor);
  matches.lookFor(makeSearch(query, options));
  matches.work();
  return matches;
}

function replaceAll(editor: LexicalEditor, query: string, replacement: string, options = LOOSE): number {
  return replaceMatches(editor, find(editor, query, options).places, replacement, true);
}

/** Replaces hit number `index` and no other. */
function replaceOne(editor: LexicalEditor, query: string, index: number, replacement: string): void {
  const match = find(editor, query).at(index);
  if (!match) throw new Error(`There is no hit ${index}`);
  replaceMatches(editor, [{ place: match.place, hits: [match] }], replacement, false);
}

function story(editor: LexicalEditor) {
  return { blocks: readBlocks(editor), fields: editor.read($getFields) };
}

describe('replacing all', () => {
  it('changes the furniture and every kind of block, and nothing else', () => {
    const editor = openOnPage(BLOCKS, FIELDS);
    expect(replaceAll(editor, 'kabul', 'Herat')).toBe(17);
    const { blocks, fields } = story(editor);
    expect(fields).toMatchObject({
      headline: 'Herat at dusk',
      deck: 'What Herat says',
      dateline: 'Herat',
      byline: 'By the Herat desk',
      slug: 'kabul-unsearched',
    });
    expect(blocks.map((block) => [block.id, blockText(block)])).toEqual(
      BLOCKS.map((block) => [block.id, blockText(block).replaceAll('Kabul', 'Herat')]),
    );
    expect(blocks.find(({ id }) => id === 'figure')).toMatchObject({
      alt: 'A wet street in Herat',
      fileName: 'Kabul.jpg',
    });
  });

  it('is one step of the history, furniture included', () => {
    const editor = openOnPage(BLOCKS, FIELDS);
    const before = story(editor);
    replaceAll(editor, 'kabul', 'Herat');
    const after = story(editor);
    undo(editor);
    expect(story(editor)).toEqual(before);
    redo(editor);
    expect(story(editor)).toEqual(after);
  });

  it('is a step apart from what was typed before and after', () => {
    const editor = openOnPage([paragraph('a', 'one')]);
    select(editor, 'a', 3);
    type(editor, ' one');
    replaceAll(editor, 'one', 'two');
    type(editor, '!');
    undo(editor);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'two two')]);
    undo(editor);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'one one')]);
    undo(editor);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'one')]);
  });

  it('takes the marks of the first character it replaces', () => {
    const editor = openOnPage([
      {
        id: 'a' as BlockId,
        type: 'paragraph',
        content: [words('x'), words('Ka', 'bold'), words('bul', 'italic'), words('y')],
      },
    ]);
    replaceAll(editor, 'kabul', 'Herat');
    expect(readBlocks(editor)).toEqual([
      { id: 'a', type: 'paragraph', content: [words('x'), words('Herat', 'bold'), words('y')] },
    ]);
  });

  it('keeps marks this version does not draw', () => {
    const editor = openOnPage([
      { id: 'a' as BlockId, type: 'paragraph', content: [words('say '), words('Kabul', 'comment:c1')] },
    ]);
    replaceAll(editor, 'bul', 'bool');
    expect(readBlocks(editor)[0]).toMatchObject({ content: [words('say '), words('Kabool', 'comment:c1')] });
  });

  it('keeps a link whose words it changes, and goes where the first character was', () => {
    const link = (text: string): Block => ({
      id: 'a' as BlockId,
      type: 'paragraph',
      content: [words('See K'), { type: 'link', url: 'https://example.org/', children: [words(text)] }],
    });
    const editor = openOnPage([link('abul and Kabul')]);
    replaceAll(editor, 'kabul', 'Herat');
    expect(readBlocks(editor)).toEqual([
      {
        id: 'a',
        type: 'paragraph',
        content: [words('See Herat'), { type: 'link', url: 'https://example.org/', children: [words(' and Herat')] }],
      },
    ]);
  });

  it('with nothing takes the words away, and the link that had no others', () => {
    const editor = openOnPage([
      {
        id: 'a' as BlockId,
        type: 'paragraph',
        content: [words('a '), { type: 'link', url: 'https://example.org/', children: [words('Kabul')] }, words(' b')],
      },
      paragraph('b', 'Kabul'),
    ]);
    replaceAll(editor, 'kabul', '');
    expect(readBlocks(editor)).toEqual([paragraph('a', 'a  b'), paragraph('b', '')]);
  });

  it('replaces an accent with its letter', () => {
    const editor = openOnPage([paragraph('a', 'cafe\u0301 كِتَاب')]);
    replaceAll(editor, 'cafe', 'bar');
    replaceAll(editor, 'كتاب', 'قلم');
    expect(readBlocks(editor)).toEqual([paragraph('a', 'bar قلم')]);
  });

  it('with the same words changes nothing, and leaves nothing to undo', () => {
    const editor = openOnPage([paragraph('a', 'Kabul'), paragraph('b', 'kabul')], { headline: 'Kabul' });
    const before = editor.getEditorState();
    expect(replaceAll(editor, 'Kabul', 'Kabul', EXACT)).toBe(0);
    expect(editor.getEditorState()).toBe(before);
    expect(replaceAll(editor, 'kabul', 'Kabul')).toBe(1);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'Kabul'), paragraph('b', 'Kabul')]);
    undo(editor);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'Kabul'), paragraph('b', 'kabul')]);
  });

  it('leaves the caret at the words it was at', () => {
    const editor = openOnPage([paragraph('a', 'aa b aa c')]);
    select(editor, 'a', 4);
    replaceAll(editor, 'aa', 'longer');
    expect(caret(editor)).toBe('a 8');
  });
});

describe('pull-quotes and the passages they were lifted from', () => {
  const BODY = 'Rain in Kabul. The mayor of Kabul said so.';
  const PASSAGE = 'The mayor of Kabul';

  function open(): LexicalEditor {
    const start = BODY.indexOf(PASSAGE);
    return openOnPage([
      {
        id: 'pull' as BlockId,
        type: 'pullQuote',
        content: [words(PASSAGE)],
        attribution: '',
        source: { blockId: 'body' as BlockId, start, end: start + PASSAGE.length, passage: PASSAGE },
      },
      paragraph('body', BODY),
    ]);
  }

  function bound(editor: LexicalEditor): { quote: string; passage: string | undefined; now: string } {
    const blocks = readBlocks(editor);
    const pull = blocks.find((block): block is PullQuote => block.type === 'pullQuote');
    const body = blockText(blocks[1] as Block);
    return {
      quote: pull ? blockText(pull) : '',
      passage: pull?.source?.passage,
      now: body.slice(pull?.source?.start, pull?.source?.end),
    };
  }

  it('stay bound when both are changed at once', () => {
    const editor = open();
    replaceAll(editor, 'Kabul', 'Jalalabad');
    expect(bound(editor)).toEqual({
      quote: 'The mayor of Jalalabad',
      passage: 'The mayor of Jalalabad',
      now: 'The mayor of Jalalabad',
    });
  });

  it('go on pointing at the same words when others move them', () => {
    const editor = open();
    replaceOne(editor, 'Rain', 0, 'A very long rain');
    expect(bound(editor)).toEqual({ quote: PASSAGE, passage: PASSAGE, now: PASSAGE });
  });

  it('note that the source has changed until the quote has, too', () => {
    const editor = open();
    replaceOne(editor, 'Kabul', 2, 'Herat');
    expect(bound(editor)).toEqual({ quote: PASSAGE, passage: PASSAGE, now: 'The mayor of Herat' });
    replaceOne(editor, 'Kabul', 0, 'Herat');
    expect(bound(editor)).toEqual({
      quote: 'The mayor of Herat',
      passage: 'The mayor of Herat',
      now: 'The mayor of Herat',
    });
  });

  it('stay bound to a passage whose edge is replaced', () => {
    const editor = open();
    replaceOne(editor, 'Kabul said', 0, 'Herat says');
    expect(bound(editor)).toMatchObject({ passage: PASSAGE, now: 'The mayor of Herat says' });
  });
});

describe('any story', () => {
  const query = fc.constantFrom('a', 'said', 'e', ' ', 'كتاب', '“', '\u00a0', '—', 'د');
  const replacement = fc.constantFrom('', 'x', 'said', 'سلام', 'longer than before', '👍🏽');

  it('is the same to the id after "Replace all" and undo, and again after redo', () => {
    fc.assert(
      fc.property(arbitraryBlocks, query, replacement, fc.constantFrom(LOOSE, EXACT), (blocks, from, to, how) => {
        fc.pre(blocks.length > 0);
        const editor = openHeadless(blocks, { headline: 'He said “كتاب”', deck: 'a — a' });
        const before = story(editor);
        const changed = replaceAll(editor, from, to, how);
        const after = story(editor);
        // Undo would take back something else if there was nothing to do.
        if (changed > 0) {
          undo(editor);
          expect(story(editor)).toEqual(before);
          redo(editor);
        }
        expect(story(editor)).toEqual(after);
        expect(after.blocks.map((block) => block.id)).toEqual(before.blocks.map((block) => block.id));
      }),
      { numRuns: 100 },
    );
  });

  it('reads afterwards as if its plain text had been replaced', () => {
    fc.assert(
      fc.property(arbitraryBlocks, replacement, (blocks, to) => {
        fc.pre(blocks.length > 0 && blocks.every(({ type: kind }) => kind !== 'pullQuote' && kind !== 'figure'));
        const editor = openHeadless(blocks);
        replaceAll(editor, 'said', to, EXACT);
        expect(readBlocks(editor).map(blockText)).toEqual(
          blocks.map((block) => blockText(block).replaceAll('said', to)),
        );
      }),
      { numRuns: 100 },
    );
  });
});
