import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { expect, test } from '../app.ts';
import { dropFiles } from '../dropFiles.ts';
import { findViolations } from '../findViolations.ts';
import { ExportDialog } from '../screens/ExportDialog.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

/** Pictures of one event, each of its own size: their bytes differ, so their files do. */
async function drawPictures(folder: string, count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const path = join(folder, `eid-${index + 1}.png`);
      await writeFile(path, await drawPicture({ type: 'image/png', width: 300 + index, height: 200 }));
      return path;
    }),
  );
}

/** A gallery made by dropping files under a first paragraph, with captions One, Two, Three … */
async function dropGallery(story: StoryPage, paths: readonly string[]): Promise<void> {
  await story.write('Above.', 'Below.');
  await dropFiles(story.paragraph('Above.'), paths);
  await expect(story.pictures).toHaveCount(paths.length);
  const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
  for (const index of paths.keys()) {
    const figure = story.pictures.nth(index);
    await expect(figure.getByRole('img')).toBeVisible();
    await figure.getByRole('textbox', { name: 'Caption' }).click();
    await story.insert(names[index] ?? '');
  }
}

/** The body in short: captions of pictures, joined where they name the same gallery. */
async function outline(story: StoryPage): Promise<string[]> {
  const { blocks } = await story.stored();
  const lines: string[] = [];
  let gallery: string | undefined;
  for (const block of blocks) {
    const [first] = 'content' in block ? block.content : block.type === 'figure' ? block.caption : [];
    const words = first?.type === 'text' ? first.text : '';
    const own = block.type === 'figure' ? block.gallery : undefined;
    if (own !== undefined && own === gallery) lines[lines.length - 1] += ` + ${words}`;
    else lines.push(words);
    gallery = own;
  }
  return lines.filter((line) => line !== '');
}

test('files dropped together are a gallery: reordered by keys, exported as one, taken back by undo', async ({
  draft,
  shared,
  scratch,
}) => {
  await dropGallery(draft, await drawPictures(scratch, 3));
  expect(await outline(draft)).toEqual(['Above.', 'One + Two + Three', 'Below.']);
  for (const index of [0, 1, 2]) {
    await expect(draft.pictures.nth(index)).toHaveAccessibleDescription(`Gallery, ${index + 1} of 3`);
  }
  const boxes = await Promise.all([0, 1, 2].map((index) => draft.pictures.nth(index).boundingBox()));
  expect(new Set(boxes.map((box) => Math.round(box?.y ?? -1))).size).toBe(1);

  await draft.putCaret('before', 'Three');
  await draft.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
  expect(await outline(draft)).toEqual(['Above.', 'Three + One + Two', 'Below.']);
  await expect(draft.pictures.first()).toHaveAccessibleDescription('Gallery, 1 of 3');
  expect(await findViolations(draft.page)).toEqual([]);

  const dialog = new ExportDialog(draft.page);
  await dialog.open();
  await dialog.choose('HTML');
  const name = (await dialog.preview())[0]?.name ?? '';
  await shared.answerSaveDialog(join(scratch, name));
  await dialog.write();
  const html = await readFile(join(scratch, name), 'utf8');
  expect(html).toMatch(/<figure class="gallery">\n<figure>\n<img [^>]*>\n<figcaption>Three<\/figcaption>\n<\/figure>/);
  expect(html.match(/<figcaption>/g)).toHaveLength(3);
  await dialog.choose('WordPress');
  const markup = (await dialog.preview())[0]?.text ?? '';
  expect(markup.match(/<!-- wp:gallery /g)).toHaveLength(1);
  expect(markup.match(/<!-- wp:image /g)).toHaveLength(3);
  await dialog.close();

  await draft.focusBody();
  await draft.press('ControlOrMeta+Z', 'ControlOrMeta+Z');
  expect(await outline(draft)).toEqual(['Above.', 'One + Two + Three', 'Below.']);
});

test('a picture is taken out of its gallery, put back, and dragged to another place of it', async ({
  draft,
  scratch,
}) => {
  await dropGallery(draft, await drawPictures(scratch, 3));
  await draft.putCaret('before', 'Two');
  await draft.press('ControlOrMeta+Alt+Shift+G');
  expect(await outline(draft)).toEqual(['Above.', 'One + Three', 'Two', 'Below.']);
  await draft.press('ControlOrMeta+Alt+G');
  expect(await outline(draft)).toEqual(['Above.', 'One + Three + Two', 'Below.']);

  const last = draft.pictures.nth(2);
  await last.getByRole('img').hover();
  const handle = await draft.page.locator('.drag-handle').boundingBox();
  const target = await draft.pictures.first().boundingBox();
  if (!handle || !target) throw new Error('Nothing to drag');
  await draft.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await draft.page.mouse.down();
  await draft.page.mouse.move(target.x + 10, target.y + 60, { steps: 6 });
  await draft.page.mouse.up();
  expect(await outline(draft)).toEqual(['Above.', 'Two + One + Three', 'Below.']);
  await draft.press('ControlOrMeta+Z');
  expect(await outline(draft)).toEqual(['Above.', 'One + Three + Two', 'Below.']);
});

test('another file dropped beside a picture of a gallery joins it there', async ({ draft, scratch }) => {
  const paths = await drawPictures(scratch, 3);
  await dropGallery(draft, paths.slice(0, 2));
  await dropFiles(draft.pictures.first(), paths.slice(2), 0.8);
  await expect(draft.pictures).toHaveCount(3);
  const figures = await draft.storedBlocks('figure');
  expect(figures.map(({ fileName }) => fileName)).toEqual(['eid-1.png', 'eid-3.png', 'eid-2.png']);
  expect(new Set(figures.map(({ gallery }) => gallery)).size).toBe(1);
});

test('/gallery asks for several files', async ({ draft, scratch }) => {
  const paths = await drawPictures(scratch, 2);
  await draft.focusBody();
  await draft.type('/gallery');
  await expect(draft.insertMenu.getByRole('option')).toHaveText([/^Gallery/]);
  const asked = draft.page.waitForEvent('filechooser');
  await draft.press('Enter');
  const chooser = await asked;
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles(paths);
  await expect(draft.pictures).toHaveCount(2);
  await expect(draft.pictures.nth(1)).toHaveAccessibleDescription('Gallery, 2 of 2');
});
