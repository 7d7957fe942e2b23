import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, isBlank } from '../../../../../shared/export/cleanText.ts';
import { ghostContent } from '../../../../../shared/export/ghost/ghostContent.ts';
import { isEmptyBlock } from '../../../../../shared/export/isEmptyBlock.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import type { Block, Figure, PullQuote } from '../../../../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../../../../shared/story/ids.ts';
import { inlineText } from '../../../../../shared/story/plainText.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { readPage } from '../../../../fixtures/export/pageText.ts';

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly text?: string;
  readonly format?: number | string;
  readonly html?: string;
  readonly caption?: string;
  readonly alt?: string;
  readonly src?: string;
  readonly [property: string]: unknown;
}

/** What Ghost 6 takes; anything else is 422. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  root: ['paragraph', 'extended-heading', 'extended-quote', 'aside', 'list', 'image', 'html', 'horizontalrule'],
  paragraph: ['extended-text', 'linebreak', 'link'],
  'extended-heading': ['extended-text', 'linebreak', 'link'],
  'extended-quote': ['extended-text', 'linebreak', 'link'],
  aside: ['extended-text', 'linebreak', 'link'],
  link: ['extended-text', 'linebreak'],
  list: ['listitem'],
  listitem: ['extended-text', 'linebreak', 'link', 'list'],
};

function nodesOf(whole: Story, site: ReadonlyMap<string, string>, pictures = new Map()): Node[] {
  const { pieces: written } = ghostContent(whole, { pictures, site, hasByline: true, leadTo: 'inText' });
  return JSON.parse(JSON.stringify(written.map(({ node }) => node))) as Node[];
}

function expectKnown(node: Node, within: string): void {
  expect(WITHIN[within]).toContain(node.type);
  for (const child of node.children ?? []) expectKnown(child, node.type);
}

/** What a reader of the post gets to read. */
function readText({ text, html, caption, alt, children = [] }: Node): string {
  return [text, html && readPage(html).text, caption && readPage(caption).text, alt, ...children.map(readText)]
    .filter((part) => part !== undefined)
    .join('');
}

function letters(text: string): string {
  return cleanText(text).replace(/\s+/gu, '');
}

function pieces({ fields, blocks }: Story): string[] {
  const items = (list: Extract<Block, { type: 'list' }>['items']): string[] =>
    list.flatMap(({ content, list: inner }) => [inlineText(content), ...(inner ? items(inner.items) : [])]);
  const said = blocks
    .filter((block) => !isEmptyBlock(block))
    .flatMap((block) => {
      switch (block.type) {
        case 'pullQuote':
          return [inlineText(block.content), block.attribution];
        case 'figure':
          return [inlineText(block.caption), block.credit];
        case 'list':
          return items(block.items);
        case 'table':
          return block.rows.flat().map(({ content }) => inlineText(content));
        case 'separator':
          return [];
        default:
          return [inlineText(block.content)];
      }
    });
  const place = fields.dateline.trim().replace(/^\[\s*(.*?)\s*\]$/u, '$1');
  return [place, fields.byline, ...said].filter((piece) => !isBlank(piece)).map(letters);
}

/** A site that has every file. */
function everywhere(pictures: ReturnType<typeof placePictures>): Map<string, string> {
  return new Map([...pictures.values()].map(({ sha256 }) => [sha256, `https://site.example/${sha256}.jpg`]));
}

const PULL: PullQuote = {
  ...{ id: 'pull' as BlockId, type: 'pullQuote', source: null, attribution: '' },
  content: [{ type: 'text', text: 'Somebody <should> know', marks: ['italic'] }],
};
const FIGURE: Figure = {
  ...{ id: 'fig' as BlockId, type: 'figure', assetId: 'a'.repeat(64) as AssetId, fileName: 'a.jpg', origin: {} },
  caption: [{ type: 'text', text: 'A <bank> & a bridge' }],
  ...{ credit: 'Imran <script>alert(1)</script>', alt: 'A "bank"' },
};

function story(...blocks: Block[]): Story {
  return { ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, byline: '', dateline: '' }, blocks };
}

