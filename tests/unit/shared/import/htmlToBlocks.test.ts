import { describe, expect, it } from 'vitest';
import { htmlToBlocks } from '../../../../shared/import/htmlToBlocks.ts';
import { blockSchema } from '../../../../shared/story/block.ts';
import { withGalleries } from '../../../../shared/story/galleries.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { GOOGLE_DOCS, LIBRE_OFFICE, NEWS_PAGE, WORD, WORD_ONLINE } from '../../../fixtures/documents/clipboards.ts';
import { withoutIds } from '../../../fixtures/documents/withoutIds.ts';

function read(html: string): object[] {
  const { blocks } = htmlToBlocks(html);
  for (const block of blocks) blockSchema.parse(block);
  return withoutIds(blocks);
}

function texts(html: string): string[] {
  return htmlToBlocks(html).blocks.map(blockText);
}

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

describe('the clipboard of Google Docs', () => {
  it('gives its headings, marks, links, lists, tables and pictures', () => {
    expect(read(GOOGLE_DOCS)).toEqual([
      { type: 'heading', level: 2, content: [text('The ferry question')] },
      paragraph(
        text('The harbour '),
        text('closed  twice', 'bold'),
        text(' last week', 'italic'),
        text(',\u00a0she said: H'),
        text('2', 'subscript'),
        text('O, m'),
        text('2', 'superscript'),
        text(' gone', 'strikethrough'),
        text(' kept', 'underline'),
      ),
      paragraph({
        type: 'link',
        url: 'https://example.org/a?utm_source=docs&utm_medium=x',
        children: [text('the timetable')],
      }),
      {
        type: 'list',
        kind: 'bulleted',
        items: [
          { content: [text('North pier')], list: { kind: 'bulleted', items: [{ content: [text('Berth one')] }] } },
          { content: [text('South pier')] },
        ],
      },
      paragraph(text('أغلق الميناء مرتين')),
      {
        type: 'table',
        rows: [
          [{ content: [text('Day')] }, { content: [text('Boats')] }],
          [{ content: [text('Monday')] }, { content: [text('4')] }],
        ],
      },
      { type: 'figure', assetId: null, fileName: 'pier.png', caption: [], credit: '', alt: '', origin: {} },
    ]);
  });
});

describe('the clipboard of Word', () => {
  const document = htmlToBlocks(WORD);

  it('gives its paragraphs, lists and tracked changes', () => {
    expect(withoutIds(document.blocks)).toEqual([
      paragraph(text('Grain at the border')),
      paragraph(text('Lorries', 'bold'), text(' waited  at Torkham\u00a0gate, “for days”.')),
      {
        type: 'list',
        kind: 'bulleted',
        items: [
          { content: [text('Wheat')], list: { kind: 'bulleted', items: [{ content: [text('from the north')] }] } },
          { content: [text('Rice')] },
        ],
      },
      {
        type: 'list',
        kind: 'numbered',
        start: 3,
        items: [{ content: [text('Third')] }, { content: [text('Fourth')] }],
      },
      paragraph(text('The queue ended on Friday.')),
      paragraph({ type: 'link', url: 'https://example.org/grain', children: [text('Prices')] }, text(' rose[1].')),
      { ...paragraph(text('انتظرت الشاحنات')), language: 'ar-SA' },
      {
        type: 'figure',
        assetId: null,
        fileName: 'clip_image001.png',
        caption: [text('Lorries at the gate.')],
        credit: '',
        alt: '',
        origin: { caption: 'typed' },
      },
    ]);
  });

  it('says what it left out, and knows its title and language', () => {
    expect(document.language).toBe('en-GB');
    const [title] = document.blocks;
    expect(title && document.details.get(title.id)?.role).toBe('headline');
    expect(document.notes).toEqual([
      'Left out 2 words that tracked changes had deleted.',
      'Left out 1 comment from the margin.',
    ]);
  });

  it('joins the lists that Word on the web writes item by item', () => {
    expect(read(WORD_ONLINE)).toEqual([
      paragraph(text('Before\u00a0')),
      {
        type: 'list',
        kind: 'bulleted',
        items: [
          { content: [text('One')], list: { kind: 'bulleted', items: [{ content: [text('Inner')] }] } },
          { content: [text('Two')] },
        ],
      },
    ]);
  });
});

