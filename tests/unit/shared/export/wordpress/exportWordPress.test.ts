import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import { blockMarkup } from '../../../../../shared/export/wordpress/blockMarkup.ts';
import { exportWordPress } from '../../../../../shared/export/wordpress/exportWordPress.ts';
import { altText, richLine } from '../../../../../shared/export/wordpress/richText.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { readBlockMarkup, type ReadBlockMarkup } from '../../../../fixtures/export/blockMarkup.ts';
import { HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { recordingStory } from '../../../../fixtures/export/recordingStory.ts';
import { readPage } from '../../../../fixtures/export/pageText.ts';

// These say what held against Gutenberg's own validator when it was last asked by hand; it is too large to be asked here.
// Asked: block-library 11.0.0 with --strict and 7.14.16 (WordPress 6.1), over thousands of these arbitrary stories.
const SHAPES: Readonly<Record<string, RegExp>> = {
  paragraph: /^\n<p(?: class="(?:deck|byline|dateline|screen-reader-text)")?(?: dir="(?:ltr|rtl)")?>.*<\/p>\n$/s,
  heading: /^\n<h([123]) class="wp-block-heading">.*<\/h\1>\n$/s,
  list: /^\n<(?:ul|ol(?: start="-?\d+")?) class="wp-block-list">\0(?:\n\n\0)*<\/(?:ul|ol)>\n$/s,
  'list-item': /^\n<li>.*<\/li>\n$/s,
  quote: /^\n<blockquote class="wp-block-quote">\0<\/blockquote>\n$/s,
  pullquote:
    /^\n<figure class="wp-block-pullquote"><blockquote><p>.*<\/p>(?:<cite>.+<\/cite>)?<\/blockquote><\/figure>\n$/s,
  image:
    /^\n<figure class="wp-block-image(?: size-full)?"><img(?: src="[^"]+")? alt="[^"]*"\/>(?:<figcaption class="wp-element-caption">.+<\/figcaption>)?<\/figure>\n$/s,
  video:
    /^\n<figure class="wp-block-video">(?:<video controls(?: poster="[^"]+")? src="[^"]+"><\/video>)?(?:<figcaption class="wp-element-caption">.+<\/figcaption>)?<\/figure>\n$/s,
  // Nothing at all where its file did not travel along.
  audio:
    /^$|^\n<figure class="wp-block-audio"><audio controls src="[^"]+"><\/audio>(?:<figcaption class="wp-element-caption">.+<\/figcaption>)?<\/figure>\n$/s,
  table:
    /^\n<figure class="wp-block-table"><table>(?:<thead>(?:<tr>.*?<\/tr>)+<\/thead>)?(?:<tbody>(?:<tr>.*?<\/tr>)+<\/tbody>)?<\/table><\/figure>\n$/s,
  gallery: /^\n<figure class="wp-block-gallery has-nested-images columns-(?:default|2)">\0(?:\n\n\0)+<\/figure>\n$/,
  separator: /^\n<hr class="wp-block-separator has-alpha-channel-opacity"\/>\n$/,
};
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  paragraph: /^(?:direction|className)$/,
  heading: /^level$/,
  list: /^(?:ordered|start)$/,
  image: /^(?:sizeSlug|linkDestination)$/,
  gallery: /^(?:columns|imageCrop|linkTo)$/,
  table: /^hasFixedLayout$/,
};

function expectShape(block: ReadBlockMarkup, within: string): void {
  expect(block.html).toMatch(SHAPES[block.name] ?? /(?!)/);
  for (const name of Object.keys(block.attributes)) expect(name).toMatch(ATTRIBUTES[block.name] ?? /(?!)/);
  const home = { 'list-item': 'list', list: 'list-item|', paragraph: 'quote|', image: 'gallery|' }[block.name] ?? '';
  expect(home.split('|')).toContain(within);
  for (const inner of block.inner) expectShape(inner, block.name);
}

function markup(story: Story): string {
  return exportWordPress(story, new Map());
}

describe('WordPress block markup', () => {
  it('is core blocks in the shapes Gutenberg writes, and nothing beside them', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const text = exportWordPress(story, placePictures(story, assets.values()));
        for (const block of readBlockMarkup(text)) expectShape(block, '');
        const { elements } = readPage(text);
        const names = elements.flatMap((element) => element.attrs.map(({ name }) => name));
        expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
        expect(elements.filter(({ tagName }) => tagName === 'script' || tagName === 'iframe')).toEqual([]);
      }),
    );
  });

  it('writes recordings as the two blocks Gutenberg has for them', () => {
    const write = (medium: 'video' | 'audio', isThere = true) => {
      const { story, assets } = recordingStory({ medium });
      const written = exportWordPress(story, placePictures(story, isThere ? assets : []));
      return written
        .slice(written.indexOf(`<!-- wp:${medium}`))
        .replaceAll(/-[0-9a-f]{12}\./g, '.')
        .replaceAll(/src="[^"]*\//g, 'src="');
    };
    const caption = '<figcaption class="wp-element-caption">A boat leaves. <cite>Lina Haddad</cite></figcaption>';
    expect(write('video')).toMatch(
      /^<!-- wp:video -->\n<figure class="wp-block-video"><video controls poster="[^"]+\.jpg" src="a-boat-leaves\.mp4"><\/video>/,
    );
    expect(write('audio')).toBe(
      `<!-- wp:audio -->\n<figure class="wp-block-audio"><audio controls src="a-boat-leaves.mp3"></audio>${caption}</figure>\n<!-- /wp:audio -->\n`,
    );
    // An empty audio block would lose its caption, an empty video block keeps it.
    expect(write('video', false)).toBe(
      `<!-- wp:video -->\n<figure class="wp-block-video">${caption}</figure>\n<!-- /wp:video -->\n`,
    );
    expect(write('audio', false)).toBe(
      '<!-- wp:audio /-->\n\n<!-- wp:paragraph -->\n<p>A boat leaves. <cite>Lina Haddad</cite></p>\n<!-- /wp:paragraph -->\n',
    );
  });

  it('gives a recording’s description to those who cannot see or hear it', () => {
    const { story, assets } = recordingStory({ medium: 'video', alt: 'Boats & nets' });
    const blocks = readBlockMarkup(exportWordPress(story, placePictures(story, assets)));
    const at = blocks.findIndex(({ name }) => name === 'video');
    expect(blocks[at + 1]).toMatchObject({ name: 'paragraph', attributes: { className: 'screen-reader-text' } });
    expect(blocks[at + 1]?.html).toContain('<p class="screen-reader-text">Boats &amp; nets</p>');
    const arabic = recordingStory({ medium: 'audio', alt: 'صوت الأمواج' });
    expect(exportWordPress(arabic.story, new Map())).toContain(
      '<p class="screen-reader-text" dir="rtl">صوت الأمواج</p>',
    );
  });

  it('puts headline, deck, byline and dateline where they are to be found', () => {
    const [headline, deck, byline, ...rest] = readBlockMarkup(markup(HARBOUR_STORY));
    expect([headline?.name, headline?.attributes]).toEqual(['heading', { level: 1 }]);
    expect([deck?.attributes, byline?.attributes]).toEqual([{ className: 'deck' }, { className: 'byline' }]);
    expect(rest.find((block) => block.name === 'paragraph')?.html).toMatch(/^\n<p>\[Port Sudan\] The pilots/);
  });

  it('says every direction on an Arabic story, for sites that run the other way', () => {
    const fields = { ...HARBOUR_STORY.fields, language: 'ar', headline: 'الميناء', dateline: '', byline: 'Salma' };
    const blocks = readBlockMarkup(markup({ ...HARBOUR_STORY, fields }));
    expect(blocks[0]?.html).toContain('<span dir="rtl">الميناء</span>');
    expect(blocks[2]?.attributes).toEqual({ direction: 'ltr', className: 'byline' });
  });

  it('gives a spanning cell’s place to empty ones, which every WordPress can hold', () => {
    const table = readBlockMarkup(markup(HARBOUR_STORY))
      .filter((block) => block.name === 'table')
      .at(-1);
    expect(table?.html).toContain(
      '<thead><tr><th scope="col">Ships turned away</th><th scope="col"></th></tr></thead>' +
        '<tbody><tr><th scope="row">July</th><td>4</td></tr><tr><th scope="row">August</th><td></td></tr></tbody>',
    );
  });

  it('leaves a place for a picture that did not travel, its words kept', () => {
    const lost = readBlockMarkup(markup(HARBOUR_STORY))
      .filter((block) => block.name === 'image')
      .at(-1);
    expect(lost?.html).toContain('<img alt="An old chart"/><figcaption');
  });

  it('shows typed shortcodes of WordPress as words', () => {
    expect(richLine('a [gallery ids="1"] and [embed]x[/embed] and [Islamabad] and [galleryx]')).toBe(
      'a [[gallery ids="1"]] and [[embed]]x[[/embed]] and [Islamabad] and [galleryx]',
    );
  });

  it('keeps character references in alt texts the words they are', () => {
    expect(altText('&amp; & &#38; &x41; AT&T')).toBe('&\u2060amp; & &\u2060#38; &\u2060x41; AT&T');
  });
});

describe('a block’s attributes', () => {
  it('cannot end the comment they stand in, and read back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const text = blockMarkup('paragraph', { className: `--> ${value} <!-- wp:html -->\\"&` }, '<p></p>');
        const [block] = readBlockMarkup(text);
        expect(block?.attributes).toEqual({ className: `--> ${value} <!-- wp:html -->\\"&` });
        expect(text.match(/-->/g)).toHaveLength(2);
      }),
    );
  });
});
