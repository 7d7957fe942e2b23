import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ninjsFaults } from '../../fixtures/export/ninjsFaults.ts';
import { ExifReader } from '../../fixtures/pictures/ExifReader.ts';
import { expect, test } from '../app.ts';
import { ExportDialog, TARGET_NAMES } from '../screens/ExportDialog.ts';
import { Inspector } from '../screens/Inspector.ts';
import type { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary, storyOnPage } from '../storyOnDisk.ts';

interface NinjsItem {
  readonly headline: string;
  readonly located: string;
  readonly associations: {
    readonly figure_1: { readonly renditions: { readonly original: { readonly href: string } } };
  };
}

/** A story with one of everything that leaves in a way of its own. */
async function writeStory(story: StoryPage, picture: string): Promise<void> {
  await story.headline.fill('Nets & diesel: a harbour shut');
  await story.deck.fill('Two closures in a week');
  await story.dateline.fill('Sidon');
  await story.byline.fill('Lina Haddad');
  const asked = story.page.waitForEvent('filechooser');
  await story.button('Picture').click();
  await (await asked).setFiles(picture);
  await expect(story.pictures.getByRole('textbox', { name: 'Caption' })).not.toBeEmpty();
  await story.write('The harbour closed twice, he said.', 'أغلق الميناء مرتين.');
  await story.pull('closed twice', 'A fisherman');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

for (const target of TARGET_NAMES) {
  test(`${target}: what the preview shows is what is written, to the letter`, async ({
    draft,
    shared,
    pictures,
    scratch,
  }) => {
    const dialog = new ExportDialog(draft.page);
    await writeStory(draft, await pictures.news('market.jpg'));
    await dialog.open();
    await dialog.choose(target);
    const shown = await dialog.preview();
    const document = shown[0]?.name ?? '';
    await shared.answerSaveDialog(join(scratch, document));
    const receipt = await dialog.write();
    expect(receipt).toContain(document);
    await dialog.close();

    expect(await filesBelow(scratch)).toEqual(shown.map(({ name }) => name).sort());
    for (const { name, text } of shown) {
      // These are no text: what is shown are the words in them.
      if (text !== null && target !== 'Word' && target !== 'PDF')
        expect(await readFile(join(scratch, name), 'utf8')).toBe(text);
    }
    // Only a package has no text to show.
    expect(shown[0]?.text === null).toBe(target === 'Stet package');
    if (target === 'HTML' || target === 'Markdown') expect(shown.length).toBeGreaterThan(1);
  });
}

test('a PDF is set in our own faces, holds the picture, and says nothing of the machine', async ({
  draft,
  shared,
  pictures,
  scratch,
}) => {
  const dialog = new ExportDialog(draft.page);
  await writeStory(draft, await pictures.news('market.jpg'));
  await shared.answerSaveDialog(join(scratch, 'story.pdf'));
  await dialog.open();
  await dialog.choose('PDF');
  await expect(dialog.dialog.getByRole('region', { name: 'Nets-diesel-a-harbour-shut.pdf' })).toContainText(
    'أغلق الميناء مرتين.',
  );
  expect(await dialog.write()).toContain('Exported as a PDF to “story.pdf”.');
  const pdf = await readFile(join(scratch, 'story.pdf'), 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  for (const part of ['/StructTreeRoot', '/Subtype /Image', 'NotoNaskhArabic', '/Creator (Stet)'])
    expect(pdf).toContain(part);
  expect(pdf).not.toMatch(/Mozilla|Electron|Linux/);
  // Its dates are the story's last change, not the hour of printing: what was previewed is what is written.
  const id = await storyOnPage(draft.page);
  if (id === null) throw new Error('No story');
  const { updatedAt } = (await askLibrary(draft.page, 'stories.open', { id })).story;
  expect(pdf).toContain(`/CreationDate (D:${updatedAt.replace(/\D/g, '').slice(0, 14)}`);
});

test('ninjs that leaves is valid, and names the picture beside it', async ({ draft, shared, pictures, scratch }) => {
  const dialog = new ExportDialog(draft.page);
  await writeStory(draft, await pictures.news('market.jpg'));
  await shared.answerSaveDialog(join(scratch, 'story.json'));
  await dialog.open();
  await dialog.choose('ninjs');
  await dialog.preview();
  expect(await dialog.write()).toContain('Exported as ninjs to “story.json” with a picture.');
  const item = JSON.parse(await readFile(join(scratch, 'story.json'), 'utf8')) as NinjsItem;
  expect(ninjsFaults('1.6', item)).toEqual([]);
  expect([item.headline, item.located]).toEqual(['Nets & diesel: a harbour shut', 'Sidon']);
  expect((await stat(join(scratch, item.associations.figure_1.renditions.original.href))).size).toBeGreaterThan(0);
});

test('a picture goes out as the preview shows it, without the place it was taken', async ({
  draft,
  shared,
  pictures,
  scratch,
}) => {
  const dialog = new ExportDialog(draft.page);
  const asked = draft.page.waitForEvent('filechooser');
  await draft.button('Picture').click();
  await (await asked).setFiles(await pictures.news('phone-sideways.jpg'));
  await expect(draft.pictures.getByRole('textbox', { name: 'Credit' })).toHaveText('Hana Saleh');
  await shared.answerSaveDialog(join(scratch, 'shore.html'));
  await dialog.open();
  await dialog.choose('HTML');
  await dialog.files.last().getByRole('button').click();
  const report = dialog.dialog.getByRole('region', { name: 'What the picture says' });
  await expect(report).toContainText('Hana Saleh');
  await expect(report).toContainText('Left out: where it was taken.');
  const shown = await dialog.dialog.getByRole('img').evaluate(async (picture: HTMLImageElement) => {
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  });
  expect(shown).toEqual([400, 600]);
  expect(await dialog.write()).toContain('Left out of the picture: where it was taken.');
  await dialog.close();
  const html = await readFile(join(scratch, 'shore.html'), 'utf8');
  const source = /<img[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
  const reader = new ExifReader();
  const tags = await reader.read(join(scratch, decodeURIComponent(source)));
  await reader.close();
  expect(tags['IFD0:Artist']).toBe('Hana Saleh');
  expect(Object.keys(tags).join()).not.toContain('GPS');
});

test('an export leaves a receipt with the revision it was made from, and shows its file', async ({
  draft,
  shared,
  pictures,
  scratch,
}) => {
  const { page } = draft;
  const dialog = new ExportDialog(page);
  const inspector = new Inspector(page);
  await writeStory(draft, await pictures.news('market.jpg'));
  const path = join(scratch, 'harbour.txt');
  await shared.answerSaveDialog(path);
  await inspector.tab('Export').click();
  await inspector.panel.getByRole('button', { name: /^Plain text/ }).click();
  await expect(dialog.dialog.getByRole('radio', { name: 'Plain text' })).toBeChecked();
  await dialog.write();
  await dialog.close();

  await expect(inspector.receipts).toHaveCount(1);
  await expect(inspector.receipts.first()).toContainText('“harbour.txt”');
  const shown = await shared.electron.evaluate(({ shell }) => {
    const paths: string[] = [];
    Object.assign(globalThis, { stetShown: paths });
    shell.showItemInFolder = (file) => void paths.push(file);
    return paths;
  });
  expect(shown).toEqual([]);
  await inspector.receipts.getByRole('button', { name: 'Show in folder' }).click();
  await expect
    .poll(() => shared.electron.evaluate(() => (globalThis as unknown as { stetShown: string[] }).stetShown))
    .toEqual([path]);

  await inspector.tab('Review').click();
  await expect(inspector.history.filter({ hasText: '“harbour.txt”' })).toHaveCount(1);
  await expect(inspector.revisions.filter({ hasText: 'As exported' })).toHaveCount(1);
  // The words may change after; the receipt's revision does not.
  await draft.focusBody();
  await draft.type(' Changed since.');
  await draft.saved();
  await inspector.revisions.filter({ hasText: 'As exported' }).getByRole('button').click();
  const revision = page.getByRole('dialog', { name: 'As exported' });
  await expect(revision.getByText('The harbour closed twice, he said.')).toBeVisible();
  await expect(revision.getByText('Changed since.')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await inspector.tab('Story').click();
});

test('the last key before Export… is in the file', async ({ draft, shared, scratch }) => {
  const dialog = new ExportDialog(draft.page);
  await draft.headline.fill('Late');
  await shared.answerSaveDialog(join(scratch, 'late.txt'));
  await draft.focusBody();
  await draft.type('The last words, typed just now.');
  await draft.press('ControlOrMeta+E');
  await dialog.choose('Plain text');
  await dialog.write();
  await dialog.close();
  expect(await readFile(join(scratch, 'late.txt'), 'utf8')).toContain('The last words, typed just now.');
});

test('the save dialog offers a name made of the slug, in the folder used last', async ({ draft, shared, scratch }) => {
  const dialog = new ExportDialog(draft.page);
  await draft.write('Words.');
  const inspector = new Inspector(draft.page);
  // The app is shared: another test may have left another tab in front.
  await inspector.tab('Story').click();
  await inspector.field('Slug').fill('delta salt: 2025/11');
  const asked = async () => {
    await shared.electron.evaluate(({ dialog: system }) => {
      system.showSaveDialog = (...args: unknown[]) => {
        Object.assign(globalThis, { stetOffered: (args.at(-1) as { defaultPath: string }).defaultPath });
        return Promise.resolve({ canceled: true, filePath: '' });
      };
    });
    await dialog.save.click();
    await expect(dialog.save).toBeEnabled();
    return shared.electron.evaluate(() => (globalThis as unknown as { stetOffered: string }).stetOffered);
  };
  await shared.answerSaveDialog(join(scratch, 'anywhere.md'));
  await dialog.open();
  await dialog.choose('Markdown');
  await dialog.write();
  await dialog.choose('HTML');
  const offered = await asked();
  expect(dirname(offered)).toBe(scratch);
  expect(offered.slice(scratch.length + 1)).toMatch(/^delta-salt-2025-11\.html$/);
  await dialog.close();
});

test('thinking better of it writes nothing and says nothing', async ({ draft, shared, scratch }) => {
  const dialog = new ExportDialog(draft.page);
  await draft.write('Words.');
  await shared.answerSaveDialog(null);
  await draft.press('ControlOrMeta+E');
  await dialog.save.click();
  await expect(dialog.save).toBeEnabled();
  await expect(dialog.dialog.getByRole('alert')).toHaveCount(0);
  await dialog.close();
  expect(await readdir(scratch)).toEqual([]);
  // The keyboard is back on the page.
  await draft.type(' More.');
  await expect(draft.paragraph('Words. More.')).toBeVisible();
});

test('a place that cannot be written to is refused in a sentence, and what was there stays', async ({
  draft,
  shared,
  scratch,
}) => {
  const dialog = new ExportDialog(draft.page);
  await draft.write('Words.');
  const file = join(scratch, 'a-file');
  await writeFile(file, 'not a folder');
  await shared.answerSaveDialog(join(file, 'story.html'));
  await dialog.open();
  await dialog.choose('HTML');
  await dialog.save.click();
  await expect(dialog.dialog.getByRole('alert')).toHaveText(/\S.*\.$/);
  expect(await readFile(file, 'utf8')).toBe('not a folder');
  expect(await readdir(scratch)).toEqual(['a-file']);
  // Another place is one key away.
  await shared.answerSaveDialog(join(scratch, 'story.html'));
  await dialog.write();
  await dialog.close();
  expect((await stat(join(scratch, 'story.html'))).size).toBeGreaterThan(0);
});

test('what somebody should know before the story leaves stands above the preview', async ({ draft }) => {
  const dialog = new ExportDialog(draft.page);
  await draft.write('Words without a headline.');
  const inspector = new Inspector(draft.page);
  await inspector.field('Embargo').fill('2031-01-02T06:00');
  await inspector.field('Time zone of the embargo').selectOption('Asia/Karachi');
  await dialog.open();
  await expect(dialog.warnings.getByRole('listitem')).toContainText([
    '2031-01-02 06:00 Asia/Karachi (01:00 UTC)',
    'no headline',
  ]);
  await dialog.close();
});

test('a package opened again in its own library is the story that is here already', async ({
  draft,
  shared,
  scratch,
}) => {
  const dialog = new ExportDialog(draft.page);
  await draft.headline.fill('There and back');
  await draft.write('The same story.');
  const path = join(scratch, 'there.stet');
  await shared.answerSaveDialog(path);
  await dialog.open();
  await dialog.choose('Stet package');
  await dialog.write();
  await dialog.close();
  const id = await storyOnPage(draft.page);
  await draft.create();
  await shared.answerOpenDialog([path]);
  await shared.chooseMenu('Open…');
  await expect(draft.headline).toHaveValue('There and back');
  expect(await storyOnPage(draft.page)).toBe(id);
  await expect(draft.page.getByText('This story was in the library already.')).toBeVisible();
});