describe('HTML of LibreOffice', () => {
  it('is read with its own style sheet, and lines as HTML means them', () => {
    expect(read(LIBRE_OFFICE)).toEqual([
      paragraph(
        text('A line that the program broke, with '),
        text('bold', 'bold'),
        text(' and '),
        text('class bold', 'bold'),
        text(', and '),
        { type: 'link', url: 'https://example.org/', children: [text('a link')] },
        text('.'),
      ),
      { type: 'list', kind: 'numbered', start: 3, items: [{ content: [text('Three')] }, { content: [text('Four')] }] },
      { ...paragraph(text('שלום לכולם')), language: 'he-IL' },
    ]);
  });
});

describe('a news page', () => {
  const page = htmlToBlocks(NEWS_PAGE);
  const detailOf = (words: string) => {
    const block = page.blocks.find((one) => blockText(one).startsWith(words));
    return block && page.details.get(block.id);
  };

  it('gives the story in order, hidden parts and controls left out', () => {
    expect(page.blocks.map((block) => [block.type, blockText(block)])).toEqual([
      ['paragraph', 'Give today and keep us reporting.'],
      ['heading', 'Bridge reopens after three years'],
      ['paragraph', 'Traders cross again, but the toll has doubled'],
      ['paragraph', 'By Lina Haddad'],
      ['figure', 'The bridge at dawn.\n(Omar Beg/North Wire)'],
      ['paragraph', '[Sarand] Cars crossed at six in the morning, all of them honking.\u00a0'],
      ['pullQuote', 'All of them honking\nA trader'],
      ['quote', 'We waited.'],
      ['quote', 'We are tired.\nA driver'],
      ['paragraph', 'He asked: “Who pays?” See the tolls or this or write.'],
      ['heading', 'Get our newsletter'],
      ['paragraph', 'Every morning.'],
      ['heading', 'What comes next'],
      ['paragraph', 'Nobody knows'],
      ['paragraph', 'but everybody asks.'],
      ['separator', ''],
      ['paragraph', '1st line\n2nd line'],
      ['heading', 'Related'],
      ['list', 'Another story'],
    ]);
    expect(JSON.stringify(page.blocks)).not.toMatch(/Hidden|Drawn|never|Search|logo/);
  });

  it('knows what its parts are', () => {
    expect(detailOf('Bridge')).toMatchObject({ role: 'headline', suspicion: null });
    expect(detailOf('Traders')?.role).toBe('deck');
    expect(detailOf('By Lina')?.role).toBe('byline');
    expect(detailOf('Give today')?.suspicion).toBe('an appeal to donate');
    expect(detailOf('Every morning')?.suspicion).toBe('an invitation to subscribe');
    expect(detailOf('Another story')?.suspicion).toBe('links to other stories');
    expect(detailOf('Nobody knows')?.suspicion).toBeNull();
    expect(detailOf('The bridge at dawn')?.picture?.src).toBe('https://cdn.example.org/bridge.jpg?w=1200');
  });

  it('keeps links that lead somewhere, completed by the address of the page', () => {
    const links = page.blocks.flatMap((block) =>
      block.type === 'paragraph' ? block.content.flatMap((inline) => (inline.type === 'link' ? [inline.url] : [])) : [],
    );
    expect(links).toEqual([
      'https://news.example.org/authors/lina',
      'https://news.example.org/tolls?utm_source=story#now',
      'mailto:desk@example.org',
    ]);
  });

  it('says what is not in the story', () => {
    expect(page.title).toBe('Bridge reopens after three years - The Example Post');
    expect(page.notes).toEqual([
      'Left out what is around the story: page header, page footer.',
      'Left out 12 words that the page does not show.',
      'Left out what the page shows from elsewhere: https://video.example.org/embed/1.',
    ]);
  });
});

