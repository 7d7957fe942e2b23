import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';

/** What axe calls serious or critical on the window as it stands, each with where it is. */
async function seriousFaults(page: Page): Promise<string[]> {
  // Its usual mode opens a second page for its report; an Electron window has no such thing.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node.target.join(' ')}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a page with every kind of block has no serious fault, ${colorScheme}`, async ({ draft }) => {
    const { page } = draft;
    await page.emulateMedia({ colorScheme });
    await draft.headline.fill('The harbour opens again');
    await draft.deck.fill('Two weeks of storms are over');
    await draft.write('The first ship came in at dawn and the pilots cheered.', 'كانت الأمواج عالية حتى الفجر.');
    await draft.press('Enter');
    await draft.type('## A heading\n- an item\n\n> said\n\n---\n');
    await draft.pull('came in at dawn', 'The pilot');
    await draft.settle();
    expect(await seriousFaults(page)).toEqual([]);
  });
}

test('an empty window has no serious fault', async ({ app }) => {
  await expect(app.page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  expect(await seriousFaults(app.page)).toEqual([]);
});

test('no tab of the inspector has a serious fault', async ({ draft }) => {
  const { page } = draft;
  for (const name of ['Story', 'Media', 'Review', 'Checks', 'Export']) {
    const tab = page.getByRole('tab', { name, exact: false }).first();
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    expect(await seriousFaults(page), name).toEqual([]);
  }
});

const DIALOGS = [
  { keys: 'ControlOrMeta+E', name: 'Export story' },
  { keys: 'ControlOrMeta+,', name: 'Settings' },
  { keys: 'ControlOrMeta+K', name: 'Command palette' },
  { keys: 'ControlOrMeta+/', name: 'Keyboard shortcuts' },
  { keys: 'ControlOrMeta+S', name: /revision/i },
] as const;

for (const { keys, name } of DIALOGS) {
  test(`the dialog ${String(name)} has no serious fault, and gives the keyboard back`, async ({ draft }) => {
    const { page } = draft;
    await draft.write('Words.');
    await draft.press(keys);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    expect(await seriousFaults(page)).toEqual([]);
    await draft.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(draft.body).toBeFocused();
  });
}

test('a story can be begun, written, given a pull-quote and exported with the keyboard alone', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+N');
  await expect(page.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  await page.keyboard.type('Without a mouse');
  // Enter goes from field to field, and from the last into the body.
  for (let field = 0; field < 4; field++) await page.keyboard.press('Enter');
  const body = page.getByRole('textbox', { name: 'Story body' });
  await expect(body).toBeFocused();
  await page.keyboard.type('Nothing was clicked.');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('ControlOrMeta+Shift+Q');
  await expect(body.getByRole('textbox', { name: 'Quote', exact: true })).toHaveText('Nothing was clicked.');
  await page.keyboard.press('ControlOrMeta+E');
  const dialog = page.getByRole('dialog', { name: 'Export story' });
  await expect(dialog.getByRole('radio', { name: /HTML/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /Markdown/ })).toBeChecked();
});
