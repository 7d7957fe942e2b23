import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storyContent } from '../../../shared/story/storyContent.ts';
import { NEWS_PAGE } from '../../fixtures/documents/clipboards.ts';
import { writeWord, wordItem, wordParagraph } from '../../fixtures/documents/WordMaker.ts';
import { drawPicture } from '../../fixtures/pictures/drawPicture.ts';
import { expect, test } from '../app.ts';
import { dropFiles } from '../dropFiles.ts';
import { ExportDialog } from '../screens/ExportDialog.ts';
import { Inspector } from '../screens/Inspector.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary } from '../storyOnDisk.ts';

const MARKDOWN = `---
title: The bridge is open
byline: Lina Haddad
---

Cars crossed at **six** in the morning.

> We waited.

- North
- South

![A bridge at dawn](bridge.png "The bridge at dawn")
`;

test('a Markdown file is opened from the menu, with its front matter and its picture', async ({
  shared,
  draft,
  scratch,
}) => {
  const path = join(scratch, 'bridge.md');
  await writeFile(path, MARKDOWN);
  await writeFile(join(scratch, 'bridge.png'), await drawPicture({ type: 'image/png', width: 300, height: 200 }));
  await shared.answerOpenDialog([path]);
  await shared.chooseMenu('Open…');
  await expect(draft.headline).toHaveValue('The bridge is open');
  await expect(draft.byline).toHaveValue('Lina Haddad');
  const { blocks } = await draft.stored();
  expect(blocks).toMatchObject([
    {
      type: 'paragraph',
      content: [{ text: 'Cars crossed at ' }, { text: 'six', marks: ['bold'] }, { text: ' in the morning.' }],
    },
    { type: 'quote', content: [{ text: 'We waited.' }] },
    { type: 'list', kind: 'bulleted', items: [{ content: [{ text: 'North' }] }, { content: [{ text: 'South' }] }] },
    { type: 'figure', alt: 'A bridge at dawn' },
  ]);
  await expect(draft.pictures.getByRole('img')).toBeVisible();
});

test('a Word file is opened with Ctrl+O: title, styles, lists', async ({ shared, draft, scratch }) => {
  const path = join(scratch, 'grain.docx');
  await writeWord(path, {
    body: [
      wordParagraph('Grain at the border', 'Title'),
      wordParagraph('Lorries waited for days.'),
      wordParagraph('What comes next', 'Heading1'),
      wordItem('Wheat', 1),
      wordItem('Rice', 1),
    ].join(''),
  });
  await shared.answerOpenDialog([path]);
  await draft.press('ControlOrMeta+O');
  await expect(draft.headline).toHaveValue('Grain at the border');
  const { blocks } = await draft.stored();
  expect(blocks).toMatchObject([
    { type: 'paragraph', content: [{ text: 'Lorries waited for days.' }] },
    { type: 'heading', content: [{ text: 'What comes next' }] },
    { type: 'list', kind: 'bulleted', items: [{ content: [{ text: 'Wheat' }] }, { content: [{ text: 'Rice' }] }] },
  ]);
});

test('a saved web page is read without its menus; what looks like furniture is offered, and goes when told to', async ({
  shared,
  draft,
  scratch,
}) => {
  const { page } = draft;
  const path = join(scratch, 'bridge.html');
  await writeFile(path, NEWS_PAGE);
  await shared.answerOpenDialog([path]);
  await shared.chooseMenu('Open…');
  const report = page.getByRole('dialog', { name: 'Imported' });
  const offers = report.getByRole('group', { name: /page furniture/ }).getByRole('checkbox');
  await expect.poll(() => offers.count()).toBeGreaterThan(1);
  await report.getByRole('button', { name: 'Remove selected' }).click();
  await expect(report).toBeHidden();
  await expect(draft.headline).toHaveValue('Bridge reopens after three years');
  await expect(draft.body.getByText('Get our newsletter')).toHaveCount(0);
  await expect(draft.paragraph('in the morning')).toBeVisible();
  await expect(draft.paragraph('Nobody knows')).toBeVisible();
});