describe('blocks', () => {
  it.each([
    ['<aside><blockquote>Words</blockquote><p class="attribution">Name</p></aside>', 'Words', 'Name'],
    [
      '<figure class="wp-block-pullquote"><blockquote><p>Words</p><cite>Name</cite></blockquote></figure>',
      'Words',
      'Name',
    ],
    [
      '<figure class="pullquote"><blockquote><p>Words</p></blockquote><figcaption>— Name</figcaption></figure>',
      'Words',
      'Name',
    ],
    ['<blockquote class="pull-quote"><p>Words</p><footer>– <cite>Name</cite></footer></blockquote>', 'Words', 'Name'],
    ['<div class="article-pullquote"><p>Words</p></div>', 'Words', ''],
    ['<aside class="pullquote"><p>From <cite>The Post</cite> today</p></aside>', 'From The Post today', ''],
  ])('reads %s as a pull-quote', (html, words, attribution) => {
    const [block] = htmlToBlocks(html).blocks;
    expect(block?.type).toBe('pullQuote');
    if (block?.type !== 'pullQuote') return;
    expect(blockText({ ...block, attribution: '' })).toBe(words);
    expect(block.attribution).toBe(attribution);
    expect(block.source).toBeNull();
  });

  it('takes an aside with more than a quote for what it is', () => {
    expect(read('<aside><p>A long remark about the matter at hand.</p><blockquote>Short</blockquote></aside>')).toEqual(
      [paragraph(text('A long remark about the matter at hand.')), { type: 'quote', content: [text('Short')] }],
    );
  });

  it.each([
    ['<figcaption>Cap. <cite>AP</cite></figcaption>', 'Cap.', 'AP'],
    ['<figcaption>Cap. <span class="credit">AP</span></figcaption>', 'Cap.', 'AP'],
    ['<figcaption>Cap (<span class="photo-credit">AP</span>)</figcaption>', 'Cap', 'AP'],
    ['<figcaption><p class="caption-text">Cap.</p><p class="image__credit">AP</p></figcaption>', 'Cap.', 'AP'],
    ['<figcaption>Cap.</figcaption><div class="copyright">AP</div>', 'Cap.', 'AP'],
    ['<figcaption>Cap.</figcaption><span itemprop="creditText">AP</span>', 'Cap.', 'AP'],
    ['<figcaption>Cap.</figcaption>', 'Cap.', ''],
    ['<p>Cap.</p>', 'Cap.', ''],
  ])('tells caption and credit in %s', (inside, caption, credit) => {
    expect(read(`<figure><img src="a.jpg" alt="Alt">${inside}</figure>`)).toEqual([
      {
        type: 'figure',
        assetId: null,
        fileName: 'a.jpg',
        caption: [text(caption)],
        credit,
        alt: 'Alt',
        origin: { alt: 'typed', caption: 'typed', ...(credit ? { credit: 'typed' } : {}) },
      },
    ]);
  });

  it('gives a caption beside a picture to the picture, and leaves others alone', () => {
    const [first, second, third, fourth] = htmlToBlocks(
      '<p class="wp-caption-text">Above.</p><img src=1.jpg><img src=2.jpg><p class="MsoCaption">Below.</p><p>Copy.</p><p class="caption">Lost.</p>',
    ).blocks;
    expect([first, second, third, fourth].map((block) => block && blockText(block))).toEqual([
      'Above.',
      'Below.',
      'Copy.',
      'Lost.',
    ]);
    expect(fourth?.type).toBe('paragraph');
  });

  it('sets a picture inside a sentence after it, and leaves out what is no picture', () => {
    expect(
      htmlToBlocks(
        '<p>One <img src="a.png" width="400" height="300"> sentence.<img src="p.gif" width="1" height="1"><img src="i.png" width=16 height=16></p><p>Smile <img class="emoji" alt="🙂" src="x.svg"></p>',
      ).blocks.map((block) => (block.type === 'figure' ? block.fileName : blockText(block))),
    ).toEqual(['One sentence.', 'a.png', 'Smile 🙂']);
  });

  it('keeps the place of a picture that is not there, with what is said of it', () => {
    expect(
      read('<figure><img alt=""><figcaption>A caption</figcaption></figure><img alt="Only described">'),
    ).toMatchObject([
      { type: 'figure', fileName: '', caption: [text('A caption')] },
      { type: 'figure', fileName: '', alt: 'Only described' },
    ]);
  });

  it('reads tables with heads and spans, and lists and breaks inside cells as lines', () => {
    expect(
      read(
        '<table><caption>Boats</caption><thead><tr><th>Day<th>Boats</thead><tr><td rowspan=2>Monday<td>4<br>or 5<tr><td><ul><li>a<li>b</ul></table>',
      ),
    ).toEqual([
      paragraph(text('Boats')),
      {
        type: 'table',
        rows: [
          [
            { content: [text('Day')], header: true },
            { content: [text('Boats')], header: true },
          ],
          [{ content: [text('Monday')], rowSpan: 2 }, { content: [text('4'), { type: 'lineBreak' }, text('or 5')] }],
          [{ content: [text('• a'), { type: 'lineBreak' }, text('• b')] }],
        ],
      },
    ]);
  });

  it('takes a table that only lays a page out for the page', () => {
    expect(
      texts('<table><tr><td><h2>Title</h2><p>One</p></td><td><table><tr><td>Two</td></tr></table></td></tr></table>'),
    ).toEqual(['Title', 'One', 'Two']);
    expect(texts('<table role="presentation"><tr><td>a</td><td>b</td></tr></table>')).toEqual(['a', 'b']);
  });

  it('nests lists however they are written, and keeps what is said after an inner one in order', () => {
    expect(read('<ol><li>a<ul><li>b</li></ul>c<li value=9>d<ol><li>e</ol></ol>')).toEqual([
      {
        type: 'list',
        kind: 'numbered',
        items: [
          { content: [text('a')], list: { kind: 'bulleted', items: [{ content: [text('b')] }] } },
          { content: [text('c')] },
          { content: [text('d')], list: { kind: 'numbered', items: [{ content: [text('e')] }] } },
        ],
      },
    ]);
  });

  it('brings six levels of heading to two', () => {
    const levels = (html: string) =>
      htmlToBlocks(html).blocks.map((block) => (block.type === 'heading' ? block.level : 0));
    expect(levels('<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>')).toEqual([2, 2, 3, 3]);
    expect(levels('<h1>a</h1><h2>b</h2><h1>c</h1><h3>d</h3>')).toEqual([2, 3, 2, 3]);
  });
});

