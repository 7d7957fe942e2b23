import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { drawPicture, QUARTERS } from '../../fixtures/pictures/drawPicture.ts';
import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { ExportDialog } from '../screens/ExportDialog.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

/** Puts a picture on the page: red, green, blue and yellow quarters, three times as wide as two high. */
async function placePicture(story: StoryPage, scratch: string): Promise<void> {
  const path = join(scratch, 'quarters.png');
  await writeFile(path, await drawPicture({ type: 'image/png', width: 600, height: 400 }));
  await story.focusBody();
  const asked = story.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  await (await asked).setFiles(path);
  await expect(story.pictures.getByRole('img')).toHaveJSProperty('complete', true);
}

function cropDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Crop picture' });
}

/** Which quarters of the drawing are seen in the corners of an element: top left, top right, bottom left, bottom right. */
async function seenCorners(element: Locator): Promise<string[]> {
  const { data, info } = await sharp(await element.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (across: number, down: number): string => {
    const offset = 3 * (Math.round(info.height * down) * info.width + Math.round(info.width * across));
    const seen = [...data.subarray(offset, offset + 3)];
    const near = Object.entries(QUARTERS).find(([, color]) =>
      color.every((value, channel) => Math.abs(value - (seen[channel] ?? 0)) < 24),
    );
    return near?.[0] ?? seen.join();
  };
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)];
}

test('a picture is cropped and turned with the mouse, and one undo brings it back', async ({ draft, scratch }) => {
  await placePicture(draft, scratch);
  const { assetId } = await draft.storedBlock('figure');
  await draft.pictures.hover();
  await draft.pictures.getByRole('button', { name: 'Crop…' }).click();
  const dialog = cropDialog(draft.page);
  const status = dialog.getByRole('status');
  await expect(status).toHaveText('600 × 400 of 600 × 400 pixels');

  const frame = dialog.getByRole('application', { name: 'Frame' });
  const box = await frame.boundingBox();
  if (!box) throw new Error('No frame');
  // Drawn in by its lower right corner to the red quarter, then moved onto the yellow one.
  await draft.page.mouse.move(box.x + box.width, box.y + box.height);
  await draft.page.mouse.down();
  await draft.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await draft.page.mouse.up();
  await expect(status).toHaveText('300 × 200 of 600 × 400 pixels');
  await draft.page.mouse.move(box.x + box.width / 4, box.y + box.height / 4);
  await draft.page.mouse.down();
  await draft.page.mouse.move(box.x + (box.width * 3) / 4, box.y + (box.height * 3) / 4, { steps: 5 });
  await draft.page.mouse.up();
  await dialog.getByRole('button', { name: 'Rotate right' }).click();
  await expect(status).toHaveText('200 × 300 of 400 × 600 pixels');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();

  const figure = await draft.storedBlock('figure');
  expect(figure).toMatchObject({ assetId, turn: 90 });
  expect(figure.crop?.width).toBeCloseTo(0.5, 1);
  const image = draft.pictures.locator('.picture');
  await expect.poll(() => seenCorners(image)).not.toContain('topLeft');
  const shown = await draft.pictures.locator('.framed-image').boundingBox();
  expect((shown?.width ?? 0) / (shown?.height ?? 1)).toBeCloseTo(2 / 3, 1);

  await draft.press('ControlOrMeta+Z');
  const before = await draft.storedBlock('figure');
  expect(before).not.toHaveProperty('crop');
  expect(before).not.toHaveProperty('turn');
});

test('the page shows the very part that was chosen, turned the right way', async ({ draft, scratch }) => {
  await placePicture(draft, scratch);
  await draft.pictures.getByRole('textbox', { name: 'Caption' }).click();
  await draft.press('ControlOrMeta+Shift+C');
  const dialog = cropDialog(draft.page);
  await dialog.getByRole('button', { name: 'Rotate left' }).click();
  // Turned to the left, green and yellow are above; the lower half is red and blue.
  await dialog.getByLabel('Height, %').fill('50');
  await dialog.getByLabel('Top, %').fill('50');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  const image = draft.pictures.locator('.framed-image');
  await expect.poll(() => seenCorners(image)).toEqual(['topLeft', 'bottomLeft', 'topLeft', 'bottomLeft']);
  expect(await draft.storedBlock('figure')).toMatchObject({
    turn: 270,
    crop: { x: 0, y: 0.5, width: 1, height: 0.5 },
  });

  // And so does the file that goes out.
  const exports = new ExportDialog(draft.page);
  await exports.open();
  await exports.choose('HTML');
  await exports.files.last().getByRole('button').click();
  const outside = exports.dialog.getByRole('img');
  await expect.poll(() => seenCorners(outside)).toEqual(['topLeft', 'bottomLeft', 'topLeft', 'bottomLeft']);
  await exports.close();
});

test('everything in the dialog is done with the keyboard alone', async ({ draft, scratch }) => {
  await placePicture(draft, scratch);
  await draft.pictures.getByRole('textbox', { name: 'Caption' }).click();
  await draft.press('ControlOrMeta+Shift+C');
  const dialog = cropDialog(draft.page);
  const frame = dialog.getByRole('application', { name: 'Frame' });
  const status = dialog.getByRole('status');
  await expect(frame).toBeFocused();
  await draft.press(...Array.from({ length: 20 }, () => 'Shift+ArrowLeft'));
  await expect(status).toHaveText('480 × 400 of 600 × 400 pixels');
  await draft.press('ArrowRight', 'ArrowRight');
  await expect(dialog.getByLabel('Left, %')).toHaveValue('2');
  // On to the shapes: 1:1, by arrow keys.
  await draft.press('Tab');
  await expect(dialog.getByRole('radio', { name: 'Free' })).toBeFocused();
  for (let presses = 0; presses < 5; presses += 1) await draft.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: '1:1' })).toBeChecked();
  await expect(status).toHaveText('400 × 400 of 600 × 400 pixels');
  await dialog.getByRole('button', { name: 'Add focal point' }).focus();
  await draft.press('Enter');
  const point = dialog.getByRole('application', { name: 'Focal point' });
  await expect(point).toBeFocused();
  await draft.press('ArrowUp', 'ArrowUp', 'ArrowRight');
  expect(await findViolations(draft.page)).toEqual([]);
  await dialog.getByLabel('Down, %').focus();
  await expect(dialog.getByLabel('Down, %')).toHaveValue('48');
  await draft.press('Enter');
  await expect(dialog).toBeHidden();
  const figure = await draft.storedBlock('figure');
  expect(figure.focus?.y).toBeCloseTo(0.48);
  expect(figure.crop).toMatchObject({ y: 0, height: 1 });
  expect(figure).not.toHaveProperty('turn');

  // Opened again it is as it was left; Reset and Apply bring the whole picture back.
  await draft.press('ControlOrMeta+Shift+C');
  await expect(status).toHaveText('400 × 400 of 600 × 400 pixels');
  await dialog.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(status).toHaveText('600 × 400 of 600 × 400 pixels');
  await draft.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await draft.storedBlock('figure')).crop).toBeDefined();
  // The keyboard is back in the caption.
  await draft.type('On.');
  await expect(draft.pictures.getByRole('textbox', { name: 'Caption' })).toHaveText('On.');
});

test('without a picture at the caret the key says what to do', async ({ draft }) => {
  await draft.write('Words.');
  await draft.press('ControlOrMeta+Shift+C');
  await expect(draft.page.getByText('Select a picture first')).toBeVisible();
});
