import type { Page } from '@playwright/test';
import { COPIED_ARTICLE } from '../../fixtures/clipboard/copiedArticle.ts';
import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { putTarget } from '../putTarget.ts';
import { Inspector } from '../screens/Inspector.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';
import { OutboxDialog } from '../screens/OutboxDialog.ts';
import { StoryPage } from '../screens/StoryPage.ts';

/** A page with every kind of block on it, a finding or two in the checks, and something in each pane. */
async function writeEverything(story: StoryPage, picture: string): Promise<void> {
  await story.headline.fill('Everything there is');
  await story.byline.fill('Lina Haddad');
  const asked = story.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  await (await asked).setFiles(picture);
  await expect(story.pictures.getByRole('img')).toBeVisible();
  await story.focusBody();
  for (const line of ['# A section', 'A **bold**, *leaning*, ~~struck~~ and [linked](https://example.org/) line.']) {
    await story.type(line);
    await story.press('Enter');
  }
  await story.type('> Said at length');
  await story.press('Enter');
  await story.type('- one');
  await story.press('Enter');
  await story.type('two');
  await story.press('Enter', 'Enter');
  await story.type('1. first');
  await story.press('Enter', 'Enter');
  await story.type('---');
  await story.press('Enter');
  await story.insert('Words to pull, and أغلق الميناء مرتين.');
  await story.press('Enter');
  await story.type('/table');
  await story.press('Enter');
  await story.type('Day');
  await story.pull('Words to pull', 'A speaker');
  await story.saved();
}

async function look(page: Page, appearance: 'light' | 'dark'): Promise<void> {
  await page.evaluate((wanted) => window.stet.ask('settings.change', { appearance: wanted }), appearance);
  await expect(page.locator('html')).toHaveAttribute('data-appearance', appearance);
}

/** In the dark nothing but the colours is another. */
function faultsIn(page: Page, appearance: 'light' | 'dark'): Promise<string[]> {
  return findViolations(page, appearance === 'dark' ? ['color-contrast'] : undefined);
}

