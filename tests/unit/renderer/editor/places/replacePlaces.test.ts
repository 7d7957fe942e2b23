import type { LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { replacePlaces } from '../../../../../renderer/editor/places/replacePlaces.ts';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import type { PlacedEdit } from '../../../../../renderer/editor/storyEditorApi.ts';
import { checkStory } from '../../../../../shared/checks/checkStory.ts';
import type { Block, PullQuote } from '../../../../../shared/story/block.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { copyStory, figure } from '../../../shared/checks/copyStory.ts';
import { pullQuote } from '../../../shared/pullQuote/storyOf.ts';
import { openHeadless, paragraph, readBlocks } from '../editorRig.ts';

function edit(
  blockId: string,
  slot: 'content' | 'caption',
  words: string,
  start: number,
  replacement: string,
): PlacedEdit {
  return {
    place: { in: 'block', blockId: blockId as Block['id'], slot, start, end: start + words.length },
    words,
    fix: { replacement },
  };
}

function texts(editor: LexicalEditor): string[] {
  return readBlocks(editor).map(blockText);
}

function storyOn(editor: LexicalEditor): Story {
  return editor.read(() => ({ ...copyStory([]), fields: $getFields(), blocks: readBlocks(editor) }));
}

describe('replacePlaces', () => {
  it('changes words in paragraphs, captions and fields, several in one text', () => {
    const editor = openHeadless([paragraph('a', 'The  boats  left.'), figure({ words: 'Two  pilots.' })], {
      deck: 'The  end.',
    });
    const replaced = replacePlaces(editor, [
      edit('a', 'content', '  ', 3, ' '),
      edit('a', 'content', '  ', 10, ' '),
      edit('fig', 'caption', '  ', 3, ' '),
      { place: { in: 'field', field: 'deck', start: 3, end: 5 }, words: '  ', fix: { replacement: ' ' } },
    ]);
    expect(replaced).toBe(4);
    expect(texts(editor)).toEqual(['The boats left.', 'Two pilots.\nImran Dars / Keti Pictures']);
    expect(editor.read($getFields).deck).toBe('The end.');
  });

  it('moves a credit off the caption into the credit field, behind what is there, in one step', () => {
    const words = ' Photo by Lina Haddad/AFP';
    const editor = openHeadless([figure({ words: `Two pilots.${words}` })]);
    const place = {
      in: 'block',
      blockId: 'fig' as Block['id'],
      slot: 'caption',
      start: 11,
      end: 11 + words.length,
    } as const;
    expect(replacePlaces(editor, [{ place, words, fix: { credit: 'Lina Haddad/AFP' } }])).toBe(1);
    expect(texts(editor)).toEqual(['Two pilots.\nImran Dars / Keti Pictures / Lina Haddad/AFP']);
  });

  it('leaves alone what no longer says what was meant', () => {
    const editor = openHeadless([paragraph('a', 'The boats left.')]);
    expect(
      replacePlaces(editor, [edit('a', 'content', 'ships', 4, 'boats'), edit('gone', 'content', 'x', 0, 'y')]),
    ).toBe(0);
    expect(texts(editor)).toEqual(['The boats left.']);
  });

  it('keeps a pull-quote on its passage when words before it change', () => {
    const source = paragraph('a', 'At  dawn the boats came home.');
    const editor = openHeadless([
      source,
      pullQuote('the boats came home', { block: source, passage: 'the boats came home' }),
    ]);
    replacePlaces(editor, [edit('a', 'content', '  ', 2, ' ')]);
    const quote = readBlocks(editor).find((block): block is PullQuote => block.type === 'pullQuote');
    expect(quote?.source).toMatchObject({ start: 8, end: 27, passage: 'the boats came home' });
  });

  it('gives a link another address and leaves its words, and the link beside it', () => {
    const link = (url: string, text: string) => ({
      type: 'link' as const,
      url,
      children: [{ type: 'text' as const, text }],
    });
    const editor = openHeadless([
      {
        id: 'a' as Block['id'],
        type: 'paragraph',
        content: [
          link('https://example.org/?fbclid=1', 'Boats'),
          { type: 'text', text: ' and ' },
          link('https://example.org/?gclid=1', 'ships'),
        ],
      },
    ]);
    const address = { from: 'https://example.org/?gclid=1', to: 'https://example.org/' };
    const at = { in: 'block', blockId: 'a' as Block['id'], slot: 'content', start: 10, end: 15 } as const;
    expect(replacePlaces(editor, [{ place: at, words: 'ships', fix: { address } }])).toBe(1);
    expect(readBlocks(editor)).toMatchObject([
      { content: [{ url: 'https://example.org/?fbclid=1' }, {}, { url: 'https://example.org/' }] },
    ]);
    expect(texts(editor)).toEqual(['Boats and ships']);
  });

  it('settles every finding that offers a fix, in lists and tables too', () => {
    const words = (text: string) => [{ type: 'text' as const, text }];
    const editor = openHeadless(
      [
        paragraph('a', 'The  goverment met in in the port .'),
        {
          id: 'l' as Block['id'],
          type: 'list',
          kind: 'bulleted',
          items: [{ content: words('One.') }, { content: words('Two  boats.') }],
        },
        {
          id: 't' as Block['id'],
          type: 'table',
          rows: [[{ content: words('Port') }, { content: words('The goverment') }]],
        },
        figure({ words: 'The goverment\u00a0office. ' }),
      ],
      { headline: 'The  goverment', deck: 'It met.', byline: 'Bano', dateline: 'Keti', slug: 'met' },
    );
    const fixable = () => checkStory(storyOn(editor)).findings.filter(({ fix }) => fix !== null);
    expect(fixable().length).toBeGreaterThan(8);
    // Fixes of one kind at a time, as the tab makes them.
    for (const kind of new Set(fixable().map(({ ruleId }) => ruleId))) {
      const edits = fixable()
        .filter(({ ruleId }) => ruleId === kind)
        .flatMap(({ place, excerpt, fix }) => (fix ? [{ place, words: excerpt, fix }] : []));
      expect(replacePlaces(editor, edits)).toBe(edits.length);
    }
    expect(fixable()).toEqual([]);
    expect(texts(editor)[0]).toBe('The government met in the port.');
  });
});
