import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { expect, test } from '../app.ts';
import { dropFiles } from '../dropFiles.ts';
import { processOf } from '../processOf.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary } from '../storyOnDisk.ts';

const MARKET = 'Vendors weigh out apricots at the Kohsar market in Islamabad on 3 May 2026.';
const ALT = 'Two men at a scale heaped with apricots.';

function field(figure: Locator, name: 'Caption' | 'Credit' | 'Alt text'): Locator {
  return figure.getByRole('textbox', { name });
}

/** Chooses files as in the system's own dialog, which `press` opens. */
async function choose(story: StoryPage, press: () => Promise<void>, ...paths: string[]): Promise<void> {
  const asked = story.page.waitForEvent('filechooser');
  await press();
  await (await asked).setFiles(paths);
}

/** The picture is drawn: its own bytes, decoded. */
async function expectDrawn(figure: Locator): Promise<void> {
  const picture = figure.getByRole('img');
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(0);
}

test('the button puts a picture on the page with the words its file carries', async ({ draft, pictures }) => {
  await draft.write('The market opened at six.');
  await choose(draft, () => draft.button('Picture').click(), await pictures.news('market.jpg'));
  await expectDrawn(draft.pictures);
  await expect(field(draft.pictures, 'Caption')).toHaveText(MARKET);
  await expect(field(draft.pictures, 'Credit')).toHaveText(/^Ayesha Raza.* North Wire$/);
  const figure = await draft.storedBlock('figure');
  expect(figure).toMatchObject({
    fileName: 'market.jpg',
    caption: [{ type: 'text', text: MARKET }],
    origin: { caption: 'embedded', credit: 'embedded' },
  });
  const asset = await askLibrary(draft.page, 'media.read', { id: figure.assetId ?? ('' as never) });
  expect(asset).toMatchObject({ type: 'image/jpeg', width: 1800, height: 1200 });
});

test('words typed into what the file says are marked as typed', async ({ draft, pictures }) => {
  await choose(draft, () => draft.button('Picture').click(), await pictures.news('market.jpg'));
  await expect(field(draft.pictures, 'Caption')).toHaveText(MARKET);
  await field(draft.pictures, 'Credit').click();
  await draft.press('End');
  await draft.type(' / Desk');
  await field(draft.pictures, 'Alt text').click();
  await draft.press('End');
  await draft.type(' Rain is coming.');
  const figure = await draft.storedBlock('figure');
  expect(figure).toMatchObject({
    alt: `${ALT} Rain is coming.`,
    origin: { caption: 'embedded', credit: 'typed', alt: 'typed' },
  });
  expect(figure.credit).toMatch(/North Wire \/ Desk$/);
});

for (const type of ['png', 'webp', 'gif', 'avif'] as const) {
  test(`a dropped ${type} is taken in where it was dropped`, async ({ draft, scratch }) => {
    const path = join(scratch, `chart.${type}`);
    // Of a size nobody else's has: the library the tests share keeps the name under which a picture came first.
    await writeFile(path, await drawPicture({ type: `image/${type}`, width: 322, height: 200 }));
    await draft.write('Above.', 'Below.');
    await dropFiles(draft.paragraph('Above.'), [path]);
    await expectDrawn(draft.pictures);
    const { blocks } = await draft.stored();
    expect(blocks).toMatchObject([
      { content: [{ text: 'Above.' }] },
      { type: 'figure', fileName: `chart.${type}` },
      { content: [{ text: 'Below.' }] },
    ]);
  });
}

test('a picture whose name lies about its type is what its bytes say', async ({ draft, scratch }) => {
  const path = join(scratch, 'really-a-png.jpg');
  await writeFile(path, await drawPicture({ type: 'image/png', width: 320, height: 200 }));
  await choose(draft, () => draft.button('Picture').click(), path);
  await expectDrawn(draft.pictures);
  const { assetId } = await draft.storedBlock('figure');
  expect(await askLibrary(draft.page, 'media.read', { id: assetId ?? ('' as never) })).toMatchObject({
    type: 'image/png',
  });
});