test('furniture stays when somebody says that it is copy', async ({ shared, draft, scratch }) => {
  const path = join(scratch, 'kept.html');
  await writeFile(path, NEWS_PAGE);
  await shared.answerOpenDialog([path]);
  await shared.chooseMenu('Open…');
  const report = draft.page.getByRole('dialog', { name: 'Imported' });
  await report.getByRole('button', { name: 'Keep everything' }).click();
  await expect(draft.body.getByText('Get our newsletter')).toBeVisible();
});

test('a text file is dropped on the window', async ({ shared, draft, scratch }) => {
  const path = join(scratch, 'dispatch.txt');
  await writeFile(
    path,
    'Harbour shut for the second time in a week\n\n[Sidon] The harbour closed again on Friday, and forty boats turned back with their nets dry and their tanks half empty.\n\nNobody said why. The harbour master did not come to the telephone, and the port’s office was locked.\n',
  );
  await dropFiles(new LibraryPane(shared.page).pane, [path]);
  // What was guessed is said.
  const report = draft.page.getByRole('dialog', { name: 'Imported' });
  await expect(report.getByRole('listitem')).toContainText([/headline/i]);
  await report.getByRole('button', { name: 'Close' }).first().click();
  await expect(draft.headline).toHaveValue('Harbour shut for the second time in a week');
  await expect(draft.dateline).toHaveValue('Sidon');
  await expect(draft.paragraph('The harbour closed again on Friday')).toBeVisible();
  expect(shared.page.url()).toBe('app://stet/index.html');
});

test('several documents dropped on the page are all taken in, and one that is none is named', async ({
  draft,
  scratch,
}) => {
  const { page } = draft;
  const library = new LibraryPane(page);
  const one = join(scratch, 'one.txt');
  const two = join(scratch, 'two.md');
  const none = join(scratch, 'three.pdf');
  await writeFile(one, 'Dropped together, the first.\n');
  await writeFile(two, '# Dropped together, the second\n\nWords.\n');
  await writeFile(none, '%PDF-1.7\n');
  await draft.write('On the page before.');
  await dropFiles(draft.paragraph('On the page before.'), [one, two, none]);
  const report = page.getByRole('dialog', { name: 'Imported' });
  await expect(report.getByRole('heading', { name: 'three.pdf' })).toBeVisible();
  await expect(report.getByText(/“three\.pdf” is a PDF/)).toBeVisible();
  await report.getByRole('button', { name: 'Close' }).first().click();
  await library.search.fill('dropped together');
  await expect(library.rows).toHaveCount(2);
  await library.search.fill('');
});

for (const [name, bytes, sentence] of [
  ['empty.txt', '', /“empty\.txt” is empty/],
  ['renamed.docx', '\u0000\u0001\u0093\u0007\u0000 no archive \u0000', /“renamed\.docx”/],
  ['broken.stet', 'PK\u0003\u0004 and then nothing', /“broken\.stet”/],
] as const) {
  test(`${name} is refused in a sentence and leaves no story behind`, async ({ shared, draft, scratch }) => {
    const library = new LibraryPane(draft.page);
    const path = join(scratch, name);
    await writeFile(path, bytes, 'latin1');
    await draft.write('Written before.');
    const before = await askLibrary(draft.page, 'stories.list', {
      ...{ query: '', status: null, trashed: false, offset: 0, limit: 1 },
    });
    await shared.answerOpenDialog([path]);
    await shared.chooseMenu('Open…');
    const report = draft.page.getByRole('dialog', { name: 'Nothing was imported' });
    await expect(report.getByText(sentence)).toBeVisible();
    await report.getByRole('button', { name: 'Close' }).first().click();
    await expect(report).toBeHidden();
    // The page was held meanwhile, and has the keyboard again.
    await draft.type(' And after.');
    await expect(draft.paragraph('Written before. And after.')).toBeVisible();
    await expect(library.pane.getByText(new RegExp(`^${before.total} stor`))).toBeVisible();
    const after = await askLibrary(draft.page, 'stories.list', {
      ...{ query: '', status: null, trashed: false, offset: 0, limit: 1 },
    });
    expect(after.total).toBe(before.total);
  });
}

