import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportHtml } from '../../../../../shared/export/html/exportHtml.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import { FILE_ENDINGS } from '../../../../../shared/media/fileEnding.ts';
import type { Block, Figure } from '../../../../../shared/story/block.ts';
import type { BlockId, GalleryId } from '../../../../../shared/story/ids.ts';
import type { StoryFields } from '../../../../../shared/story/fields.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { recordingStory } from '../../../../fixtures/export/recordingStory.ts';
import { attributeOf, readPage, type ReadPage } from '../../../../fixtures/export/pageText.ts';

const ELEMENTS = new Set([
  ...['html', 'head', 'meta', 'title', 'style', 'body', 'article', 'header', 'h1', 'h2', 'h3', 'p', 'span', 'br', 'a'],
  ...[
    'strong',
    'em',
    'u',
    's',
    'sub',
    'sup',
    'code',
    'blockquote',
    'aside',
    'cite',
    'figure',
    'figcaption',
    'img',
    'video',
    'audio',
    'hr',
  ],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const ATTRIBUTES = new Set([
  ...['lang', 'dir', 'class', 'href', 'title', 'src', 'alt', 'width', 'height', 'scope', 'colspan', 'rowspan', 'start'],
  ...['charset', 'http-equiv', 'content', 'name'],
  ...['controls', 'playsinline', 'preload', 'poster', 'aria-label', 'style'],
]);

function page(fields: Partial<StoryFields>, ...blocks: Block[]): ReadPage {
  return readPage(exportHtml({ ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, ...fields }, blocks }, new Map()));
}

function named(read: ReadPage, tag: string): ReadPage['elements'] {
  return read.elements.filter((element) => element.tagName === tag);
}

function paragraph(text: string, own: Partial<Block> = {}): Block {
  return { id: 'p00000000000' as BlockId, ...own, type: 'paragraph', content: [{ type: 'text', text }] };
}

describe('the exported page', () => {
  it('plays a recording with its own controls, described, and shows its poster before', () => {
    const { story, assets } = recordingStory({ medium: 'video', alt: 'Boats & nets' });
    const html = exportHtml(story, placePictures(story, assets));
    const [video] = readPage(html).elements.filter(({ tagName }) => tagName === 'video');
    expect(Object.fromEntries(video?.attrs.map(({ name, value }) => [name, value]) ?? [])).toEqual({
      ...{
        controls: '',
        playsinline: '',
        preload: 'metadata',
        'aria-label': 'Boats & nets',
        width: '640',
        height: '360',
      },
      src: expect.stringMatching(/-pictures\/a-boat-leaves-[0-9a-f]{12}\.mp4$/),
      poster: expect.stringMatching(/-pictures\/a-boat-leaves-[0-9a-f]{12}\.jpg$/),
    });
    expect(html).toContain('<figcaption>A boat leaves. <cite class="credit">Lina Haddad</cite></figcaption>');
    expect(html).toContain("media-src 'self' file:");
    expect(exportHtml(story, new Map())).toContain('>Video not included: clip.mp4</p>');
  });

  it('is HTML that no parser has anything against, and nothing in it is markup but ours', () => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const read = readPage(exportHtml(story, placePictures(story, assets.values())));
        expect(read.faults).toEqual([]);
        expect(read.comments).toEqual([]);
        expect(read.elements.map((element) => element.tagName).filter((tag) => !ELEMENTS.has(tag))).toEqual([]);
        const attributes = read.elements.flatMap((element) => element.attrs);
        expect(attributes.map(({ name }) => name).filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
        for (const { name, value } of attributes) {
          if (name === 'style')
            expect(value).toMatch(/^object-position: (?:100|\d{1,2}(?:\.\d)?)% (?:100|\d{1,2}(?:\.\d)?)%$/);
          if (name === 'href') expect(value).toMatch(/^(?:(?:https?|mailto|tel|sms|ftps?):|[^:]*$|[^:]*[/?#])/i);
          if (name === 'src') expect(value).toMatch(new RegExp(`^[^:/]+/[^:/]+\\.(?:${FILE_ENDINGS.join('|')})$`));
        }
      }),
    );
  });

  it('loads nothing and runs nothing, by policy too', () => {
    const read = readPage(exportHtml(HARBOUR_STORY, placePictures(HARBOUR_STORY, HARBOUR_ASSETS)));
    const policy = named(read, 'meta').find((meta) => attributeOf(meta, 'http-equiv') === 'Content-Security-Policy');
    expect(attributeOf(policy, 'content')).toMatch(/^default-src 'none';/);
    expect(attributeOf(policy, 'content')).not.toMatch(/script-src|https?:|\*/);
  });

  it('says its language and direction, and a block’s where they differ', () => {
    const read = page(
      { language: 'ar' },
      paragraph('مرحبا'),
      paragraph('Hello'),
      paragraph('سلام', { language: 'ur' }),
    );
    const [root] = named(read, 'html');
    expect([attributeOf(root, 'lang'), attributeOf(root, 'dir')]).toEqual(['ar', 'rtl']);
    const directions = named(read, 'p').filter((p) => attributeOf(p, 'class') === undefined);
    expect(directions.map((p) => attributeOf(p, 'dir'))).toEqual([undefined, 'ltr', undefined]);
    expect(directions.map((p) => attributeOf(p, 'lang'))).toEqual([undefined, undefined, 'ur']);
  });

  it('takes a direction that was set over the letters', () => {
    const read = page({ language: 'en' }, paragraph('Hello', { direction: 'rtl' }));
    expect(attributeOf(named(read, 'p').at(-1), 'dir')).toBe('rtl');
  });

  it('sets the dateline before the first paragraph, isolated where it runs the other way', () => {
    const read = page({ dateline: ' [Gaza] ', deck: '', byline: '' }, paragraph('قال الطبيب'), paragraph('ثم خرج'));
    const dated = named(read, 'span').filter((span) => attributeOf(span, 'class') === 'dateline');
    expect(dated.map((span) => attributeOf(span, 'dir'))).toEqual(['ltr']);
    expect(read.text).toContain('[Gaza] قال الطبيب');
  });

  it('sets it on a line of its own where there is no paragraph', () => {
    const read = page({ dateline: 'Gaza' }, { id: 'h00000000000' as BlockId, type: 'separator' });
    const [dated] = named(read, 'p').filter((p) => attributeOf(p, 'class') === 'dateline');
    expect(dated).toBeDefined();
  });

  it('sets the pictures of a gallery into one figure, each with its own caption', () => {
    const figure = (name: string): Figure => ({
      ...{ type: 'figure', assetId: null, fileName: `${name}.jpg`, credit: 'N. Farouk', alt: '', origin: {} },
      id: name as BlockId,
      caption: [{ type: 'text', text: `Caption ${name}.` }],
      gallery: 'eid' as GalleryId,
    });
    const read = page({}, figure('one'), figure('two'), paragraph('Between.'), figure('three'));
    const [gallery, ...others] = named(read, 'figure');
    expect(attributeOf(gallery, 'class')).toBe('gallery');
    const inside = others.filter((inner) => inner.parentNode === gallery);
    expect([others.length, inside.length]).toEqual([3, 2]);
    expect(named(read, 'figcaption').length).toBe(3);
    expect(read.text).toMatch(/Caption one\..*Caption two\..*Between\..*Caption three\./su);
  });

  it('says which point of a picture must stay in sight, counted in the part that goes out', () => {
    const blocks = HARBOUR_STORY.blocks.map((block): Block =>
      block.type === 'figure' && !block.medium
        ? { ...block, crop: { x: 0.5, y: 0.25, width: 0.5, height: 0.5 }, focus: { x: 0.6, y: 0.5 } }
        : block,
    );
    const read = readPage(exportHtml({ ...HARBOUR_STORY, blocks }, placePictures(HARBOUR_STORY, HARBOUR_ASSETS)));
    const styles = named(read, 'img').map((image) => attributeOf(image, 'style'));
    expect(styles).toContain('object-position: 20% 50%');
  });

  it('keeps the desk’s own words at home', () => {
    const secret = {
      editorsNote: 'call the insurer',
      desk: 'night desk',
      topics: ['med:1'],
      status: 'killed' as const,
    };
    const story = { ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, ...secret } };
    const html = exportHtml(story, placePictures(story, HARBOUR_ASSETS));
    expect(html).not.toMatch(/insurer|night desk|med:1|killed|comment:c1|source-kitchen/i);
  });

  it('has a title whatever the story has', () => {
    expect(page({ headline: '', slug: '' }).text.trim()).toMatch(/^Untitled story/);
    expect(named(page({ headline: '' }), 'h1')).toEqual([]);
  });

  it('shows that a picture is missing, and keeps its words', () => {
    const read = page({}, ...HARBOUR_STORY.blocks.filter((block) => block.type === 'figure'));
    expect(named(read, 'img')).toEqual([]);
    expect(read.text).toContain('Picture not included: chart.png');
    expect(read.text).toContain('An old chart');
    expect(read.text).toContain('Nadia Farouk / Harbour Desk');
  });
});
