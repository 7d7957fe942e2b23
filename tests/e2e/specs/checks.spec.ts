import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../app.ts';
import { ExportDialog } from '../screens/ExportDialog.ts';
import { Inspector } from '../screens/Inspector.ts';
import { StoryPage } from '../screens/StoryPage.ts';

test('shows what is wrong while somebody writes, goes to it, mends it and takes it back', async ({ story: draft }) => {
  const { page } = draft;
  await draft.headline.fill('Pilots go back to work');
  await draft.write('The goverment met in in the port.', 'The TK boats left.');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks.getByRole('status')).toContainText('1 thing to settle before it goes out');

  // A press on a finding selects its words on the page; F8 goes on from there.
  await checks.getByRole('button', { name: '“TK” looks like still to come.', exact: true }).click();
  const selected = () => page.evaluate(() => String(document.getSelection()));
  await expect.poll(selected).toBe('TK');

  await checks.getByRole('button', { name: /^Fix: “in” is printed twice/ }).click();
  const body = page.getByRole('textbox', { name: 'Story body' });
  await expect(body).toContainText('met in the port');
  await expect(checks).not.toContainText('printed twice');
  await body.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(body).toContainText('met in in the port');
  await expect(checks).toContainText('printed twice');

  await checks.getByRole('button', { name: 'Skip: “TK” looks like still to come.', exact: true }).click();
  await page.keyboard.type('The name of a ship');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A. Khan');
  await page.keyboard.press('Enter');
  await expect(checks.getByRole('status')).not.toContainText('to settle');
  await expect(checks.getByRole('region', { name: 'Skipped' })).toContainText('The name of a ship');
});

test('tells before an export what must be settled, and leads to it', async ({ story: draft }) => {
  const { page } = draft;
  await draft.write('The TK boats left.');
  await draft.press('ControlOrMeta+e');
  const told = page.getByRole('dialog').getByRole('region', { name: 'Checks' });
  await expect(told).toContainText('“TK” looks like still to come.');
  await told.getByRole('button', { name: 'Show in Checks' }).click();
  await expect(page.getByRole('tab', { name: 'Checks' })).toHaveAttribute('aria-selected', 'true');
});

test('lets nothing out that is blocked, unless somebody says why; the receipt and the history keep it', async ({
  app,
  story: draft,
  scratch,
}) => {
  const { page } = draft;
  await draft.write('The TK boats left.');
  const dialog = new ExportDialog(page);
  await dialog.open();
  await expect(dialog.save).toBeDisabled();
  // A package is the story itself, on its way to a colleague.
  await dialog.choose('Stet package');
  await dialog.dialog.getByRole('radio', { name: 'Plain text' }).check();
  await expect(dialog.save).toBeDisabled();
  await dialog.dialog.getByRole('textbox', { name: 'Reason' }).fill('The ship is called so');
  await expect(dialog.save).toBeDisabled();
  await dialog.dialog.getByRole('textbox', { name: 'Your name' }).fill('A. Khan');
  const path = join(scratch, 'boats.txt');
  await app.answerSaveDialog(path);
  expect(await dialog.write()).toContain('despite a finding of the checks; A. Khan: “The ship is called so”.');
  expect(await readFile(path, 'utf8')).toContain('The TK boats left.');
  await dialog.close();
  const inspector = new Inspector(page);
  await inspector.tab('Review').click();
  await expect(inspector.history.filter({ hasText: 'A. Khan: “The ship is called so”' })).toHaveCount(1);
});

test('a skip outlives the app, and the house’s style file is followed', async ({ launch, profile }) => {
  let app = await launch();
  let draft = new StoryPage(app.page);
  await draft.create();
  await draft.headline.fill('Fishermen at sea');
  await draft.write('The fishermen met in in the port.');
  await app.page.getByRole('tab', { name: 'Checks' }).click();
  let checks = app.page.getByRole('tabpanel', { name: 'Checks' });
  await checks.getByRole('button', { name: 'Skip: “in” is printed twice.', exact: true }).click();
  await app.page.keyboard.type('He stammers');
  await app.page.keyboard.press('Enter');
  await expect(checks.getByRole('region', { name: 'Skipped' })).toContainText('He stammers');
  await writeFile(
    join(profile.library, 'style.yaml'),
    'name: Port style\nentries:\n  - { term: fishermen, preferred: fishers, level: block }\n',
  );
  await draft.saved();
  await app.close();

  app = await launch();
  draft = new StoryPage(app.page);
  await expect(draft.headline).toHaveValue('Fishermen at sea');
  await app.page.getByRole('tab', { name: 'Checks' }).click();
  checks = app.page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks.getByRole('region', { name: 'Skipped' })).toContainText('He stammers');
  await expect(checks.getByRole('region', { name: 'House style' })).toContainText('“fishermen”: write “fishers”.');
  await expect(checks).toContainText('Checked by Port style.');
});

test('what is said of a whole pull-quote stands beside it, not under every word', async ({ draft }) => {
  const { page } = draft;
  const words = `We waited for the boat all night, ${'and the water came over the second step, '.repeat(3)}and nobody slept.`;
  await draft.write(`“${words}” said Zainab Mallah, a teacher.`);
  await draft.pull(words, 'Zainab Mallah');
  const signs = page.getByRole('toolbar', { name: 'Findings in the margin' }).getByRole('button');
  await expect(signs.first()).toHaveAccessibleName(/1 note/);
  expect(await page.evaluate(() => CSS.highlights.get('stet-mark-note')?.size ?? 0)).toBe(0);
});

test('marks what is wrong on the page, and says beside the words what it is', async ({ story: draft }) => {
  const { page } = draft;
  await draft.headline.fill('The pilots go go back');
  await draft.write('The goverment met in in the port.', 'The boats left.');
  const signs = page.getByRole('toolbar', { name: 'Findings in the margin' }).getByRole('button');
  await expect(signs).toHaveCount(2);
  await expect(signs.last()).toHaveAccessibleName('Mark 2: 2 warnings');
  const underlined = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('stet-mark-warn') ?? [])].map((range) =>
        range instanceof Range ? range.toString() : '',
      ),
    );
  await expect.poll(underlined).toEqual(['go go', 'goverment', 'in in']);

  // The arrows go from sign to sign, Enter opens one, Escape gives the keyboard back.
  await signs.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Findings' });
  await expect(card.getByRole('button', { name: /^“goverment”: write “government”/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(signs.last()).toBeFocused();

  // F8 goes to the words and says what they are; writing on puts the card away.
  await page.keyboard.press('F8');
  await expect(card).toBeVisible();
  await expect(draft.headline).toBeFocused();
  await page.keyboard.type('go');
  await expect(card).toBeHidden();
  await expect(draft.headline).toHaveValue('The pilots go back');
  await expect.poll(underlined).toEqual(['goverment', 'in in']);

  await draft.focusBody();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+.');
  await card.getByRole('button', { name: /^Fix: “in” is printed twice/ }).click();
  await expect(page.getByRole('textbox', { name: 'Story body' })).toContainText('met in the port');
  await expect.poll(underlined).toEqual(['goverment']);

  await page.getByRole('tab', { name: 'Checks' }).click();
  await page.getByRole('checkbox', { name: 'Mark findings on the page' }).uncheck();
  await expect(signs).toHaveCount(0);
  await expect.poll(underlined).toEqual([]);
});