describe('a gallery', () => {
  /** The pictures by their captions, those of a gallery joined. */
  function outline(html: string): string[] {
    return withGalleries(htmlToBlocks(html).blocks).map((part) =>
      part.type === 'gallery' ? part.figures.map(blockText).join(' + ') : blockText(part),
    );
  }
  const image = (name: string) => `<img src="https://wire.example/${name}.jpg" alt="" width="900">`;
  const figure = (name: string) => `<figure>${image(name)}<figcaption>${name}</figcaption></figure>`;
  const item = (name: string) => `<li class="blocks-gallery-item">${figure(name)}</li>`;

  it.each([
    [
      'WordPress',
      `<figure class="wp-block-gallery has-nested-images columns-default is-cropped"><!-- wp:image -->${figure('One')}<!-- /wp:image -->\n\n${figure('Two')}</figure>`,
    ],
    ['its first editor', `<ul class="wp-block-gallery columns-2 is-cropped">${item('One')}${item('Two')}</ul>`],
    [
      'an editor before this one',
      `<figure class="wp-block-gallery"><ul class="blocks-gallery-grid">${item('One')}${item('Two')}</ul></figure>`,
    ],
    ['any page', `<figure>${figure('One')}${figure('Two')}</figure>`],
    ['a page that names it', `<div class="gallery"><div>${figure('One')}</div><div>${figure('Two')}</div></div>`],
  ])('of %s stays one, and what stands beside it stays out', (_from, html) => {
    expect(outline(`<p>Before.</p>${figure('Lead')}${html}${figure('Last')}<p>After.</p>`)).toEqual([
      'Before.',
      'Lead',
      'One + Two',
      'Last',
      'After.',
    ]);
  });

  it('is neither one picture nor a figure of tables, and two galleries stay two', () => {
    expect(outline(`<div class="gallery">${figure('One')}</div>${figure('Two')}`)).toEqual(['One', 'Two']);
    const cells = (word: string) => `<figure><table><tr><td>${word}</td><td>1</td></tr></table></figure>`;
    expect(outline(`<figure>${cells('A')}${cells('B')}</figure>`)).toHaveLength(2);
    const gallery = (a: string, b: string) => `<figure class="gallery">${figure(a)}${figure(b)}</figure>`;
    expect(outline(gallery('1', '2') + gallery('3', '4'))).toEqual(['1 + 2', '3 + 4']);
  });
});

