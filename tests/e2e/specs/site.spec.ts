import type { Page } from '@playwright/test';
import { NoWordPress } from '../../cms/wordpress/fetchWordPress.ts';
import { SiteReader, type SiteItem } from '../../cms/wordpress/SiteReader.ts';
import { WordPressSite } from '../../cms/wordpress/WordPressSite.ts';
import { expect, test } from '../app.ts';
import { putTarget } from '../putTarget.ts';
import type { RunningApp } from '../RunningApp.ts';
import { OutboxDialog } from '../screens/OutboxDialog.ts';
import { SecretPage } from '../screens/SecretPage.ts';
import { StoryPage } from '../screens/StoryPage.ts';

const DROP_CAP =
  '<!-- wp:paragraph {"dropCap":true} -->\n<p class="has-drop-cap">The tide comes twice a day.</p>\n<!-- /wp:paragraph -->';
const POLL = '<!-- wp:acme/poll {"pollId":17} /-->';
const LAST = '<!-- wp:paragraph -->\n<p>Nobody counts the fields.</p>\n<!-- /wp:paragraph -->';

let site: WordPressSite | null = null;
let reason = '';
test.beforeAll(async () => {
  test.setTimeout(240_000);
  try {
    site = await WordPressSite.start();
  } catch (error) {
    if (!(error instanceof NoWordPress)) throw error;
    reason = `There is no WordPress to test with: ${error.message}.`;
  }
});
test.afterAll(() => site?.stop());

/** The site, with a post on it that its own editor made. */
async function postOn(facts: WordPressSite['facts']): Promise<{ reader: SiteReader; post: SiteItem }> {
  const reader = new SiteReader(facts.url, facts.people.editor);
  const content = [DROP_CAP, POLL, LAST].join('\n\n');
  const post = (await reader.ask('POST', 'posts?context=edit', { title: 'Tides of the delta', content })) as SiteItem;
  await reader.ask('POST', 'posts', { title: 'Something else', content: LAST });
  return { reader, post };
}

/** Opens the post by keyboard alone, its password asked for on the way. */
async function openPost(app: RunningApp, facts: WordPressSite['facts']): Promise<void> {
  const { page } = app;
  await putTarget(page, { name: 'Coast Desk', address: facts.url, account: facts.people.editor.login });
  await page.keyboard.press('ControlOrMeta+Alt+O');
  const dialog = page.getByRole('dialog', { name: 'Open from a site' });
  await expect(dialog.getByText('Application password needed')).toBeVisible();
  const search = dialog.getByRole('combobox', { name: 'Search Coast Desk' });
  await expect(search).toBeFocused();
  await page.keyboard.press('Tab');
  const secret = await SecretPage.open(app, () => page.keyboard.press('Enter'));
  await secret.give(facts.people.editor.secret);
  const rows = dialog.getByRole('listbox', { name: 'Stories on the site' }).getByRole('option');
  await expect(rows.filter({ hasText: 'Something else' }).first()).toBeVisible();
  await search.focus();
  await page.keyboard.type('tides');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Tides of the delta');
  await expect(rows).toContainText('Draft');
  await page.keyboard.press('Enter');
  const report = page.getByRole('dialog', { name: 'Imported' });
  await expect(report).toContainText('stays on the site as it is: acme/poll');
  await page.keyboard.press('Escape');
}

/** Sends the open story and waits for what becomes of it. */
async function send(page: Page): Promise<OutboxDialog> {
  await page.keyboard.press('ControlOrMeta+Shift+T');
  const dialog = page.getByRole('dialog', { name: 'Send story' });
  await expect(dialog.getByText('Updates the post')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toBeHidden();
  const outbox = new OutboxDialog(page);
  await outbox.open();
  return outbox;
}

test('a post is opened by keyboard, changed, and sent back with nothing else changed', async ({ app }) => {
  test.skip(site === null, reason);
  if (!site) return;
  const { page } = app;
  const { reader, post } = await postOn(site.facts);
  await openPost(app, site.facts);
  const story = new StoryPage(page);
  await expect(story.headline).toHaveText('Tides of the delta');
  await story.body.getByText('The tide comes twice a day.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' It never asks.');
  const outbox = await send(page);
  await expect(outbox.job('Tides of the delta')).toContainText('Updated', { timeout: 30_000 });
  const { content } = await reader.post(post.id);
  expect(content.raw).toBe(post.content.raw.replace('twice a day.', 'twice a day. It never asks.'));
});

test('the same paragraph changed on both sides is shown and decided by a person', async ({ app }) => {
  test.skip(site === null, reason);
  if (!site) return;
  const { page } = app;
  const { reader, post } = await postOn(site.facts);
  await openPost(app, site.facts);
  await reader.change(post.id, { content: post.content.raw.replace('Nobody counts', 'Nobody has counted') });
  const story = new StoryPage(page);
  await story.body.getByText('Nobody counts the fields.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Until now.');
  const outbox = await send(page);
  const job = outbox.job('Tides of the delta');
  await expect(job).toContainText('Nobody has counted the fields.', { timeout: 30_000 });
  await expect(job).toContainText('Nobody counts the fields. Until now.');
  expect((await reader.post(post.id)).content.raw).not.toContain('Until now.');
  await job.getByRole('button', { name: 'Leave theirs' }).click();
  await expect(job).toContainText('Updated', { timeout: 30_000 });
  expect((await reader.post(post.id)).content.raw).toContain('Nobody has counted the fields.');
});
