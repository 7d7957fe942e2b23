import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { storyOnDisk } from '../storyOnDisk.ts';

const LIST = 'pm\tAnneliese Noor, the prime minister\tMs Noor\nkb\tKeti Bandar\nno tab\ncap\t{} in {city}.\n';

test('codes become what they stand for in every text, and the list is found by the palette', async ({
  story: draft,
  profile,
}) => {
  const { page } = draft;
  await writeFile(join(profile.library, 'codes.txt'), LIST);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('code rep');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Code replacements' });
  await expect(dialog.getByRole('row', { name: /pm/ })).toContainText('Ms Noor');
  await expect(dialog).toContainText('Line 3 has no tab');
  await dialog.getByRole('searchbox', { name: 'Search codes' }).fill('BANDAR');
  await expect(dialog.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');

  await draft.headline.focus();
  await page.keyboard.type('In \\kb\\ today');
  await expect(draft.headline).toHaveValue('In Keti Bandar today');
  await draft.focusBody();
  await page.keyboard.type('So said \\pm\\');
  await expect(draft.body).toContainText('So said Anneliese Noor, the prime minister');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(draft.body).toContainText('So said \\pm\\');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.type('. Then \\pm#2\\ left with \\who\\.');
  await expect(draft.body).toContainText('Then Ms Noor left with \\who\\.');

  // A text can be chosen from the list, and a template asks for what nobody knows here.
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('code rep');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: '{} in {city}.' }).press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.type('Boats');
  await expect(draft.body).toContainText('Boats in TK city.');
  await draft.headline.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('code rep');
  await page.keyboard.press('Enter');
  await dialog.getByRole('searchbox', { name: 'Search codes' }).fill('noor');
  await page.keyboard.press('Enter');
  await expect(draft.headline).toHaveValue('Anneliese Noor, the prime ministerIn Keti Bandar today');
  await draft.headline.press('ControlOrMeta+z');
  await expect(draft.headline).toHaveValue('In Keti Bandar today');

  // What no list has is caught before it leaves.
  await page.getByRole('tab', { name: 'Checks' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Checks' })).toContainText('“\\who\\” looks like a code');
  await expect.poll(async () => (await storyOnDisk(page)).fields.headline).toBe('In Keti Bandar today');
  expect(await readFile(join(profile.library, 'codes.txt'), 'utf8')).toBe(LIST);
});