describe('words', () => {
  it('collapses white space as HTML does and keeps what was typed on purpose', () => {
    expect(texts('<p>  a \n\t b<b> c</b> d\u00a0\u00a0e\u202ff\u200d </p><p>\u00a0</p><p> </p><p>&shy;</p>')).toEqual([
      'a b c d\u00a0\u00a0e\u202ff\u200d',
    ]);
    expect(texts('<pre>a\n  b\n\nc</pre>')).toEqual(['a\n  b', 'c']);
    expect(texts('<p>a<br> b<br></p>x<p><br>c</p>')).toEqual(['a\nb', 'x', 'c']);
  });

  it('drops what no text holds, and mends half a character', () => {
    expect(texts('<p>a\u0007b\ufeffc\ud800d&#0;</p>')).toEqual(['abc\ufffdd\ufffd']);
  });

  it('takes bold from tags and styles alike, and back', () => {
    expect(read('<p style="font-weight:bold">a<span style="font-weight:400">b</span><strong>c</strong></p>')).toEqual([
      paragraph(text('a', 'bold'), text('b'), text('c', 'bold')),
    ]);
    expect(read('<h2><span style="font-weight:700">a</span> <b>b</b></h2>')).toEqual([
      { type: 'heading', level: 2, content: [text('a '), text('b', 'bold')] },
    ]);
  });

  it('keeps a direction only where the words alone would run the other way', () => {
    expect(read('<div dir="rtl"><p>NATO قالت</p><p>قالت</p><p dir="ltr">قالت NATO</p><p>12</p></div>')).toEqual([
      { ...paragraph(text('NATO قالت')), direction: 'rtl' },
      paragraph(text('قالت')),
      { ...paragraph(text('قالت NATO')), direction: 'ltr' },
      { ...paragraph(text('12')), direction: 'rtl' },
    ]);
    expect(read('<html dir="ltr"><p>قالت</p>')).toEqual([paragraph(text('قالت'))]);
    expect(read('<html dir="rtl"><p>NATO</p>')).toEqual([{ ...paragraph(text('NATO')), direction: 'rtl' }]);
  });

  it('knows the language of the document and of the blocks that are in another', () => {
    const { language, blocks } = htmlToBlocks(
      '<html lang="fr"><p>Bonjour</p><p lang="en_GB">Hello</p><p lang="fr-CA">Allô</p><p lang="???">x</p>',
    );
    expect(language).toBe('fr');
    expect(blocks.map((block) => block.language)).toEqual([undefined, 'en-GB', undefined, undefined]);
  });

  it('reads what is behind a dialog, and not what is ornament', () => {
    expect(texts('<div aria-hidden="true"><p>The story</p></div><span aria-hidden="true">#</span>')).toEqual([
      'The story',
    ]);
  });

  it('reads a page that is one form, and not a search field', () => {
    const copy = 'A sentence of the story, long enough to be one. '.repeat(6);
    expect(texts(`<form id="aspnetForm"><p>${copy}</p></form><form><p>Search</p><input></form>`)).toEqual([
      copy.trim(),
    ]);
  });
});
