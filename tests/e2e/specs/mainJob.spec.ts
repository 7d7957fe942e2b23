import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inlineText } from '../../../shared/story/plainText.ts';
import type { Story } from '../../../shared/story/story.ts';
import { storyContent } from '../../../shared/story/storyContent.ts';
import { SALT_AND_SWEET_WATER as ARTICLE } from '../../fixtures/stories/saltAndSweetWater.ts';
import { expect, test } from '../app.ts';
import { RunningApp } from '../RunningApp.ts';
import { ExportDialog, TARGET_NAMES } from '../screens/ExportDialog.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary, storyOnPage } from '../storyOnDisk.ts';
import { writeArticle } from '../writeArticle.ts';

const FILES = {
  HTML: 'delta.html',
  Markdown: 'delta.md',
  WordPress: 'delta.wordpress.html',
  Word: 'delta.docx',
  PDF: 'delta.pdf',
  'Plain text': 'delta.txt',
  ninjs: 'delta.ninjs.json',
  'ninjs 3.1': 'delta.ninjs-3.1.json',
  Superdesk: 'delta.superdesk.json',
  'NewsML-G2': 'delta.newsml.xml',
  NITF: 'delta.nitf.xml',
  'NITF for Superdesk': 'delta.superdesk.nitf.xml',
  'Stet package': 'delta.stet',
} as const;

/** A document's words without its markup, spaces and line ends being all the same. */
function wordsOf(document: string): string {
  return document.replace(/<[^>]*>|\\|&nbsp;/g, (mark) => (mark === '&nbsp;' ? ' ' : '')).replace(/\s+/g, ' ');
}

function hash(story: Story): string {
  return createHash('sha256').update(storyContent(story)).digest('hex');
}

