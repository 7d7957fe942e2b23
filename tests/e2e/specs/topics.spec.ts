import { expect, test } from '../app.ts';
import { Inspector } from '../screens/Inspector.ts';
import { askLibrary, storyOnDisk } from '../storyOnDisk.ts';

test('topics are found in any language, chosen by the keyboard alone, and exported with their code', async ({
  story: draft,
}) => {
  const { page } = draft;
  await draft.headline.fill('Pilots go back to work');
  const inspector = new Inspector(page);
  const topics = inspector.field('Topics');
  await topics.focus();
  await page.keyboard.insertText('حر');
  const offered = page.getByRole('listbox', { name: 'Topics on offer' });
  await expect(offered.getByRole('option').first()).toContainText('war');
  await page.keyboard.press('ArrowDown');
  await expect(offered.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(offered).toBeHidden();
  await page.keyboard.type('Labour');
  await page.keyboard.press('Enter');
  await expect(inspector.pane.getByRole('button', { name: 'Remove labour', exact: true })).toBeVisible();
  // The first level to look through, and a pointer.
  await page.keyboard.press('ArrowDown');
  await offered.getByRole('option', { name: 'weather' }).click();
  await expect(topics).toBeFocused();
  const kept = ['medtop:20000062 war', 'medtop:09000000 labour', 'medtop:17000000 weather'];
  await expect.poll(async () => (await storyOnDisk(page)).fields.topics).toEqual(kept);
  const { id } = await storyOnDisk(page);
  const { files } = await askLibrary(page, 'exports.preview', { storyId: id, target: 'markdown' });
  expect(files[0]?.text).toContain('topics:\n  - "medtop:20000062 war"');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await storyOnDisk(page)).fields.topics).toEqual(kept.slice(0, 2));
});
