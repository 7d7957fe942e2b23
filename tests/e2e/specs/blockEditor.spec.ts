import fc from 'fast-check';
import { resolve } from 'node:path';
import { _electron, expect, test, type Page } from '@playwright/test';
import { placePictures } from '../../../shared/export/placePictures.ts';
import { exportWordPress } from '../../../shared/export/wordpress/exportWordPress.ts';
import { leadFigure } from '../../../shared/export/leadFigure.ts';
import { postContent } from '../../../shared/export/wordpress/postContent.ts';
import { fetchWordPress, NoWordPress } from '../../cms/wordpress/fetchWordPress.ts';
import { SiteReader, type SiteItem } from '../../cms/wordpress/SiteReader.ts';
import { WordPressSite } from '../../cms/wordpress/WordPressSite.ts';
import { arbitraryAssets, arbitraryStory } from '../../fixtures/arbitraryStory.ts';
import { electronPath } from '../electronPath.ts';

/** WordPress’s own block parser, as its editor’s page has it. */
interface EditorWindow {
  readonly wp: {
    readonly blocks: { parse(content: string): ParsedBlock[] };
    readonly data: { select(store: string): { getBlocks(): ParsedBlock[] } };
  };
}
interface ParsedBlock {
  readonly name: string;
  readonly isValid: boolean;
  readonly innerBlocks: ParsedBlock[];
}

const STORIES = Number(process.env.STET_JUDGED ?? 300);

/** A story with the files its figures show, as an export and as a post. */
const written = arbitraryStory.chain((story) =>
  arbitraryAssets(story).map((assets): string[] => {
    const pictures = placePictures(story, assets.values());
    const site = new Map([...assets.keys()].map((id, index) => [id as string, { id: index + 1, url: `/f/${index}` }]));
    const onTop = leadFigure(story);
    const post = postContent(story, { pictures, site, hasByline: true, onTop, key: story.id });
    return [exportWordPress(story, pictures), post.map(({ markup }) => markup).join('\n\n')];
  }),
);

test('the block editor of WordPress finds nothing in our posts to repair', async () => {
  test.setTimeout(300_000);
  let site: WordPressSite;
  try {
    fetchWordPress();
    site = await WordPressSite.start();
  } catch (error) {
    if (!(error instanceof NoWordPress)) throw error;
    test.skip(true, `There is no WordPress to test with: ${error.message}.`);
    return;
  }
  try {
    await judgeAt(site.facts);
  } finally {
    await site.stop();
  }
});

async function judgeAt({ url, people }: WordPressSite['facts']): Promise<void> {
  const browser = await _electron.launch({
    executablePath: electronPath(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), resolve(import.meta.dirname, '../browser')],
  });
  try {
    const page = await browser.firstWindow();
    const reader = new SiteReader(url, people.editor);
    const [article] = fc.sample(written, { numRuns: 1, seed: 7 });
    const post = (await reader.ask('POST', 'posts?context=edit', {
      title: 'Judged',
      content: article?.[1],
    })) as SiteItem;
    await logIn(page, url, people.editor.login);
    await page.goto(`${url}/wp-admin/post.php?post=${post.id}&action=edit`);
    await expect.poll(() => blocksOnPage(page), { timeout: 60_000 }).not.toBe(0);

    const contents = fc.sample(written, { numRuns: STORIES, seed: 20_261_130 }).flat();
    expect(await judge(page, ['<!-- wp:heading -->\n<p>No heading</p>\n<!-- /wp:heading -->'])).not.toEqual([]);
    expect(await judge(page, contents)).toEqual([]);
  } finally {
    await browser.close();
  }
}

async function logIn(page: Page, url: string, login: string): Promise<void> {
  await page.goto(`${url}/wp-login.php`);
  await page.fill('#user_login', login);
  await page.fill('#user_pass', `${login}-of-a-test`);
  await page.click('#wp-submit');
  await page.waitForURL(/wp-admin/);
}

function blocksOnPage(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { wp } = window as unknown as Partial<EditorWindow>;
    return wp?.data.select('core/block-editor').getBlocks().length ?? 0;
  });
}

/** What the editor would offer to repair, or could not name: the block and the beginning of its text. */
function judge(page: Page, contents: readonly string[]): Promise<string[]> {
  return page.evaluate((all) => {
    const { wp } = window as unknown as EditorWindow;
    const faults = (blocks: readonly ParsedBlock[]): string[] =>
      blocks.flatMap(({ name, isValid, innerBlocks }) => [
        ...(isValid && name !== 'core/missing' && name !== 'core/freeform' ? [] : [name]),
        ...faults(innerBlocks),
      ]);
    return all.flatMap((content) =>
      faults(wp.blocks.parse(content)).map((name) => `${name} in ${content.slice(0, 2000)}`),
    );
  }, contents as string[]);
}
