import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { putStory } from '../putStory.ts';
import { Inspector } from '../screens/Inspector.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary } from '../storyOnDisk.ts';

test('a story is moved on by steps that say who and why, and no undo takes one back', async ({ app }) => {
  const { page } = app;
  const id = await putStory(page, { headline: 'Boats wait' }, ['The harbour was closed.']);
  const story = new StoryPage(page);
  const inspector = new Inspector(page);
  await new LibraryPane(page).open('Boats wait');
  await expect(inspector.status).toHaveAccessibleName('Status: Draft');
  await story.headline.fill('Boats still wait');

  await inspector.takeStep('Submit for review', 'Amna', 'The quotes are checked.');
  await expect(inspector.status).toHaveAccessibleName('Status: Submitted');
  await inspector.field('Assigned to').fill('ليلى حداد');
  await page.keyboard.press('Enter');
  await story.focusBody();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(story.headline).toHaveValue('Boats wait');
  await story.saved();
  const { fields, review } = (await askLibrary(page, 'stories.open', { id })).story;
  expect(fields).toMatchObject({ headline: 'Boats wait', status: 'submitted', assignee: 'ليلى حداد' });
  expect(review?.steps).toMatchObject([
    { by: 'Amna', status: 'submitted', note: 'The quotes are checked.' },
    { by: 'Amna', assignee: 'ليلى حداد' },
  ]);

  await inspector.tab('Review').click();
  await page.getByRole('button', { name: 'As correspondent…' }).click();
  await page.getByRole('radio', { name: 'Editor' }).check();
  await page.keyboard.press('Escape');
  await inspector.panel.getByRole('button', { name: 'Take into review' }).click();
  await expect(inspector.status).toHaveAccessibleName('Status: In review');
  const progress = inspector.panel.getByRole('region', { name: 'Progress' });
  await expect(progress.getByRole('list', { name: 'Last step' })).toContainText('Taken into review by Amna');
  await progress.getByText('Earlier steps (2)').click();
  await expect(progress.getByText('The quotes are checked.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await progress.getByRole('button', { name: 'Return to the writer…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Return to the writer' });
  await expect(dialog.getByRole('button', { name: 'Return to the writer' })).toBeDisabled();
  expect(await findViolations(page)).toEqual([]);
});

test('the review queue is read and worked by keyboard, and the board shows what went where', async ({ app }) => {
  const { page } = app;
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  await putStory(page, { headline: 'Later', status: 'submitted', deadline: hours(30) }, ['Words.']);
  const late = {
    headline: 'كل القوارب تنتظر',
    language: 'ar',
    status: 'submitted',
    deadline: hours(-2),
    desk: 'World',
  } as const;
  await putStory(page, late, ['كلمات.']);
  await putStory(page, { headline: 'A draft' }, ['Words.']);
  await expect(new LibraryPane(page).rows).toHaveCount(3);

  await page.keyboard.press('ControlOrMeta+Alt+R');
  const desk = page.getByRole('dialog', { name: 'Desk' });
  // A correspondent's queue is what they write.
  await expect(desk.getByRole('button', { name: 'A draft' })).toBeFocused();
  await desk.getByRole('button', { name: 'As correspondent…' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Leila');
  await page.getByRole('radio', { name: 'Editor' }).check();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+Alt+R');
  const rows = desk.getByRole('table', { name: 'Review queue' }).getByRole('rowheader');
  await expect(rows).toHaveText(['كل القوارب تنتظر', 'Later']);
  await expect(desk.getByText('Overdue by 2 h')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.getByRole('button', { name: 'Status: In review' })).toBeVisible();
  await expect(rows.first().getByRole('button')).toBeFocused();

  await desk.getByRole('radio', { name: 'Board' }).check();
  await expect(desk.getByRole('region', { name: 'In review: 1 story' })).toContainText('Leila');
  await expect(desk.getByRole('button', { name: /^A draft/ })).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(desk).toBeHidden();
  await expect(new StoryPage(page).headline).toHaveValue('كل القوارب تنتظر');
});