for (const appearance of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the screen with every block, ${appearance}`, async ({ story, pictures }) => {
    test.slow();
    const { page } = story;
    const inspector = new Inspector(page);
    await look(page, appearance);
    await writeEverything(story, await pictures.news('market.jpg'));
    expect(await faultsIn(page, appearance)).toEqual([]);
    for (const tab of ['Media', 'Review', 'Checks', 'Export'] as const) {
      await test.step(tab, async () => {
        await inspector.tab(tab).click();
        await expect(inspector.pane.getByRole('tabpanel', { name: tab })).not.toBeEmpty();
        expect(await faultsIn(page, appearance)).toEqual([]);
      });
    }
    await inspector.tab('Story').click();
    await test.step('with a selection, its bar and the target bar', async () => {
      await inspector.field('Target words').fill('5');
      await story.select('leaning');
      await expect(page.getByRole('toolbar', { name: 'Selection', includeHidden: true })).toBeVisible();
      expect(await faultsIn(page, appearance)).toEqual([]);
    });
    await test.step('with the insert menu', async () => {
      await story.focusBody();
      await story.press('Enter');
      await story.type('/');
      await expect(story.insertMenu).toBeVisible();
      expect(await faultsIn(page, appearance)).toEqual([]);
      await story.press('Escape', 'Backspace');
    });
    await test.step('with the find bar', async () => {
      await story.press('ControlOrMeta+Alt+F');
      await expect(page.getByRole('search')).toBeVisible();
      expect(await faultsIn(page, appearance)).toEqual([]);
      await story.press('Escape');
    });
    await test.step('with a notice that offers something', async () => {
      await story.focusBody();
      await story.paste({ 'text/html': COPIED_ARTICLE, 'text/plain': 'x' });
      await expect(page.getByText(/the page it came from|page furniture/)).toBeVisible();
      expect(await faultsIn(page, appearance)).toEqual([]);
    });
  });

  test(`axe finds nothing serious in any dialog or menu, ${appearance}`, async ({ story, app, pictures }) => {
    test.slow();
    const { page } = app;
    const library = new LibraryPane(page);
    await look(page, appearance);
    await story.headline.fill('A story for the dialogs');
    const asked = page.waitForEvent('filechooser');
    await story.button('Picture').click();
    await (await asked).setFiles(await pictures.news('market.jpg'));
    await expect(story.pictures.getByRole('img')).toBeVisible();
    await story.write('Words.');
    await story.saved();
    const check = (name: string, open: () => Promise<void>) =>
      test.step(name, async () => {
        await open();
        await expect(page.getByRole('dialog', { name }).or(page.getByRole('menu', { name }))).toBeVisible();
        expect(await faultsIn(page, appearance)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
      });
    await check('Export story', () => page.keyboard.press('ControlOrMeta+E'));
    await check('Settings', () => page.keyboard.press('ControlOrMeta+,'));
    await check('Send story', () => page.keyboard.press('ControlOrMeta+Shift+T'));
    await check('Outbox', () => page.keyboard.press('ControlOrMeta+Shift+O'));
    await check('Open from a site', () => page.keyboard.press('ControlOrMeta+Alt+O'));
    await check('Command palette', () => page.keyboard.press('ControlOrMeta+K'));
    await check('Keyboard shortcuts', () => page.keyboard.press('ControlOrMeta+/'));
    await check('Keep a revision', () => page.keyboard.press('ControlOrMeta+S'));
    await check('Captions', () => page.keyboard.press('ControlOrMeta+Alt+C'));
    await check('Code replacements', () => app.chooseMenu('Code replacements…'));
    await check('Crop picture', async () => {
      await story.pictures.getByRole('textbox', { name: 'Caption' }).click();
      await page.keyboard.press('ControlOrMeta+Shift+C');
    });
    await check('About Stet', () => app.chooseMenu('About Stet'));
    await check('Templates', () => library.pane.getByRole('button', { name: 'Choose a template' }).click());
    await check('Story', () => library.row('A story for the dialogs').getByRole('button', { name: 'More' }).click());
    await check('More', () => story.button('More').click());
    await check('Pull quote and its source', async () => {
      await story.pull('Words', 'A speaker');
      await expect(story.pullQuotes.getByRole('button', { name: /^Exact/ })).toBeVisible();
      await page.keyboard.press('ControlOrMeta+Shift+E');
    });
    await check('Suggested pull-quotes', () => page.keyboard.press('ControlOrMeta+Shift+G'));
    await check('Link', async () => {
      await story.select('Words');
      await page.keyboard.press('ControlOrMeta+Shift+K');
    });
    await check('Add from library', async () => {
      await new Inspector(page).tab('Media').click();
      await page.getByRole('button', { name: 'Add from library…' }).click();
    });
    await check('As it began', async () => {
      await new Inspector(page).tab('Review').click();
      await new Inspector(page).revisions.last().getByRole('button').click();
    });
    await test.step('Empty the trash?', async () => {
      await library.choose('A story for the dialogs', 'Move to trash');
      await library.showTrash();
      expect(await faultsIn(page, appearance)).toEqual([]);
      await library.pane.getByRole('button', { name: 'Empty trash…' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      expect(await faultsIn(page, appearance)).toEqual([]);
      await page.keyboard.press('Escape');
    });
  });
}

for (const appearance of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the way to a site, ${appearance}`, async ({ story, pictures }) => {
    test.slow();
    const { page } = story;
    const clean = async () => expect(await findViolations(page)).toEqual([]);
    await look(page, appearance);
    await putTarget(page, { name: 'موقع الجريدة اليومية' });
    await story.headline.fill('Floods in Sukkur');
    const asked = page.waitForEvent('filechooser');
    await story.button('Picture').click();
    await (await asked).setFiles(await pictures.news('market.jpg'));
    await expect(story.pictures.getByRole('img')).toBeVisible();
    await story.write('TK The river rose.');
    await story.saved();
    await page.keyboard.press('ControlOrMeta+Shift+T');
    await expect(page.getByRole('list', { name: 'Pictures' })).toBeVisible();
    await expect(page.getByLabel('Reason')).toBeVisible();
    await clean();
    await page.getByLabel('Reason').fill('The desk knows');
    await page.getByLabel('Your name').fill('Ayesha Khan');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const outbox = new OutboxDialog(page);
    await expect(outbox.chip).toHaveText('Outbox: 1 needs you');
    await clean();
    await outbox.open();
    await expect(outbox.jobs.getByRole('button', { name: 'Password…' })).toBeVisible();
    await clean();
    await outbox.close();
    await page.keyboard.press('ControlOrMeta+,');
    await page.getByRole('tab', { name: 'Targets' }).click();
    await expect(page.getByRole('list', { name: 'Targets' })).toBeVisible();
    await clean();
    await page.getByRole('button', { name: 'Test' }).click();
    await expect(page.getByRole('list', { name: 'Targets' }).getByRole('alert')).toBeVisible();
    await page.getByRole('button', { name: 'Remove' }).click();
    await clean();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('button', { name: 'Add a category' }).click();
    await page.getByLabel('Address').fill('http://elsewhere.example.org');
    await page.getByLabel('Address').press('Enter');
    await clean();
  });
}