test('a copied picture is pasted where the caret is', async ({ draft, shared, scratch, clipboard: _ }) => {
  const path = join(scratch, 'copied.png');
  await writeFile(path, await drawPicture({ type: 'image/png', width: 200, height: 120 }));
  await choose(draft, () => draft.button('Picture').click(), path);
  await expectDrawn(draft.pictures);
  const box = await draft.pictures.getByRole('img').boundingBox();
  // As the browser's own "Copy image" does it.
  await shared.electron.evaluate(
    ({ BrowserWindow }, { x, y }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.copyImageAt(Math.round(x), Math.round(y)),
    { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 30 },
  );
  await draft.write('Before the second.');
  await expect(async () => {
    await draft.press('ControlOrMeta+V');
    await expect(draft.pictures).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  await expectDrawn(draft.pictures.nth(1));
  expect((await draft.stored()).blocks.map((block) => block.type).slice(0, 3)).toEqual([
    'figure',
    'paragraph',
    'figure',
  ]);
});

test('the same picture in two stories is stored once', async ({ story, app, profile, pictures }) => {
  const path = await pictures.news('market.jpg');
  await choose(story, () => story.button('Picture').click(), path);
  await expectDrawn(story.pictures);
  const first = await story.storedBlock('figure');
  await story.create();
  await choose(story, () => story.button('Picture').click(), path);
  await expectDrawn(story.pictures);
  const second = await story.storedBlock('figure');
  expect(second.assetId).toBe(first.assetId);
  expect(await askLibrary(app.page, 'media.list', { storyId: null, limit: 100 })).toHaveLength(1);
  const folders = await readdir(join(profile.library, 'media'));
  const files = await Promise.all(
    folders.filter((name) => name.length === 2).map((name) => readdir(join(profile.library, 'media', name))),
  );
  expect(files.flat()).toEqual([first.assetId]);
});

test('typing goes on while a 24-megapixel picture is read, and a mark shows that it is', async ({
  story,
  app,
  pictures,
  scratch,
}) => {
  // A small one first, so that the process that decodes is there to be held.
  const small = join(scratch, 'small.png');
  await writeFile(small, await drawPicture({ type: 'image/png', width: 64, height: 48 }));
  await choose(story, () => story.button('Picture').click(), small);
  await expectDrawn(story.pictures);
  const large = await pictures.write('large.jpg', { type: 'image/jpeg', width: 6000, height: 4000 });
  await story.focusBody();
  await story.press('Enter');
  const pid = await processOf(app, 'Stet images');
  if (pid === undefined) throw new Error('No process decodes pictures');
  // Held, so that "while" does not depend on how quick this machine is.
  process.kill(pid, 'SIGSTOP');
  try {
    await choose(story, () => story.button('Picture').click(), large);
    const mark = story.pictures.getByRole('progressbar', { name: 'Reading the picture' });
    await expect(mark).toBeVisible();
    await story.focusBody();
    await story.type('Typed while it is read.');
    await expect(story.paragraph('Typed while it is read.')).toBeVisible();
    await expect(mark).toBeVisible();
    await story.saved();
    await expect(mark).toBeVisible();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await expectDrawn(story.pictures.nth(1));
  const figures = await story.storedBlocks('figure');
  expect(figures.map((figure) => figure.fileName)).toEqual(['small.png', 'large.jpg']);
  expect(figures[1]?.assetId).toMatch(/^[0-9a-f]{64}$/);
});

test('a decoder that is killed comes back, and the picture with it', async ({ story, app, pictures }) => {
  await choose(story, () => story.button('Picture').click(), await pictures.news('market.jpg'));
  await expectDrawn(story.pictures);
  const pid = await processOf(app, 'Stet images');
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await story.focusBody();
  await choose(
    story,
    () => story.button('Picture').click(),
    await pictures.write('next.jpg', { type: 'image/jpeg', width: 900, height: 600 }),
  );
  await expectDrawn(story.pictures.nth(1));
});

for (const [name, bytes, sentence] of [
  ['IMG_0412.jpg', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC photo.*Save it as JPEG/],
  ['drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /SVG drawing.*Save it as PNG/],
  ['page.jpg', Buffer.from('<!doctype html><title>Sign in</title>'), /web page, not a picture/],
  ['empty.jpg', Buffer.alloc(0), /The file is empty/],
] as const) {
  test(`${name} that is none is refused in a sentence, and nothing is left on the page`, async ({ draft, scratch }) => {
    const path = join(scratch, name);
    await writeFile(path, bytes);
    await draft.write('Before it.');
    await choose(draft, () => draft.button('Picture').click(), path);
    await expect(draft.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await expect(draft.pictures).toHaveCount(0);
    expect((await draft.stored()).blocks.filter((block) => block.type === 'figure')).toEqual([]);
    await draft.page.getByRole('button', { name: 'Dismiss' }).first().click();
  });
}

test('a picture that breaks off is refused', async ({ draft, scratch }) => {
  const whole = await drawPicture({ type: 'image/jpeg', width: 400, height: 300, detailed: true });
  const path = join(scratch, 'half.jpg');
  await writeFile(path, whole.subarray(0, whole.length / 2));
  await draft.write('Before it.');
  await choose(draft, () => draft.button('Picture').click(), path);
  await expect(draft.page.getByRole('alert').filter({ hasText: 'The picture breaks off' })).toBeVisible();
  await expect(draft.pictures).toHaveCount(0);
  await draft.page.getByRole('button', { name: 'Dismiss' }).first().click();
});

test('a missing file leaves a placeholder that keeps the words, and can be found again', async ({
  story,
  app,
  launch,
  profile,
  pictures,
}) => {
  const path = await pictures.news('market.jpg');
  await choose(story, () => story.button('Picture').click(), path);
  await expectDrawn(story.pictures);
  const { assetId } = await story.storedBlock('figure');
  await app.close();
  await rm(join(profile.library, 'media'), { recursive: true });
  await rm(join(profile.library, 'cache'), { recursive: true, force: true });

  const second = await launch();
  const again = new StoryPage(second.page);
  await expect(again.pictures.getByText('The picture’s file is missing.')).toBeVisible();
  await expect(again.pictures.getByRole('img', { name: 'Missing picture market.jpg' })).toBeVisible();
  await expect(field(again.pictures, 'Caption')).toHaveText(MARKET);
  await field(again.pictures, 'Alt text').click();
  await again.press('End');
  await again.type(' Rain.');
  expect(await again.storedBlock('figure')).toMatchObject({ assetId, alt: `${ALT} Rain.` });

  await choose(again, () => again.pictures.getByRole('button', { name: 'Find file…' }).click(), path);
  await expectDrawn(again.pictures);
  expect(await again.storedBlock('figure')).toMatchObject({ assetId, alt: `${ALT} Rain.` });
  // The page asked for a file that was not there, and Chromium says so.
  second.errors.splice(0);
});

test('captions, credits and alt texts are undone and redone with the rest', async ({ draft, pictures }) => {
  await choose(draft, () => draft.button('Picture').click(), await pictures.news('market.jpg'));
  await expect(field(draft.pictures, 'Caption')).toHaveText(MARKET);
  await field(draft.pictures, 'Alt text').click();
  await draft.press('End');
  await draft.type(' Rain.');
  await draft.press('ControlOrMeta+Z');
  await expect(field(draft.pictures, 'Alt text')).toHaveText(ALT);
  await draft.press('ControlOrMeta+Shift+Z');
  await expect(field(draft.pictures, 'Alt text')).toHaveText(`${ALT} Rain.`);
  await draft.press('Escape');
  await draft.type('On.');
  await expect(draft.paragraph('On.')).toBeVisible();
});

// In an app of its own: the same bytes keep the name they first came under.
test('the Media tab lists what the file says; Remove takes a picture off the page and undo brings it back', async ({
  story,
  pictures,
}) => {
  await choose(story, () => story.button('Picture').click(), await pictures.news('market.jpg'));
  await expectDrawn(story.pictures);
  await story.saved();
  const inspector = story.page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Media' }).click();
  await expect(inspector.getByText('market.jpg')).toBeVisible();
  await expect(inspector.getByText('1800 × 1200')).toBeVisible();
  await story.pictures.getByRole('img').click();
  await story.press('Delete');
  await expect(story.pictures).toHaveCount(0);
  await story.press('ControlOrMeta+Z');
  await expectDrawn(story.pictures);
  await inspector.getByRole('tab', { name: 'Story' }).click();
});

test('a picture of the library is placed in another story, with its words', async ({ draft, pictures }) => {
  await choose(draft, () => draft.button('Picture').click(), await pictures.news('market.jpg'));
  await expectDrawn(draft.pictures);
  await draft.saved();
  await draft.create();
  await draft.write('Another story.');
  const inspector = draft.page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('tab', { name: 'Media' }).click();
  await inspector.getByRole('button', { name: 'Add from library…' }).click();
  const dialog = draft.page.getByRole('dialog', { name: 'Add from library' });
  await dialog.getByRole('searchbox', { name: 'Search pictures' }).fill('apricots');
  await dialog.getByRole('button', { name: /Apricots before the rain/ }).click();
  await expect(dialog).toBeHidden();
  await expectDrawn(draft.pictures);
  await expect(field(draft.pictures, 'Caption')).toHaveText(MARKET);
  await inspector.getByRole('tab', { name: 'Story' }).click();
});
