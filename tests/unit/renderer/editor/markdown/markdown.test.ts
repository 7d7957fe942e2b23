// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../../../shared/story/inline.ts';
import { openOnPage, outline, paragraph, press, readBlocks, select, type, undo } from '../editorRig.ts';

function typeLine(text: string) {
  const editor = openOnPage([paragraph('a', '')]);
  select(editor, 'a', 0);
  type(editor, text);
  return editor;
}

function words(text: string): Inline[] {
  const [block] = readBlocks(typeLine(text));
  return block?.type === 'paragraph' ? block.content : [];
}

const plain = (text: string) => ({ type: 'text', text });
const marked = (text: string, ...marks: string[]) => ({ type: 'text', text, marks });

describe('Markdown at the start of a line', () => {
  it.each([
    ['# Words', 'a heading: Words'],
    ['## Words', 'a heading: Words'],
    ['> Words', 'a quote: Words'],
    ['- Words', 'a list: Words'],
    ['* Words', 'a list: Words'],
    ['1. Words', 'a list: Words'],
  ])('%s becomes a block of its kind and keeps its id', (text, line) => {
    expect(outline(typeLine(text), ['a'])).toEqual([line]);
  });

  it('# is the higher and ## the lower heading, because the headline is the highest', () => {
    expect(readBlocks(typeLine('# One'))[0]).toMatchObject({ level: 2 });
    expect(readBlocks(typeLine('## Two'))[0]).toMatchObject({ level: 3 });
  });

  it('a numbered list begins where it was told to', () => {
    expect(readBlocks(typeLine('7. Words'))[0]).toMatchObject({ kind: 'numbered', start: 7 });
  });

  it('one undo gives back what was typed', () => {
    const editor = typeLine('- ');
    expect(outline(editor, ['a'])).toEqual(['a list:']);
    undo(editor);
    expect(outline(editor, ['a'])).toEqual(['a paragraph: -']);
  });

  it('works before words that are there already', () => {
    const editor = openOnPage([paragraph('a', 'Words')]);
    select(editor, 'a', 0);
    type(editor, '> ');
    expect(outline(editor, ['a'])).toEqual(['a quote: Words']);
  });

  it('means nothing in the middle of a line', () => {
    expect(outline(typeLine('Issue # 4 - a'), ['a'])).toEqual(['a paragraph: Issue # 4 - a']);
  });

  it('means nothing in a caption', () => {
    const editor = openOnPage([
      { id: 'f' as never, type: 'figure', assetId: null, fileName: '', caption: [], credit: '', alt: '', origin: {} },
    ]);
    select(editor, 'f', 0, 0, 'caption');
    type(editor, '# No');
    expect(readBlocks(editor)[0]).toMatchObject({ type: 'figure', caption: [plain('# No')] });
  });

  it('three dashes and Enter are a separator', () => {
    const editor = typeLine('---');
    press(editor, 'Enter');
    type(editor, 'On');
    expect(outline(editor, ['a'])).toEqual(['a separator:', 'new paragraph: On']);
  });
});

describe('Markdown around words', () => {
  it.each([
    ['a **b** c', [plain('a '), marked('b', 'bold'), plain(' c')]],
    ['a *b* c', [plain('a '), marked('b', 'italic'), plain(' c')]],
    ['a _b_ c', [plain('a '), marked('b', 'italic'), plain(' c')]],
    ['a ~~b~~ c', [plain('a '), marked('b', 'strikethrough'), plain(' c')]],
    ['a `b` c', [plain('a '), marked('b', 'code'), plain(' c')]],
    ['**كتاب** c', [marked('كتاب', 'bold'), plain(' c')]],
    ['**two words** c', [marked('two words', 'bold'), plain(' c')]],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each(['2 * 3 * 4', 'snake_case_name', 'a ** b **', '****', '`` ', 'f(x) and (y)'])(
    'leaves %s as it is',
    (text) => {
      expect(words(text)).toEqual([plain(text)]);
    },
  );

  it('makes a link of words and an address', () => {
    expect(words('see [the report](example.org/a) now')).toEqual([
      plain('see '),
      { type: 'link', url: 'https://example.org/a', children: [plain('the report')] },
      plain(' now'),
    ]);
  });

  it('makes no link of what is no address', () => {
    expect(words('[x](javascript:alert(1)) ')).toEqual([plain('[x](javascript:alert(1)) ')]);
  });

  it('one undo gives back what was typed', () => {
    const editor = typeLine('a **b**');
    undo(editor);
    expect(readBlocks(editor)[0]).toMatchObject({ content: [plain('a **b**')] });
  });
});
