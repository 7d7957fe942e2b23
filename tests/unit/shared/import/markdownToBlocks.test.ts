import { describe, expect, it } from 'vitest';
import { draftStory } from '../../../../shared/import/draftStory.ts';
import { markdownToBlocks } from '../../../../shared/import/markdownToBlocks.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { withoutIds } from '../../../fixtures/documents/withoutIds.ts';

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});

describe('Markdown', () => {
  it('is read with GFM, HTML in it, and figures by their captions', () => {
    const { blocks } = markdownToBlocks(
      [
        '# Head *of* all',
        'Words **bold** _italic_ ~~gone~~ `code` <u>under</u> H<sub>2</sub>O [link](https://example.org/?utm_source=md "T") [bad](javascript:alert(1))',
        '![Alt *text*](pics/a%20b.jpg)\n*A caption.* <cite>Omar Beg</cite>',
        '![](b.png "Titled")',
        '![c](c.png) is a sentence.',
        '> One\n>\n> Two',
        '<!-- pull-quote -->\n> Lifted\n>\n> <cite>Lina</cite>',
        '- a\n  - b\n- [x] c',
        '| x | y |\n|---|--:|\n| 1 | 2 |',
        '---',
        '<script>alert(1)</script>',
      ].join('\n\n'),
    );
    expect(withoutIds(blocks)).toEqual([
      { type: 'heading', level: 2, content: [text('Head '), text('of', 'italic'), text(' all')] },
      {
        type: 'paragraph',
        content: [
          text('Words '),
          text('bold', 'bold'),
          text(' '),
          text('italic', 'italic'),
          text(' '),
          text('gone', 'strikethrough'),
          text(' '),
          text('code', 'code'),
          text(' '),
          text('under', 'underline'),
          text(' H'),
          text('2', 'subscript'),
          text('O '),
          { type: 'link', url: 'https://example.org/?utm_source=md', title: 'T', children: [text('link')] },
          text(' bad'),
        ],
      },
      {
        type: 'figure',
        assetId: null,
        fileName: 'a b.jpg',
        caption: [text('A caption.', 'italic')],
        credit: 'Omar Beg',
        alt: 'Alt text',
        origin: { alt: 'typed', caption: 'typed', credit: 'typed' },
      },
      {
        type: 'figure',
        assetId: null,
        fileName: 'b.png',
        caption: [text('Titled')],
        credit: '',
        alt: '',
        origin: { caption: 'typed' },
      },
      { type: 'figure', assetId: null, fileName: 'c.png', caption: [], credit: '', alt: 'c', origin: { alt: 'typed' } },
      { type: 'paragraph', content: [text('is a sentence.')] },
      { type: 'quote', content: [text('One')] },
      { type: 'quote', content: [text('Two')] },
      { type: 'pullQuote', content: [text('Lifted')], attribution: 'Lina', source: null },
      {
        type: 'list',
        kind: 'bulleted',
        items: [
          { content: [text('a')], list: { kind: 'bulleted', items: [{ content: [text('b')] }] } },
          { content: [text('☑ c')] },
        ],
      },
      {
        type: 'table',
        rows: [
          [
            { content: [text('x')], header: true },
            { content: [text('y')], header: true },
          ],
          [{ content: [text('1')] }, { content: [text('2')] }],
        ],
      },
      { type: 'separator' },
    ]);
  });

  it('keeps footnotes as text', () => {
    const { blocks } = markdownToBlocks(
      'Words[^1] and more[^note].\n\n[^1]: Single\n[^note]: Several *words*\n  on two lines.\n\n`[^1]`',
    );
    expect(blocks.map(blockText)).toEqual(['Words[1] and more[note].', '[^1]', 'Single\nSeveral words on two lines.']);
  });

  it('takes text that is too tangled as it stands', () => {
    const { blocks, notes } = markdownToBlocks(`before\n\n${'_a'.repeat(50_000)}`);
    expect(blocks.map(blockText)).toEqual(['before', '_a'.repeat(50_000)]);
    expect(notes).toEqual(['The Markdown is too tangled to be read; its text was taken as it stands.']);
  });

  it('takes its fields from front matter, whichever site it was written for', () => {
    const { fields, notes, blocks } = markdownToBlocks(
      '---\r\ntitle: "Bridge: open"\r\nsubtitle: At last\r\nauthors: [Lina Haddad, {name: Omar Beg}]\r\nlanguage: ur\r\ntags: river, bridge\r\ncategories:\r\n  - World\r\nslug: 2026\r\ndate: 2026-05-03\r\nweight: 3\r\ncover:\r\n  image: lead.jpg\r\n  caption: The bridge\r\n  credit: AP\r\n---\r\nWords.',
    );
    expect(fields).toEqual({
      headline: 'Bridge: open',
      deck: 'At last',
      byline: 'Lina Haddad, Omar Beg',
      language: 'ur',
      keywords: ['river', 'bridge'],
      categories: ['World'],
      slug: '2026',
    });
    expect(notes).toEqual(['Left out of the front matter: weight.']);
    expect(blocks.map((block) => [block.type, blockText(block)])).toEqual([
      ['figure', 'The bridge\nAP'],
      ['paragraph', 'Words.'],
    ]);
  });

  it.each([
    ['a rule under words', 'Words\n\n---\n\nmore'],
    ['front matter that is no YAML', '---\n: [\n---\nWords'],
    ['a list where fields should be', '---\n- a\n- b\n---\nWords'],
    [
      'aliases that multiply',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (c) => `${c}: &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\nWords`,
    ],
  ])('keeps %s as text', (_name, markdown) => {
    const { fields, blocks } = markdownToBlocks(markdown);
    expect(fields).toEqual({});
    expect(blocks.map(blockText).join('\n')).toContain(markdown.includes('more') ? 'more' : 'Words');
  });

  it('offers the headline printed again under its front matter', () => {
    const draft = draftStory(
      markdownToBlocks(
        '---\ntitle: Bridge open\n---\n\n# Bridge Open\n\nThe first paragraph of the story, which is longer.',
      ),
    );
    expect(draft.fields.headline).toBe('Bridge open');
    expect(draft.furniture.map((piece) => piece.reason)).toEqual(['repeats the headline']);
  });

  it.each(['> ', '- ', '*', '[', '![', '`', '<div>', '((', '1. ', '**a '])(
    'keeps the words after 20,000 times %j',
    (mark) => {
      const { blocks } = markdownToBlocks(`before\n\n${mark.repeat(20_000)}words`);
      const all = blocks.map(blockText).join('\n');
      expect(all).toContain('before');
      // After a fence of backticks stands the name of a language, which no renderer shows.
      if (mark !== '`') expect(all).toContain('words');
    },
    60_000,
  );
});
