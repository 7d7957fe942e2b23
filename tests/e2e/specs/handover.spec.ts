import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { putStory } from '../putStory.ts';
import { RunningApp } from '../RunningApp.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary } from '../storyOnDisk.ts';

const HARBOUR = 'The harbour was closed on Monday. Nobody said why.';
const PRICES = 'Prices rose in the market.';
const WIND = 'On Tuesday the wind turned. The first boats left before noon.';

/** Hands the story on the page over by the keyboard, giving a name where it is asked for. */
async function handOver(app: RunningApp, way: string, path: string, name: string | null): Promise<void> {
  const { page } = app;
  await app.answerSaveDialog(path);
  await page.keyboard.press('ControlOrMeta+Alt+T');
  const dialog = page.getByRole('dialog', { name: 'Hand over story' });
  await dialog.getByRole('radio', { name: way }).check();
  if (way === 'Return to the writer') await dialog.getByRole('textbox', { name: 'Note' }).fill('See my changes.');
  if (name !== null) await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
  await expect(dialog.getByText(/^Signed with this library’s key/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Save package…' }).click();
  await expect(dialog.getByText(/ as “.*\.stet”/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function openPackage(app: RunningApp, path: string): Promise<void> {
  await app.answerOpenDialog([path]);
  await expect(app.page.getByRole('navigation', { name: 'Library' }).getByText(/^\d+ stor(?:y|ies)$/)).toBeVisible();
  await app.chooseMenu('Open…');
}

/** Replaces words of the body, typed over. */
async function retype(story: StoryPage, from: string, to: string): Promise<void> {
  await story.select(from);
  await story.page.keyboard.type(to);
  await story.saved();
}

test('a story goes to an editor and comes back: what both did is there, and what both changed waits for a decision', async ({
  app,
  scratch,
}) => {
  const { page } = app;
  const id = await putStory(page, { headline: 'Boats wait' }, [HARBOUR, PRICES, WIND]);
  const mine = new StoryPage(page);
  await new LibraryPane(page).open('Boats wait');
  await expect(mine.headline).toHaveValue('Boats wait');
  await handOver(app, 'Submit for review', join(scratch, 'out.stet'), 'Amna');
  expect((await askLibrary(page, 'stories.open', { id })).story.fields.status).toBe('submitted');

  const editor = await RunningApp.launch({ userData: join(scratch, 'editor'), library: join(scratch, 'desk') });
  try {
    const theirs = new StoryPage(editor.page);
    await openPackage(editor, join(scratch, 'out.stet'));
    const report = editor.page.getByRole('dialog', { name: 'Imported' });
    await expect(report).toContainText('The first package from Amna');
    await report.getByRole('button', { name: 'Close' }).first().click();
    await expect(theirs.headline).toHaveValue('Boats wait');
    await theirs.headline.fill('Boats wait for the wind');
    await retype(theirs, 'on Monday', 'on Sunday night');
    await editor.page.keyboard.press('ControlOrMeta+Shift+L');
    await retype(theirs, 'the wind turned', 'the rain ended');
    await retype(theirs, 'before noon', 'at noon');
    await handOver(editor, 'Return to the writer', join(scratch, 'back.stet'), 'Leila');
  } finally {
    await editor.close();
  }
  expect(editor.errors).toEqual([]);

  await retype(mine, 'The harbour', 'The old harbour');
  await retype(mine, 'in the market', 'in every market');
  await openPackage(app, join(scratch, 'back.stet'));
  const report = page.getByRole('dialog', { name: 'Imported' });
  await expect(report).toContainText('Leila changed the headline.');
  await expect(report).toContainText('Leila suggests 2 changes');
  await expect(report).toContainText('To decide: the same words were changed by');
  await page.keyboard.press('Escape');
  await expect(mine.headline).toHaveValue('Boats wait for the wind');
  await expect(mine.body).toContainText('The old harbour was closed on Monday.');
  await expect(mine.body).toContainText('The harbour was closed on Sunday night.');
  await expect(mine.body).toContainText('Prices rose in every market.');

  await page.getByRole('tab', { name: 'Review' }).click();
  const waiting = page.getByRole('region', { name: 'To decide' });
  await expect(waiting.getByRole('listitem', { name: 'The same words' })).toHaveCount(1);
  expect(await findViolations(page)).toEqual([]);
  await waiting.getByRole('button', { name: 'Take Leila’s' }).click();
  await expect(waiting).toBeHidden();
  await expect(mine.body).not.toContainText('The old harbour');
  await expect(mine.body).toContainText('The harbour was closed on Sunday night. Nobody said why.');
  await expectUndecidedNothing(page, id);
});

async function expectUndecidedNothing(page: Page, storyId: string): Promise<void> {
  const { conflicts } = await askLibrary(page, 'review.read', { storyId: storyId as never });
  expect(conflicts.map(({ settled }) => settled?.by)).toEqual(['Amna']);
}
