import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Block, Figure, PullQuote } from '../../../shared/story/block.ts';
import { newBlockId } from '../../../shared/story/ids.ts';
import { SALT_AND_SWEET_WATER as ARTICLE } from '../../fixtures/stories/saltAndSweetWater.ts';
import { PictureMaker } from '../../fixtures/pictures/PictureMaker.ts';
import { NewsroomLibrary, paragraph } from '../NewsroomLibrary.ts';
import { SiteReader } from './SiteReader.ts';

const site = inject('wordPress');
const here = typeof site === 'string' ? null : site;

describe.skipIf(!here)('a story sent to a WordPress', () => {
  const made = mkdtempSync(join(tmpdir(), 'stet-sent-'));
  let maker: PictureMaker;
  let photo = '';
  let desk: NewsroomLibrary;
  let reader: SiteReader;
  beforeAll(async () => {
    maker = new PictureMaker(made);
    photo = await maker.news('phone-sideways.jpg');
  });
  afterAll(async () => {
    await maker.close();
    rmSync(made, { recursive: true, force: true });
  });
  beforeEach(() => {
    desk = new NewsroomLibrary();
    if (here) reader = new SiteReader(here.url, here.people.editor);
  });
  afterEach(() => desk.close());

  function target(role: 'editor' | 'author' | 'contributor' = 'editor', own = {}) {
    if (!here) throw new Error('No site');
    return desk.addTarget(here.url, here.people[role], own);
  }

  function pullQuote(words: string, attribution: string): PullQuote {
    return { id: newBlockId(), type: 'pullQuote', content: [{ type: 'text', text: words }], attribution, source: null };
  }

  async function article(): Promise<{ figure: Figure; blocks: Block[] }> {
    const figure = await desk.addPicture(photo, ARTICLE.caption, ARTICLE.credit);
    const quotes = ARTICLE.pullQuotes.map(({ words, attribution }) => pullQuote(words, attribution));
    const blocks: Block[] = ARTICLE.paragraphs.map(paragraph);
    quotes.forEach((quote, index) => blocks.splice(3 + index * 4, 0, quote));
    return { figure, blocks: [figure, ...blocks] };
  }

  const FIELDS = {
    ...{ headline: ARTICLE.headline, deck: ARTICLE.deck, byline: ARTICLE.byline, dateline: ARTICLE.dateline },
    ...{ slug: ARTICLE.slug, keywords: ['water', 'Indus'], categories: ['Climate'] },
  };

  it('is there whole: words, pull-quotes with who said them, picture with caption, credit and alt', async () => {
    const { blocks } = await article();
    const story = desk.addStory(FIELDS, ...blocks);
    const receipt = await desk.sent(story, target());
    expect(receipt.differences).toEqual([]);
    const post = await reader.post(receipt.remoteId);
    expect(post.status).toBe('draft');
    expect(post.title.raw).toBe(ARTICLE.headline);
    expect(post.excerpt.raw).toBe(ARTICLE.deck);
    expect(post.content.raw.match(/<!-- wp:pullquote /g)).toHaveLength(8);
    const shown = post.content.raw.replaceAll('&nbsp;', '\u00a0').replaceAll('&amp;', '&');
    // The editor writes a no-break space out; in both, here.
    const plain = shown.replaceAll('\u00a0', ' ');
    for (const { attribution } of ARTICLE.pullQuotes) {
      const who = attribution.replaceAll('\u00a0', ' ');
      expect(
        plain.includes(`<cite>${who}</cite>`) || plain.includes(`<cite><span dir="rtl">${who}</span></cite>`),
      ).toBe(true);
    }
    for (const words of ARTICLE.paragraphs) expect(shown).toContain(words);
    const [file] = await reader.media(ARTICLE.caption.slice(0, 30));
    expect(post.featured_media).toBe(file?.id);
    expect(file).toMatchObject({
      alt_text: `${ARTICLE.caption} (described)`,
      meta: { newsroom_credit: ARTICLE.credit },
    });
    expect(file?.caption.raw).toBe(`${ARTICLE.caption} ${ARTICLE.credit}`);
    expect(post.meta).toMatchObject({ newsroom_byline: ARTICLE.byline, newsroom_dateline: ARTICLE.dateline });
    expect(post.categories).toHaveLength(1);
    expect(post.tags).toHaveLength(2);
  });

  it('sent again is the same post and the same picture', async () => {
    const { blocks } = await article();
    const headline = 'Sent twice on purpose';
    const story = desk.addStory({ ...FIELDS, headline }, ...blocks);
    const wordpress = target('editor', { lead: 'inText' });
    const first = await desk.sent(story, wordpress);
    const before = await reader.media(ARTICLE.caption.slice(0, 30));
    desk.change(story, [...blocks, paragraph('A last line.')]);
    const second = await desk.sent(story, wordpress);
    expect(second).toMatchObject({ remoteId: first.remoteId, isUpdate: true, differences: [] });
    expect(await reader.posts(headline)).toHaveLength(1);
    expect(await reader.media(ARTICLE.caption.slice(0, 30))).toHaveLength(before.length);
    expect((await reader.post(first.remoteId)).content.raw).toContain('A last line.');
  });
});