describe('a story as a Ghost post', () => {
  it('is of nodes Ghost knows, each where Ghost takes it', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story: any, assets }) => {
        const pictures = placePictures(any, assets.values());
        for (const node of nodesOf(any, everywhere(pictures), pictures)) expectKnown(node, 'root');
      }),
    );
  });

  it('has every word of the story, its byline and its dateline', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story: any, assets }) => {
        const pictures = placePictures(any, assets.values());
        const read = letters(nodesOf(any, everywhere(pictures), pictures).map(readText).join('\n'));
        expect(pieces(any).filter((piece) => !read.includes(piece))).toEqual([]);
      }),
    );
  });

  it('has nothing in its HTML that a story’s words put there', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story: any }) => {
        for (const { html = '', caption = '' } of nodesOf(any, new Map()))
          for (const element of readPage(html + caption).elements) {
            expect(element.tagName).not.toBe('script');
            for (const { name } of element.attrs) expect(name).not.toMatch(/^on/);
          }
      }),
    );
  });

  it('marks words by Lexical’s bits, and keeps links with their title', () => {
    const [node] = nodesOf(
      story({
        ...{ id: 'a' as BlockId, type: 'paragraph' },
        content: [
          { type: 'text', text: 'plain ' },
          { type: 'text', text: 'both', marks: ['bold', 'italic'] },
          { type: 'link', url: 'https://e.example/?a=1&b=2', title: 'T', children: [{ type: 'text', text: 'there' }] },
        ],
      }),
      new Map(),
    );
    expect(node?.children).toMatchObject([
      { text: 'plain ', format: 0 },
      { text: 'both', format: 3 },
      { type: 'link', url: 'https://e.example/?a=1&b=2', title: 'T', children: [{ text: 'there', format: 0 }] },
    ]);
  });

  it('has a pull-quote as Ghost’s own, and as HTML where somebody said it', () => {
    const [own, said] = nodesOf(story(PULL, { ...PULL, attribution: 'Hoor Bano' }), new Map());
    expect(own).toMatchObject({ type: 'aside', children: [{ text: 'Somebody <should> know', format: 2 }] });
    expect(said?.html).toBe(
      '<figure class="kg-card pullquote"><blockquote class="kg-blockquote-alt"><em>Somebody &lt;should&gt; know</em></blockquote><figcaption><cite>Hoor Bano</cite></figcaption></figure>',
    );
  });

  it('has a nested list in an item of its own, numbered as Lexical numbers', () => {
    const item = (text: string) => ({ content: [{ type: 'text' as const, text }] });
    const [list] = nodesOf(
      story({
        ...{ id: 'l' as BlockId, type: 'list', kind: 'numbered', start: 4 },
        items: [{ ...item('one'), list: { kind: 'bulleted', items: [item('deep')] } }, item('two')],
      }),
      new Map(),
    );
    expect(list).toMatchObject({ listType: 'number', start: 4, tag: 'ol' });
    expect(list?.children?.map(({ value }) => value)).toEqual([4, 5, 5]);
    expect(list?.children?.[1]?.children).toMatchObject([{ type: 'list', listType: 'bullet', tag: 'ul' }]);
  });

  const picture = { sha256: 'b'.repeat(64), type: 'image/jpeg', width: 40, height: 30, path: 'x/bank.jpg' } as const;
  const pictures = new Map([[FIGURE.id, picture]]);
  const site = new Map([[picture.sha256, 'https://site.example/bank.jpg']]);

  it('has a picture with caption, credit and alt, and its place alone while the site does not have it', () => {
    const caption = 'A &lt;bank&gt; &amp; a bridge <cite>Imran &lt;script&gt;alert(1)&lt;/script&gt;</cite>';
    const there = { type: 'image', src: 'https://site.example/bank.jpg', alt: 'A "bank"', caption, width: 40 };
    expect(nodesOf(story(FIGURE), site, pictures)).toMatchObject([there]);
    expect(nodesOf(story(FIGURE), new Map(), pictures)).toMatchObject([{ ...there, src: '' }]);
  });

  it.each([
    ['featured', 0, true],
    ['both', 1, true],
    ['inText', 1, false],
  ] as const)('has the first picture %s', (leadTo, inText, isOnTop) => {
    const { pieces: written, lead } = ghostContent(story(FIGURE), { pictures, site, hasByline: false, leadTo });
    expect(written).toHaveLength(inText);
    expect(lead).toEqual(
      isOnTop ? expect.objectContaining({ url: 'https://site.example/bank.jpg', alt: 'A "bank"' }) : null,
    );
  });

  it('says which way right-to-left words run, in the HTML of captions and pull-quotes too', () => {
    const words = [{ type: 'text' as const, text: 'سمندر نہیں بڑھا' }];
    const [paragraph, quote, figure] = nodesOf(
      story(
        { id: 'u' as BlockId, type: 'paragraph', content: words },
        { ...PULL, content: words, attribution: 'Hoor' },
        { ...FIGURE, caption: words, credit: '' },
      ),
      new Map(),
    );
    expect(paragraph?.['direction']).toBe('rtl');
    expect(quote?.html).toContain('<figure class="kg-card pullquote" dir="rtl">');
    expect(quote?.html).toContain('<figcaption dir="ltr">');
    expect(figure?.caption).toBe('<span dir="rtl">سمندر نہیں بڑھا</span>');
  });

  it('begins with the byline, and sets the dateline before the first words', () => {
    const first = {
      id: 'p' as BlockId,
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'It began.' }],
    };
    const any = story(first);
    const nodes = nodesOf({ ...any, fields: { ...any.fields, byline: 'Sadia', dateline: 'Thatta' } }, new Map());
    expect(nodes.map(readText)).toEqual(['Sadia', '[Thatta] It began.']);
  });
});