test('thinking better of it imports nothing', async ({ shared, draft }) => {
  await draft.write('Still here.');
  await shared.answerOpenDialog([]);
  await shared.chooseMenu('Open…');
  await draft.type(' And on.');
  await expect(draft.paragraph('Still here. And on.')).toBeVisible();
  await expect(draft.page.getByRole('dialog')).toHaveCount(0);
});

test('documents named on the command line are opened at the start', async ({ launch, scratch }) => {
  const folder = join(scratch, 'with spaces and ناموں');
  await mkdir(folder);
  const path = join(folder, 'dépêche.txt');
  await writeFile(path, 'Words of the dispatch\n');
  const app = await launch([path]);
  const story = new StoryPage(app.page);
  await expect(story.body.or(story.headline).filter({ hasText: 'Words of the dispatch' }).first()).toBeVisible();
  const inspector = new Inspector(app.page);
  await inspector.tab('Review').click();
  await expect(inspector.history.filter({ hasText: 'dépêche.txt' })).toBeVisible();
});

test('what was exported as HTML and Markdown comes back with its words, quotes and furniture', async ({
  draft,
  shared,
  scratch,
}) => {
  const dialog = new ExportDialog(draft.page);
  await draft.headline.fill('Nets and diesel');
  await draft.deck.fill('Two closures in a week');
  await draft.dateline.fill('Sidon');
  await draft.byline.fill('Lina Haddad');
  await draft.write('The harbour closed twice, he said.', 'أغلق الميناء مرتين.');
  await draft.pull('closed twice', 'A fisherman');
  const written = await draft.stored();
  for (const [target, file] of [
    ['HTML', 'back.html'],
    ['Markdown', 'back.md'],
  ] as const) {
    await shared.answerSaveDialog(join(scratch, file));
    await dialog.open();
    await dialog.choose(target);
    await dialog.write();
    await dialog.close();
    await shared.answerOpenDialog([join(scratch, file)]);
    const before = (await draft.stored()).id;
    await shared.chooseMenu('Open…');
    await expect.poll(async () => (await draft.stored()).id).not.toBe(before);
    const read = await draft.stored();
    expect(read.fields).toMatchObject({
      headline: 'Nets and diesel',
      deck: 'Two closures in a week',
      dateline: 'Sidon',
      byline: 'Lina Haddad',
    });
    const bare = ({ blocks }: typeof read) =>
      blocks.map((block) => ('content' in block ? [block.type, block.content] : [block.type]));
    expect(bare(read)).toEqual(bare(written));
  }
});

test('a package from another newsroom opens from the menu with its pictures', async ({
  draft,
  shared,
  scratch,
  launch,
  pictures,
}) => {
  const dialog = new ExportDialog(draft.page);
  await draft.headline.fill('Sent over');
  const asked = draft.page.waitForEvent('filechooser');
  await draft.button('Picture').click();
  await (await asked).setFiles(await pictures.news('market.jpg'));
  await expect(draft.pictures.getByRole('img')).toBeVisible();
  const path = join(scratch, 'sent.stet');
  await shared.answerSaveDialog(path);
  await dialog.open();
  await dialog.choose('Stet package');
  await dialog.write();
  await dialog.close();
  const written = await draft.stored();

  const elsewhere = await launch();
  const story = new StoryPage(elsewhere.page);
  await elsewhere.answerOpenDialog([path]);
  await elsewhere.page.getByRole('button', { name: 'Open a document…' }).click();
  await expect(story.headline).toHaveValue('Sent over');
  await expect(story.pictures.getByRole('img')).toBeVisible();
  expect(storyContent(await story.stored())).toBe(storyContent(written));
});