test('a correspondent writes an article offline, hands it over in every format, and loses nothing to a power cut', async ({
  launch,
  pictures,
  scratch,
}) => {
  test.setTimeout(180_000);
  const lead = await pictures.write(
    'delta.jpg',
    { type: 'image/jpeg', width: 1600, height: 1067, detailed: true },
    {
      'IPTC:CodedCharacterSet': 'UTF8',
      'IPTC:Caption-Abstract': ARTICLE.caption,
      'IPTC:By-line': 'Imran Dars',
      'IPTC:Credit': 'Keti Pictures',
    },
  );
  const first = await launch();
  // No network at all, as on a train: nothing below may notice.
  await first.electron.evaluate(({ session, BrowserWindow }) => {
    session.defaultSession.enableNetworkEmulation({ offline: true });
    BrowserWindow.getAllWindows()[0]?.webContents.session.enableNetworkEmulation({ offline: true });
  });
  const story = new StoryPage(first.page);
  await story.create();
  let written: Story | undefined;

  await test.step('writes it', async () => {
    await writeArticle(story, ARTICLE, lead);
    written = await story.stored();
    expect(written.fields).toMatchObject({
      headline: ARTICLE.headline,
      deck: ARTICLE.deck,
      dateline: `[${ARTICLE.dateline}]`,
      byline: ARTICLE.byline,
    });
    const { blocks } = written;
    const body = blocks.flatMap((block) => (block.type === 'paragraph' ? inlineText(block.content) : []));
    expect(body).toEqual(ARTICLE.paragraphs);
    expect(blocks[0]).toMatchObject({
      type: 'figure',
      caption: [{ text: ARTICLE.caption }],
      credit: ARTICLE.credit,
      origin: { caption: 'embedded', credit: 'embedded' },
    });
    // Each stands right before the paragraph it was lifted from and knows where in it.
    const pulled = blocks.flatMap((block, index) =>
      block.type === 'pullQuote' ? [{ block, below: blocks[index + 1] }] : [],
    );
    expect(pulled.map(({ block }) => inlineText(block.content))).toEqual(ARTICLE.pullQuotes.map(({ words }) => words));
    for (const { block, below } of pulled) {
      const text = below?.type === 'paragraph' ? inlineText(below.content) : '';
      expect(block.source?.blockId).toBe(below?.id);
      expect(text.slice(block.source?.start, block.source?.end)).toBe(inlineText(block.content));
    }
    await expect(story.length).toContainText(/1,\d\d\d words/);
  });
  if (!written) throw new Error('Nothing was written');

  await test.step('exports it to every format', async () => {
    const dialog = new ExportDialog(first.page);
    await dialog.open();
    for (const target of TARGET_NAMES) {
      await first.answerSaveDialog(join(scratch, FILES[target]));
      await dialog.choose(target);
      if (target === 'WordPress') await expect(dialog.warnings).toContainText('once they are uploaded there');
      else if (target.includes('Superdesk')) await expect(dialog.warnings).toContainText('only from the web');
      else await expect(dialog.warnings).toBeHidden();
      expect(await dialog.write()).toContain(FILES[target]);
    }
    await dialog.close();
    const read = (target: keyof typeof FILES) => readFile(join(scratch, FILES[target]), 'utf8');
    const [html, markdown, wordpress, text] = await Promise.all([
      read('HTML'),
      read('Markdown'),
      read('WordPress'),
      read('Plain text'),
    ]);
    for (const document of [html, markdown, wordpress, text]) {
      const words = wordsOf(document);
      expect(words).toContain(ARTICLE.credit);
      for (const paragraph of ARTICLE.paragraphs) expect(words).toContain(wordsOf(paragraph));
    }
    expect(html.match(/<blockquote/g)).toHaveLength(8);
    expect(html).toMatch(/<figcaption[\s\S]*Women wait for the water tanker/);
    expect(wordpress.match(/<!-- wp:pullquote/g)).toHaveLength(8);
    expect(wordpress.match(/<!-- wp:image/g)).toHaveLength(1);
    expect(markdown).toMatch(/^---\n/);
  });

  await test.step('the package opens elsewhere as the same story, hash for hash', async () => {
    const elsewhere = await RunningApp.launch(
      { userData: join(scratch, 'other-user'), library: join(scratch, 'other-library') },
      [join(scratch, FILES['Stet package'])],
    );
    const page = new StoryPage(elsewhere.page);
    await expect(page.headline).toHaveValue(ARTICLE.headline);
    await expect(page.pictures.getByRole('img')).toBeVisible();
    const imported = await page.stored();
    expect(storyContent(imported)).toBe(storyContent(written as Story));
    expect(hash(imported)).toBe(hash(written as Story));
    const figure = await page.storedBlock('figure');
    const bytes = await readFile(lead);
    expect(figure.assetId).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(elsewhere.errors).toEqual([]);
    await elsewhere.close();
  });

  await test.step('killed, it comes back with the same text and the caret in the same place', async () => {
    const id = await storyOnPage(first.page);
    if (id === null) throw new Error('No story');
    await story.putCaret('after', 'On the ground it stops after 23');
    await story.paragraph('On the ground it stops after 23').scrollIntoViewIfNeeded();
    const source = written?.blocks.find(
      (block) => block.type === 'paragraph' && inlineText(block.content).includes('On the ground it stops after 23'),
    );
    const offset =
      source?.type === 'paragraph' ? inlineText(source.content).indexOf('after 23') + 'after 23'.length : -1;
    await expect
      .poll(async () => (await askLibrary(first.page, 'stories.open', { id })).place)
      .toMatchObject({ field: 'body', blockId: source?.id, slot: null, offset });
    await first.kill();

    const second = await launch();
    const again = new StoryPage(second.page);
    await expect(again.headline).toHaveValue(ARTICLE.headline);
    await expect(again.body).toBeFocused();
    expect(storyContent(await again.stored())).toBe(storyContent(written as Story));
    await expect(again.paragraph('On the ground it stops after 23')).toBeInViewport();
    await again.type('½');
    await expect(again.paragraph('On the ground it stops after 23½')).toBeVisible();
  });
});
