import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { Inspector } from '../screens/Inspector.ts';

test('a revision is kept under a name with Ctrl+S, read, and restored as a new one', async ({ draft }) => {
  const { page } = draft;
  const inspector = new Inspector(page);
  await draft.headline.fill('As it was');
  await draft.write('The first wording.');
  await draft.press('ControlOrMeta+S');
  const naming = page.getByRole('dialog', { name: 'Keep a revision' });
  await expect(naming.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await draft.type('Before the desk’s cuts');
  await draft.press('Enter');
  await expect(page.getByText('Kept as a revision.', { exact: true })).toBeVisible();
  const first = await draft.stored();

  await draft.select('first');
  await draft.type('second');
  await draft.headline.fill('As it is');
  await draft.saved();
  await page.keyboard.press('ControlOrMeta+Alt+H');
  const kept = inspector.revisions.filter({ hasText: 'Before the desk’s cuts' });
  await expect(kept).toContainText('3 words');
  await kept.getByRole('button').click();
  const reading = page.getByRole('dialog', { name: 'Before the desk’s cuts' });
  await expect(reading.getByText('The first wording.')).toBeVisible();
  await expect(reading.getByRole('heading', { name: 'As it was' })).toBeVisible();
  await reading.getByRole('button', { name: 'Close' }).first().click();
  await expect(draft.headline).toHaveValue('As it is');

  await kept.getByRole('button').click();
  await reading.getByRole('button', { name: 'Restore as new' }).click();
  await expect(draft.headline).toHaveValue('As it was');
  await expect(draft.paragraph('The first wording.')).toBeVisible();
  const restored = await draft.stored();
  expect([restored.fields, restored.blocks]).toEqual([first.fields, first.blocks]);

  // Nothing is lost by it: what was there before is a revision now.
  const before = inspector.revisions.filter({ hasText: 'Before an older one was restored' });
  await before.getByRole('button').click();
  const other = page.getByRole('dialog', { name: 'Before an older one was restored' });
  await expect(other.getByText('The second wording.')).toBeVisible();
  await other.getByRole('button', { name: 'Restore as new' }).click();
  await expect(draft.headline).toHaveValue('As it is');
  await expect(draft.paragraph('The second wording.')).toBeVisible();
  await expect(inspector.history.filter({ hasText: /^Went back to/ })).toHaveCount(2);
  await inspector.tab('Story').click();
});

test('a restored story is written on and undone like any other', async ({ draft }) => {
  const { page } = draft;
  const inspector = new Inspector(page);
  await draft.write('Kept words.');
  await draft.press('ControlOrMeta+S');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await draft.press('Enter');
  // What is typed before it is kept may be in it.
  await expect(page.getByText('Kept as a revision.', { exact: true })).toBeVisible();
  await draft.focusBody();
  await draft.type(' Later words.');
  await draft.saved();
  await inspector.tab('Review').click();
  await inspector.revisions.filter({ hasText: /^Kept/ }).first().getByRole('button').click();
  await page.getByRole('button', { name: 'Restore as new' }).click();
  await expect(draft.body).toHaveText('Kept words.');
  await draft.focusBody();
  await draft.type(' New words.');
  expect(await draft.storedBlock('paragraph')).toMatchObject({ content: [{ text: 'Kept words. New words.' }] });
  await draft.press('ControlOrMeta+Z');
  await expect(draft.body).toHaveText('Kept words.');
  await inspector.tab('Story').click();
});

test('keeping twice without a change in between is one revision', async ({ draft }) => {
  const inspector = new Inspector(draft.page);
  await draft.write('Unchanged.');
  await inspector.tab('Review').click();
  for (let time = 0; time < 2; time += 1) {
    await inspector.panel.getByRole('button', { name: 'Keep one now…' }).click();
    await draft.page.getByRole('dialog', { name: 'Keep a revision' }).getByRole('button', { name: 'Keep' }).click();
    await expect(draft.page.getByText('Kept as a revision.', { exact: true })).toBeVisible();
  }
  await expect(inspector.revisions.filter({ hasText: /^Kept/ })).toHaveCount(1);
  await inspector.tab('Story').click();
});

test('versions are compared, walked through by keyboard, and a passage is brought back', async ({ draft }) => {
  const { page } = draft;
  const inspector = new Inspector(page);
  await draft.headline.fill('Floods');
  await draft.write('The river rose at night.');
  await draft.press('ControlOrMeta+S');
  await draft.type('First');
  await draft.press('Enter');
  await expect(page.getByText('Kept as a revision.', { exact: true })).toBeVisible();
  await draft.select('rose');
  await draft.type('fell');
  await draft.headline.fill('Drought');
  await draft.saved();

  await page.keyboard.press('ControlOrMeta+Alt+D');
  const dialog = page.getByRole('dialog', { name: 'Compare versions' });
  await expect(dialog.getByRole('combobox', { name: 'Earlier version' })).toHaveValue(/.+/);
  await expect(dialog.getByText('2 differences · 2 words in, 2 words out')).toBeVisible();
  await expect(dialog.getByRole('insertion')).toHaveText(['Drought', 'fell']);
  await expect(dialog.getByRole('deletion')).toHaveText(['Floods', 'rose']);
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('F7');
  await expect(dialog.getByRole('heading', { level: 3 })).toBeFocused();
  await page.keyboard.press('F7');
  await expect(dialog.getByRole('group', { name: 'Change 2: Changed: paragraph' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Bring this passage back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('1 difference · 1 word in, 1 word out')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(draft.paragraph('The river rose at night.')).toBeVisible();
  await expect(draft.headline).toHaveValue('Drought');
  await inspector.tab('Review').click();
  await expect(inspector.revisions.filter({ hasText: 'Before an older one was restored' })).toHaveCount(1);
  await inspector.tab('Story').click();
});
