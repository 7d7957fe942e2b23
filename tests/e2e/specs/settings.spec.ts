import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { StoryPage } from '../screens/StoryPage.ts';

/** The settings, by the names they speak to screen readers. */
class SettingsDialog {
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Settings' });
  }

  async open(): Promise<void> {
    // The page listens once its panes are there.
    await expect(this.page.getByRole('navigation', { name: 'Library' })).toBeVisible();
    await this.page.keyboard.press('ControlOrMeta+,');
    await expect(this.dialog).toBeVisible();
  }

  field(label: string): Locator {
    return this.dialog.getByLabel(label, { exact: true });
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}

test('name, dateline and language are what new stories start with, at once and after a restart', async ({
  app,
  launch,
}) => {
  const settings = new SettingsDialog(app.page);
  const story = new StoryPage(app.page);
  await settings.open();
  await settings.field('Name').fill('Ayesha Khan');
  await settings.field('Dateline place').fill('Islamabad');
  await settings.field('Language').selectOption('Urdu');
  await settings.close();
  await story.create();
  await expect(story.byline).toHaveValue('Ayesha Khan');
  await expect(story.dateline).toHaveValue('Islamabad');
  expect((await story.stored()).fields).toMatchObject({ byline: 'Ayesha Khan', dateline: 'Islamabad', language: 'ur' });
  await app.close();

  const again = await launch();
  const other = new SettingsDialog(again.page);
  await other.open();
  await expect(other.field('Name')).toHaveValue('Ayesha Khan');
  await other.field('Byline').fill('Ayesha Khan, in Islamabad');
  await other.close();
  const next = new StoryPage(again.page);
  await next.create();
  await expect(next.byline).toHaveValue('Ayesha Khan, in Islamabad');
});

test('the appearance is dark, light or the system’s, and stays so', async ({ app, launch }) => {
  const settings = new SettingsDialog(app.page);
  const desk = (page: Page) =>
    page.evaluate(() => {
      const [, red = 0] = /rgb\((\d+)/.exec(getComputedStyle(document.body).backgroundColor) ?? [];
      return Number(red) < 100 ? 'dark' : 'light';
    });
  await settings.open();
  for (const look of ['Dark', 'Light', 'Dark'] as const) {
    await settings.dialog.getByRole('radio', { name: look }).check();
    await expect.poll(() => desk(app.page)).toBe(look.toLowerCase());
    const native = await app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
    expect(native).toBe(look.toLowerCase());
  }
  await settings.close();
  await app.close();
  const again = await launch();
  await expect.poll(() => desk(again.page)).toBe('dark');
});

test('another library folder is used from the next start, and until then says so', async ({ app, scratch }) => {
  const settings = new SettingsDialog(app.page);
  await settings.open();
  await expect(
    settings.dialog
      .getByText('Stories, pictures and backups are kept here')
      .or(settings.dialog.getByText('Until then')),
  ).toBeVisible();
  await app.answerOpenDialog([join(scratch, 'elsewhere')]);
  await settings.dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(settings.dialog.getByText(join(scratch, 'elsewhere'), { exact: true })).toBeVisible();
  await expect(settings.dialog.getByText('From the next start.')).toContainText(app.profile.library);
  await settings.close();
});

test('panes fold, keep their width and are as they were at the next start', async ({ app, launch }) => {
  const { page } = app;
  const library = page.getByRole('navigation', { name: 'Library' });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const width = async (pane: Locator) => Math.round((await pane.boundingBox())?.width ?? 0);
  const before = await width(library);
  await page.getByRole('separator', { name: 'Width of the library' }).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(() => width(library)).toBe(before + 48);
  await page.keyboard.press('ControlOrMeta+Alt+I');
  await expect(inspector).toBeHidden();
  await app.close();

  const again = (await launch()).page;
  await expect(again.getByRole('navigation', { name: 'Library' })).toBeVisible();
  expect(await width(again.getByRole('navigation', { name: 'Library' }))).toBe(before + 48);
  await expect(again.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
  await again.getByRole('button', { name: 'Show the inspector' }).click();
  await expect(again.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
});

test('focus mode leaves the page alone, and gives the panes back', async ({ draft }) => {
  const { page } = draft;
  const library = page.getByRole('navigation', { name: 'Library' });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await draft.write('Nothing but these words.');
  await draft.press('ControlOrMeta+Shift+Enter');
  await expect(library).toBeHidden();
  await expect(inspector).toBeHidden();
  await draft.type(' Still typing.');
  await draft.press('ControlOrMeta+Shift+Enter');
  await expect(library).toBeVisible();
  await expect(inspector).toBeVisible();
  await expect(draft.paragraph('Nothing but these words. Still typing.')).toBeVisible();
});

test('About says which version runs on what, and where the stories are', async ({ shared, draft }) => {
  await shared.chooseMenu('About Stet');
  const about = draft.page.getByRole('dialog', { name: 'About Stet' });
  const electron = await shared.electron.evaluate(() => process.versions.electron);
  await expect(about.getByText(`Electron ${electron}`)).toBeVisible();
  await expect(about.getByText(shared.profile.library)).toBeVisible();
  await expect(about.getByText(/^3\.\d+\.\d+$/)).toBeVisible();
  await draft.page.keyboard.press('Escape');
  await expect(about).toBeHidden();
});

for (const [what, text] of [
  ['is no JSON', '{ "name": '],
  ['holds a value of another kind', '{ "name": 7 }'],
  ['holds something unknown', '{ "name": "Ayesha Khan", "telemetry": true }'],
] as const) {
  test(`a settings file that ${what} is set aside and named, and the app starts`, async ({ profile, launch }) => {
    await mkdir(profile.userData, { recursive: true });
    await writeFile(join(profile.userData, 'settings.json'), text);
    const { page } = await launch();
    const notice = page.getByText(/^The settings could not be read/);
    await expect(notice).toBeVisible();
    const kept = /settings\.unreadable-\S+\.json/.exec((await notice.textContent()) ?? '')?.[0] ?? '';
    expect(await readFile(join(profile.userData, kept), 'utf8')).toBe(text);
    const settings = new SettingsDialog(page);
    await settings.open();
    await expect(settings.field('Name')).toHaveValue('');
  });
}

test('a settings file of an older Stet, which lacks some, is read as it is', async ({ profile, launch }) => {
  await mkdir(profile.userData, { recursive: true });
  await writeFile(join(profile.userData, 'settings.json'), '{ "name": "Ayesha Khan" }');
  const { page } = await launch();
  const settings = new SettingsDialog(page);
  await settings.open();
  await expect(settings.field('Name')).toHaveValue('Ayesha Khan');
  await expect(page.getByText(/^The settings could not be read/)).toHaveCount(0);
});