test('axe finds nothing serious in an empty library, nor in a story that runs from the right', async ({ app }) => {
  const { page } = app;
  await expect(page.getByText('No stories yet')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const story = new StoryPage(page);
  await story.create();
  await new Inspector(page).field('Language').selectOption('Arabic');
  await story.headline.fill('أغلق الميناء مرتين');
  await story.write('وقف الصيادون على الرصيف.', 'ثم عادوا إلى بيوتهم.');
  await story.pull('على الرصيف', 'صياد');
  await expect(story.pullQuotes).toHaveCount(1);
  expect(await findViolations(page)).toEqual([]);
});

test('the main job without a mouse: write, quote, caption, set the status, export, find it again', async ({
  app,
  pictures,
  scratch,
}) => {
  const { page } = app;
  const story = new StoryPage(page);
  const library = new LibraryPane(page);
  const inspector = new Inspector(page);
  await expect(library.pane).toBeVisible();
  await story.begin(() => page.keyboard.press('ControlOrMeta+N'));
  for (const line of ['Written by keyboard', 'A deck', 'Sidon', 'Lina Haddad']) {
    await story.type(line);
    await story.press('Enter');
  }
  await story.type('The harbour closed twice, he said.');
  // Select the last two words, lift them, name the speaker, and go on.
  await story.press('ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+Shift+ArrowLeft', 'ControlOrMeta+Shift+Q');
  await story.type('A fisherman');
  await story.press('Escape', 'ControlOrMeta+End', 'Enter');
  const asked = page.waitForEvent('filechooser');
  await story.press('ControlOrMeta+Shift+P');
  await (await asked).setFiles(await pictures.news('market.jpg'));
  await expect(story.pictures.getByRole('img')).toBeVisible();
  await story.press('ArrowUp');
  await expect(story.body).toBeFocused();
  await story.saved();
  const written = await story.stored();
  expect(written.blocks.map((block) => block.type).slice(0, 3)).toEqual(['pullQuote', 'paragraph', 'figure']);

  // Tab walks out of the page to the inspector and back; every stop is seen.
  await page.keyboard.press('ControlOrMeta+Home');
  const stops = await walk(page, 40);
  for (const stop of ['tab Story', 'input Slug', 'button Status: Draft', 'separator Width of the inspector']) {
    expect(stops).toContain(stop);
  }

  await inspector.status.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Submit for review…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Lina Haddad');
  await page.keyboard.press('Enter');
  await expect(inspector.status).toHaveAccessibleName('Status: Submitted');

  await app.answerSaveDialog(`${scratch}/keys.html`);
  await page.keyboard.press('ControlOrMeta+E');
  const dialog = page.getByRole('dialog', { name: 'Export story' });
  await expect(dialog.getByRole('radio', { name: 'HTML' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Markdown' })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('button', { name: 'Save…' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Save…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await story.type('keyboard');
  await expect(library.rows).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(story.headline).toHaveValue('Written by keyboard');
});

test('the keyboard is never lost: after every dialog it is back where it was', async ({ draft }) => {
  const { page } = draft;
  await draft.write('Where the caret is.');
  for (const keys of [
    'ControlOrMeta+E',
    'ControlOrMeta+K',
    'ControlOrMeta+/',
    'ControlOrMeta+S',
    'ControlOrMeta+,',
    ...['ControlOrMeta+Shift+T', 'ControlOrMeta+Shift+O'],
  ]) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(draft.body).toBeFocused();
    await draft.type('.');
  }
  await expect(draft.paragraph('Where the caret is........')).toBeVisible();
});

test('focus is visible on everything Tab comes to', async ({ draft }) => {
  const { page } = draft;
  await draft.headline.fill('Seen');
  await draft.headline.focus();
  const unseen: string[] = [];
  for (let step = 0; step < 45; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      // The page's own fields and the body show a caret.
      if (element.matches('textarea, [contenteditable="true"]')) return null;
      const ring = (target: Element) => {
        const style = getComputedStyle(target);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      };
      const label = element.closest('label');
      const isSeen = ring(element) || (label !== null && ring(label)) || ring(element.parentElement ?? element);
      return isSeen ? null : element.outerHTML.slice(0, 160);
    });
    if (stop !== null) unseen.push(stop);
  }
  expect([...new Set(unseen)]).toEqual([]);
});

/** Presses Tab so many times; answers the role and name of each stop, as far as its own markup says. */
async function walk(page: Page, steps: number): Promise<string[]> {
  const stops: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement)) return '';
        const label =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
        const name = element.getAttribute('aria-label') ?? label?.[0]?.textContent ?? element.textContent ?? '';
        return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${name.trim()}`;
      }),
    );
  }
  return stops;
}
