import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block, Figure, PullQuote } from '../../../shared/story/block.ts';
import { newBlockId } from '../../../shared/story/ids.ts';
import { SALT_AND_SWEET_WATER as ARTICLE } from '../../fixtures/stories/saltAndSweetWater.ts';
import { readPage } from '../../fixtures/export/pageText.ts';
import { PictureMaker } from '../../fixtures/pictures/PictureMaker.ts';
import { paragraph } from '../NewsroomLibrary.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';
import { AUTHOR, OWNER } from './GhostSite.ts';

describe.skipIf(!ghost)('a story sent to a Ghost', () => {
  const own = layGhostDesk();
  const made = mkdtempSync(join(tmpdir(), 'stet-sent-'));
  let maker: PictureMaker;
  let photo = '';
  beforeAll(async () => {
    maker = new PictureMaker(made);
    photo = await maker.news('phone-sideways.jpg');
  });
  afterAll(async () => {
    await maker.close();
    rmSync(made, { recursive: true, force: true });
  });

  function pullQuote(words: string, attribution: string): PullQuote {
    return { id: newBlockId(), type: 'pullQuote', content: [{ type: 'text', text: words }], attribution, source: null };
  }

  async function article(): Promise<{ figure: Figure; blocks: Block[] }> {
    const figure = await own.desk.addPicture(photo, ARTICLE.caption, ARTICLE.credit);
    const blocks: Block[] = ARTICLE.paragraphs.map(paragraph);
    ARTICLE.pullQuotes.forEach(({ words, attribution }, index) =>
      // One stands alone: nobody said it.
      blocks.splice(3 + index * 4, 0, pullQuote(words, index === 0 ? '' : attribution)),
    );
    return { figure, blocks: [figure, ...blocks] };
  }

  const FIELDS = {
    ...{ headline: ARTICLE.headline, deck: ARTICLE.deck, byline: ARTICLE.byline, dateline: ARTICLE.dateline },
    ...{ slug: ARTICLE.slug, keywords: ['Sweet water', 'Indus'], categories: ['Climate'] },
  };

  it('is there whole: words, pull-quotes with who said them, picture with caption, credit and alt', async () => {
    const { blocks } = await article();
    const receipt = await own.desk.sent(own.desk.addStory(FIELDS, ...blocks), own.target());
    expect(receipt).toMatchObject({ differences: [], isUpdate: false, pictures: 1, status: 'draft' });
    const post = await own.reader.post(receipt.remoteId);
    expect(post).toMatchObject({ status: 'draft', title: ARTICLE.headline, custom_excerpt: ARTICLE.deck });
    expect(post.slug).toMatch(/^delta-salt-water-[0-9a-f]{8}$/);
    expect(post.tags.map(({ name }) => name)).toEqual(['Climate', 'Sweet water', 'Indus']);
    expect(post.authors.map(({ name }) => name)).toEqual([AUTHOR]);
    expect(post).toMatchObject({ newsletter: null, email: null });

    const nodes = await own.reader.nodes(post.id);
    expect(nodes.filter(({ type }) => type === 'aside')).toHaveLength(1);
    expect(nodes.filter(({ html }) => html?.includes('kg-blockquote-alt'))).toHaveLength(7);
    const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
    const page = plain(post.html);
    for (const { words } of ARTICLE.pullQuotes)
      expect(page).toContain(`<blockquote class="kg-blockquote-alt">${plain(words)}</blockquote>`);
    for (const { attribution } of ARTICLE.pullQuotes.slice(1))
      expect(page).toContain(`<cite>${plain(attribution)}</cite>`);
    for (const words of ARTICLE.paragraphs) expect(page).toContain(plain(words));
    expect(page).toContain(`[${ARTICLE.dateline}] ${plain(ARTICLE.paragraphs[0] ?? '').slice(0, 40)}`);

    expect(post.feature_image).toMatch(/\/content\/images\/\d{4}\/\d\d\/[a-z0-9-]+-[0-9a-f]{12}\.jpg$/);
    expect(post.feature_image_alt).toBe(`${ARTICLE.caption} (described)`);
    expect(post.feature_image_caption).toBe(`${ARTICLE.caption} <cite>${ARTICLE.credit}</cite>`);
    expect((await fetch(post.feature_image ?? '')).headers.get('content-type')).toBe('image/jpeg');
  });

  it('has the picture in the text where the profile says so, with all that belongs to it', async () => {
    const { figure, blocks } = await article();
    const receipt = await own.desk.sent(
      own.desk.addStory(FIELDS, ...blocks.slice(0, 3)),
      own.target({ lead: 'inText' }),
    );
    const image = (await own.reader.nodes(receipt.remoteId)).find(({ type }) => type === 'image');
    expect(image).toMatchObject({ alt: figure.alt, caption: `${ARTICLE.caption} <cite>${ARTICLE.credit}</cite>` });
    const { html, feature_image } = await own.reader.post(receipt.remoteId);
    expect(feature_image).toBeNull();
    expect(html).toContain(`<figcaption>${ARTICLE.caption} <cite>${ARTICLE.credit}</cite></figcaption>`);
  });

  it('sent again is the same post and the same picture, and nothing is sent of it that is there', async () => {
    const { blocks } = await article();
    const headline = 'Sent twice on purpose';
    const story = own.desk.addStory({ ...FIELDS, headline }, ...blocks);
    const target = own.target();
    const first = await own.desk.sent(story, target);
    own.line.forget();
    expect(await own.desk.sent(story, target)).toMatchObject({
      remoteId: first.remoteId,
      isUpdate: true,
      differences: [],
    });
    expect(own.line.requests.filter((line) => !line.startsWith('GET') && !line.startsWith('HEAD'))).toEqual([]);
    own.desk.change(story, [...blocks, paragraph('A last line.')]);
    const second = await own.desk.sent(story, target);
    expect(second).toMatchObject({ remoteId: first.remoteId, isUpdate: true, differences: [] });
    expect(own.line.requests.filter((line) => line.startsWith('POST'))).toEqual([]);
    expect(await own.reader.posts(headline)).toHaveLength(1);
    expect((await own.reader.post(first.remoteId)).html).toContain('A last line.');
  });

  it('published sends no newsletter; embargoed it waits, to the minute', async () => {
    const published = await own.desk.sent(
      own.desk.addStory({ ...FIELDS, headline: 'Out now' }, paragraph('Words.')),
      own.target({ status: 'publish' }),
    );
    expect(published).toMatchObject({ status: 'published', differences: [] });
    expect(await own.reader.post(published.remoteId)).toMatchObject({ newsletter: null, email: null });
    const embargo = new Date(Date.now() + 86_400_000).toISOString();
    const story = own.desk.addStory({ ...FIELDS, headline: 'Out later', embargo }, paragraph('Words.'));
    const target = own.target({ status: 'publish' });
    const receipt = await own.desk.sent(story, target);
    expect(receipt).toMatchObject({ status: 'scheduled', differences: [] });
    const waits = async () => Date.parse((await own.reader.post(receipt.remoteId)).published_at ?? '');
    expect((await waits()) - Date.parse(embargo)).toBeLessThan(1000);
    expect((await waits()) - Date.parse(embargo)).toBeGreaterThanOrEqual(0);
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
    own.desk.change(story, story.blocks, { embargo: later });
    expect(await own.desk.sent(story, target)).toMatchObject({ status: 'scheduled', differences: [] });
    expect((await waits()) - Date.parse(later)).toBeGreaterThanOrEqual(0);
  });

  it('says what Ghost has no place for: a deck that is too long, an author it does not know, a review', async () => {
    const fields = { ...FIELDS, headline: 'Told', deck: 'word '.repeat(80), byline: 'Nobody Known' };
    const receipt = await own.desk.sent(
      own.desk.addStory(fields, paragraph('Words.')),
      own.target({ status: 'pending' }),
    );
    expect(receipt.differences).toEqual([
      expect.stringContaining('Ghost takes decks of 300 characters; this one has 399'),
      'Nobody on the site is called “Nobody Known”, so it chose the author.',
      'Ghost has no posts that wait for review: it is a draft.',
    ]);
    const post = await own.reader.post(receipt.remoteId);
    expect(post.authors.map(({ name }) => name)).toEqual([OWNER]);
    expect(post.custom_excerpt).toMatch(/word…$/);
  });

  it('has its byline as the site’s authors where it knows all of them, and in the text where it does not', async () => {
    const html = async (byline: string) => {
      const story = own.desk.addStory({ ...FIELDS, headline: `By ${byline}`, byline }, paragraph('Words.'));
      const { remoteId } = await own.desk.sent(story, own.target({ byline: 'siteAuthor' }));
      const post = await own.reader.post(remoteId);
      return [post.html, ...post.authors.map(({ name }) => name)];
    };
    const [known, ...both] = await html(`By ${AUTHOR} and ${OWNER}`);
    expect([known?.includes(AUTHOR), both]).toEqual([false, [AUTHOR, OWNER]]);
    const [unknown, ...one] = await html(`${AUTHOR} and Nobody Known`);
    expect([unknown?.includes('Nobody Known'), one]).toEqual([true, [AUTHOR]]);
  });

  it('stops before it sends anything where the headline is longer than Ghost takes', async () => {
    const story = own.desk.addStory({ ...FIELDS, headline: 'x'.repeat(256) }, paragraph('Words.'));
    const job = await own.desk.settled(own.desk.send(story, own.target()).id);
    expect(job.ask).toMatchObject({
      code: 'tooLong',
      message: expect.stringContaining('255 characters; this one has 256'),
    });
    expect(own.line.requests).toEqual([]);
  });

  it('uses the tags that are there, however they are written, and makes those that are not', async () => {
    await own.reader.ask('POST', 'tags/', { tags: [{ name: 'Local News' }] });
    const fields = {
      ...FIELDS,
      headline: 'Tagged',
      keywords: ['local news', 'کراچی', '#Flood', `it's "so"`],
      categories: [],
    };
    const receipt = await own.desk.sent(own.desk.addStory(fields, paragraph('Words.')), own.target());
    expect(receipt.differences).toEqual([]);
    const names = (await own.reader.post(receipt.remoteId)).tags.map(({ name }) => name);
    expect(names).toEqual(['Local News', 'کراچی', 'Flood', `it's "so"`]);
  });

  it('never carries a script, wherever somebody typed one', async () => {
    const script = '<script>alert(1)</script>';
    const figure = await own.desk.addPicture(photo, `A caption ${script}`, `A credit ${script}`);
    const fields = { ...FIELDS, headline: `Hostile ${script}`, deck: script, byline: '', keywords: [] };
    const blocks = [figure, paragraph(script), pullQuote(script, script), { ...figure, id: newBlockId() }];
    const receipt = await own.desk.sent(own.desk.addStory(fields, ...blocks), own.target({ status: 'publish' }));
    const post = await own.reader.post(receipt.remoteId);
    expect(readPage(post.html).elements.map(({ tagName }) => tagName)).not.toContain('script');
    expect(post.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(post.feature_image_caption).toBe(
      'A caption &lt;script&gt;alert(1)&lt;/script&gt; <cite>A credit &lt;script&gt;alert(1)&lt;/script&gt;</cite>',
    );
    const page = await (await fetch(post.url)).text();
    // In the value of an attribute it is words.
    expect(
      readPage(page).elements.flatMap(({ tagName, childNodes }) => (tagName === 'script' ? childNodes : [])),
    ).not.toContainEqual(expect.objectContaining({ value: 'alert(1)' }));
  });

  it('is tested before anything is sent: what works, what Ghost has not, and a wrong key', async () => {
    const lines = async (key: string) => {
      const target = own.desk.addGhost(own.line.url, key, { status: 'pending' });
      return own.desk.library.outbox.test(target.id);
    };
    const report = await lines(ghost?.key ?? '');
    expect(report.site).toBe(`The Coast, Ghost ${ghost?.version}`);
    expect(report.lines.filter(({ state }) => state === 'works')).toHaveLength(4);
    expect(report.lines.map(({ words }) => words).join()).toContain('no posts that wait for review');
    const [id] = (ghost?.key ?? '').split(':');
    const wrong = await lines(`${id}:${'0'.repeat(64)}`);
    expect(wrong.lines.at(-1)).toMatchObject({
      state: 'failed',
      words: expect.stringContaining('does not take the Admin API key'),
    });
    expect((await lines('22444f78447824223cefc48062')).lines.at(-1)?.words).toContain('no Admin API key');
  });
});
