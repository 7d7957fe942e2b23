import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { StoryPage } from '../screens/StoryPage.ts';

/** The tab may tell of a word before the page marks it, which waits until a window that was just opened has come to rest. */
async function untilMarked(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Mark 1: / })).toBeVisible();
}

test('marks a misspelt word, and a menu by the keyboard puts the right one there; undo takes it back', async ({
  story: draft,
}) => {
  const { page } = draft;
  const body = page.getByRole('textbox', { name: 'Story body' });
  await draft.write('The minister will inspcet the letter.');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('“inspcet” is not in the dictionary');
  await untilMarked(page);

  await checks.getByRole('button', { name: /^“inspcet” is not/ }).click();
  await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe('inspcet');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Spelling of “inspcet”' });
  await expect(menu.getByRole('menuitem', { name: 'inspect', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(body).toContainText('will inspect the letter');
  await expect(checks).not.toContainText('“inspcet”');
  await expect(body).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(body).toContainText('will inspcet the letter');
  await expect(checks).toContainText('“inspcet” is not in the dictionary');
});

test('the mouse asks the same; words are learnt for oneself and for the house', async ({ launch, profile }) => {
  const app = await launch();
  const { page } = app;
  const draft = new StoryPage(page);
  await draft.create();
  await draft.write('The grobnik met a flimmer, and a flimmer left.');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('“grobnik” is not in the dictionary');
  await untilMarked(page);
  const ask = async (word: string) => {
    const spot = await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector('.sheet') ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + 1);
        range.setEnd(node, at + 3);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(`${wanted} is not on the page`);
    }, word);
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    return page.getByRole('menu', { name: `Spelling of “${word}”` });
  };
  await (await ask('grobnik')).getByRole('menuitem', { name: 'Add to my dictionary' }).click();
  await expect(checks).not.toContainText('“grobnik”');
  await (await ask('flimmer')).getByRole('menuitem', { name: 'Add to the house’s dictionary' }).click();
  await expect(checks).not.toContainText('“flimmer”');
  const settings = async () =>
    JSON.parse(await readFile(join(profile.userData, 'settings.json'), 'utf8')) as { dictionary: string[] };
  expect((await settings()).dictionary).toEqual(['grobnik']);
  await expect
    .poll(() => readFile(join(profile.library, 'dictionary.txt'), 'utf8').catch(() => ''))
    .toMatch(/\nflimmer\n$/);
});

test('a headline is read, too, and another language by its own dictionary', async ({ story: draft }) => {
  const { page } = draft;
  await draft.headline.fill('Pilots inspcet no fuel');
  await draft.write('The harbour is shut.');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks).toContainText('“inspcet” is not in the dictionary');
  await untilMarked(page);
  await draft.headline.click();
  await draft.headline.evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(9, 9));
  await page.keyboard.press('ContextMenu');
  await page
    .getByRole('menu', { name: 'Spelling of “inspcet”' })
    .getByRole('menuitem', { name: 'inspect', exact: true })
    .click();
  await expect(draft.headline).toHaveValue('Pilots inspect no fuel');
});

test('grammar is read once somebody wants it, and what is wrong is mended by a button', async ({ launch }) => {
  const { page } = await launch();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  const wish = settings.getByRole('checkbox', { name: 'Check grammar while writing' });
  await expect(wish).not.toBeChecked();
  await expect(wish).toHaveAccessibleDescription(/300 MB of memory/);
  await wish.check();
  await page.keyboard.press('Escape');
  const draft = new StoryPage(page);
  await draft.create();
  await draft.write('They was late again.');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  // The engine takes its time to come, longer on a busy machine.
  const finding = checks.getByRole('region', { name: 'Grammar' });
  await expect(finding).toBeVisible({ timeout: 60_000 });
  await finding.getByRole('button', { name: /^Fix/ }).click();
  await expect(draft.body).toContainText('They were late again.');
  await expect(finding).toBeHidden();
});
