import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { makeRoom } from '../makeRoom.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

function card(page: Page, name: RegExp) {
  return page.getByRole('complementary', { name: 'Comments' }).getByRole('article', { name });
}

const texts = async (draft: StoryPage) =>
  (await draft.stored()).blocks.map((block) => ('content' in block ? JSON.stringify(block.content) : block.type));

test('what is written is proposed, answered by keyboard, and undone', async ({ story: draft }) => {
  const { page } = draft;
  await makeRoom(page, 'Leila Haddad');
  await draft.write('The pilots went back to work on Monday.', 'The trust says 800 men were out.');
  await draft.headline.fill('Pilots go back');
  await draft.press('ControlOrMeta+Shift+l');
  await expect(page.getByRole('button', { name: 'Suggesting' })).toBeVisible();

  await draft.select('Monday');
  await draft.type('Sunday');
  await expect(card(page, /Leila Haddad: Replaces “Monday” with “Sunday”/)).toBeVisible();
  // What goes is drawn where it stood, and is no part of the text.
  await expect(draft.body.locator('[data-ghost="Monday"]')).toHaveCount(1);
  await expect(draft.body).not.toContainText('Monday');
  await draft.headline.fill('Pilots return');
  await expect(card(page, /Changes the headline/)).toBeVisible();
  await draft.select('says ');
  await draft.press('Backspace');
  await expect(card(page, /Deletes “says/)).toBeVisible();
  await draft.press('Enter');
  await expect(card(page, /Splits the paragraph/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  // One by one, by keyboard.
  await draft.select('Sunday');
  await draft.press('ControlOrMeta+Shift+h');
  await expect(draft.paragraph('The pilots went back to work on Monday.')).toBeVisible();
  await draft.press('ControlOrMeta+Z');
  await expect(draft.body).toContainText('Sunday');
  await expect(card(page, /Replaces “Monday” with “Sunday”/)).toBeVisible();
  await draft.select('Sunday');
  await draft.press('ControlOrMeta+Shift+j');
  await expect(card(page, /Replaces “Monday”/)).toHaveCount(0);
  await expect(draft.body).toContainText('Sunday');

  // On a card: the next one has the keyboard.
  await card(page, /Changes the headline/)
    .getByRole('button', { name: 'Accept' })
    .click();
  await expect(draft.headline).toHaveValue('Pilots return');
  await expect(card(page, /Deletes “says/)).toBeFocused();
  await draft.press('ControlOrMeta+Z');

  // The rest at once.
  await draft.press('ControlOrMeta+K');
  await draft.type('Reject all sug');
  await draft.press('Enter');
  await expect(draft.headline).toHaveValue('Pilots go back');
  await expect(draft.paragraph('The trust says 800 men were out.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Comments' })).toHaveCount(0);
  await expect.poll(async () => (await draft.stored()).suggestions).toBeUndefined();
  expect(await texts(draft)).toHaveLength(2);
});
