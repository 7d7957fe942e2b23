import { expect, test } from '../app.ts';
import { putStory } from '../putStory.ts';
import { Inspector } from '../screens/Inspector.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';
import { StoryPage } from '../screens/StoryPage.ts';

test('an empty library says how to begin', async ({ app }) => {
  const library = new LibraryPane(app.page);
  await expect(library.pane.getByText('No stories yet')).toBeVisible();
  await expect(library.pane.getByRole('button', { name: 'Open a document…' })).toBeVisible();
  await expect(app.page.getByText('Nothing on the page')).toBeVisible();
});

test('stories are listed newest first, with headline, first words, length, status and time', async ({ app }) => {
  const { page } = app;
  const library = new LibraryPane(page);
  await putStory(page, { headline: 'The older story' }, ['It began in the hills.', 'Two more words.']);
  await putStory(page, { slug: 'only-a-slug', status: 'submitted' }, ['No headline yet.']);
  await expect(library.rows).toHaveCount(2);
  await expect(library.rows.first()).toContainText('only-a-slug');
  await expect(library.rows.first()).toContainText('Submitted');
  const older = library.rows.nth(1);
  await expect(older).toContainText('The older story');
  await expect(older).toContainText('It began in the hills.');
  await expect(older).toContainText('8 words');
  await expect(older).toContainText('Draft');
  await expect(older).toContainText('Just now');
  await expect(library.pane.getByText('2 stories')).toBeVisible();
  // What is written last comes to the top.
  await library.open('The older story');
  const story = new StoryPage(page);
  await story.write(' More.');
  await expect(library.rows.first()).toContainText('The older story');
  await expect(library.rows.first()).toContainText('9 words');
});

test('search finds as one types, with and without accents and marks, in every field and script', async ({ app }) => {
  const { page } = app;
  const library = new LibraryPane(page);
  await putStory(page, { headline: 'Café owners of Évreux' }, ['The mayor was disappointed.']);
  await putStory(page, { headline: 'Harbour', slug: 'sidon-port', deck: 'Nets and diesel', byline: 'Zoë Lefèvre' }, [
    'Islamic State–Khorasan is named here.',
  ]);
  await putStory(page, { headline: 'أُغلِقَ الميناءُ مرّتين', language: 'ar' }, ['وقف الصيّادون على الرصيف في غزّة.']);
  await putStory(page, { headline: 'הַנָּמֵל נִסְגַּר', language: 'he' }, ['סירות דיג בנמל יפו.']);
  await putStory(page, { headline: 'کراچی کے ساحل پر', language: 'ur' }, ['بچے پتنگ اڑا رہے ہیں۔']);
  const finds = async (query: string, ...titles: string[]) => {
    await test.step(query, async () => {
      await library.search.fill(query);
      await expect(library.rows).toHaveCount(titles.length);
      for (const title of titles) await expect(library.row(title)).toBeVisible();
    });
  };
  const [cafe, harbour, port, hebrew, urdu] = ['Café', 'Harbour', 'الميناء', 'הַנָּמֵל', 'کراچی'];
  await library.search.focus();
  for (const [letters, title] of [
    ['dis', cafe],
    ['appo', cafe],
  ] as const) {
    await page.keyboard.type(letters);
    await expect(library.rows).toHaveCount(1);
    await expect(library.row(title)).toBeVisible();
  }
  await finds('cafe', cafe);
  await finds('CAFÉ evreux', cafe);
  await finds('lefevre', harbour);
  await finds('Zoë', harbour);
  await finds('sidon', harbour);
  await finds('diesel', harbour);
  await finds('khorasan', harbour);
  await finds('اغلق', port);
  await finds('أُغلِقَ', port);
  await finds('الصيادون', port);
  await finds('غزة', port);
  await finds('הנמל', hebrew);
  await finds('יפו', hebrew);
  await finds('کراچی', urdu);
  // Typed on an Arabic keyboard: other letters for the same sounds.
  await finds('كراچي', urdu);
  await finds('پتنگ', urdu);
  await library.search.fill('nothing of the kind');
  await expect(library.pane.getByText('Nothing found')).toBeVisible();
  await library.pane.getByRole('button', { name: 'Clear' }).click();
  await expect(library.rows).toHaveCount(5);
  await expect(library.search).toBeFocused();
});

test('search finds what was typed on the page a moment ago, captions and pull-quotes included', async ({
  draft,
  pictures,
}) => {
  const library = new LibraryPane(draft.page);
  const asked = draft.page.waitForEvent('filechooser');
  await draft.button('Picture').click();
  await (await asked).setFiles(await pictures.news('arabic-iptc.jpg'));
  await expect(draft.pictures.getByRole('textbox', { name: 'Caption' })).not.toBeEmpty();
  await draft.write('A word like quixotically is rare.');
  await draft.saved();
  for (const query of ['quixotic', 'يصلحون شباكهم', 'وكالة الساحل']) {
    await library.search.fill(query);
    await expect(library.rows).toHaveCount(1);
  }
  await library.search.fill('');
});

test('the filter shows the stories of one status', async ({ app }) => {
  const library = new LibraryPane(app.page);
  const inspector = new Inspector(app.page);
  await putStory(app.page, { headline: 'In hand' });
  await putStory(app.page, { headline: 'With the desk', status: 'inReview' });
  await library.filter.selectOption('In review');
  await expect(library.rows).toHaveCount(1);
  await expect(library.row('With the desk')).toBeVisible();
  await library.filter.selectOption('Killed');
  await expect(library.pane.getByText('No story has this status.')).toBeVisible();
  await library.filter.selectOption('Any status');
  await library.open('In hand');
  await inspector.takeStep('Kill', 'Lina');
  await library.filter.selectOption('Killed');
  await expect(library.row('In hand')).toBeVisible();
  await expect(library.rows).toHaveCount(1);
});

for (const [template, types] of [
  ['News story', ['paragraph', 'paragraph', 'heading', 'paragraph']],
  ['Feature', ['paragraph', 'paragraph', 'pullQuote', 'heading', 'paragraph', 'heading', 'paragraph']],
  ['Q&A', ['paragraph', 'heading', 'paragraph', 'heading', 'paragraph', 'heading', 'paragraph']],
] as const) {
  test(`a new story from the template ${template} has its structure and no words`, async ({ draft }) => {
    const library = new LibraryPane(draft.page);
    await draft.begin(() => library.newFrom(template));
    const { blocks, fields } = await draft.stored();
    expect(blocks.map((block) => block.type)).toEqual(types);
    expect(fields.headline).toBe('');
    expect(fields.targetWords).toBeGreaterThan(0);
    await expect(draft.length).toContainText('0 words');
  });
}

test('a duplicate is a story of its own with the same words', async ({ draft }) => {
  const library = new LibraryPane(draft.page);
  await draft.headline.fill('Twice told');
  await draft.write('The same words.');
  const original = await draft.stored();
  await library.choose('Twice told', 'Duplicate');
  await expect.poll(async () => (await draft.stored()).id).not.toBe(original.id);
  const copy = await draft.stored();
  expect(copy.blocks.map(({ id: _id, ...block }) => block)).toEqual(
    original.blocks.map(({ id: _id, ...block }) => block),
  );
  await draft.write(' And more.');
  await draft.saved();
  await library.search.fill('Twice told');
  await expect(library.rows).toHaveCount(2);
  await library.search.fill('');
});

test('a story goes to the trash, can be put back, and is gone once the trash is emptied', async ({ app }) => {
  const { page } = app;
  const library = new LibraryPane(page);
  const story = new StoryPage(page);
  await putStory(page, { headline: 'To keep' }, ['Kept.']);
  await putStory(page, { headline: 'To throw away' }, ['Thrown.']);
  await putStory(page, { headline: 'To change my mind about' }, ['Hm.']);
  await library.open('To throw away');
  await expect(story.headline).toHaveValue('To throw away');
  await library.choose('To throw away', 'Move to trash');
  // The page is not left with a story that is in the trash.
  await expect(page.getByText('Nothing on the page')).toBeVisible();
  await library.choose('To change my mind about', 'Move to trash');
  await expect(library.rows).toHaveCount(1);

  await library.showTrash();
  await expect(library.rows).toHaveCount(2);
  await library.open('To change my mind about');
  await expect(page.getByText('This story is in the trash.')).toBeVisible();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByText('This story is in the trash.')).toBeHidden();
  await expect(library.rows).toHaveCount(1);

  const question = page.getByRole('alertdialog', { name: 'Empty the trash?' });
  await library.pane.getByRole('button', { name: 'Empty trash…' }).click();
  await expect(question).toContainText('1 story in the trash');
  await question.getByRole('button', { name: 'Keep them' }).click();
  await expect(library.rows).toHaveCount(1);
  await library.pane.getByRole('button', { name: 'Empty trash…' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(library.pane.getByText('The trash is empty')).toBeVisible();
  await library.showStories();
  await expect(library.rows).toHaveCount(2);
  await expect(library.row('To keep')).toBeVisible();
  await expect(library.row('To change my mind about')).toBeVisible();
});

test('a story shows a thumb of its first picture', async ({ draft, pictures }) => {
  const library = new LibraryPane(draft.page);
  await draft.headline.fill('With a picture');
  const asked = draft.page.waitForEvent('filechooser');
  await draft.button('Picture').click();
  await (await asked).setFiles(await pictures.news('market.jpg'));
  await expect(draft.pictures.getByRole('img')).toBeVisible();
  const thumb = library
    .row('With a picture')
    .getByRole('presentation')
    .or(library.row('With a picture').locator('img'));
  await expect(thumb).toBeVisible();
  await expect
    .poll(() => thumb.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
    .toBeGreaterThan(0);
});

test('the library works by keyboard alone: search, walk, open, menu', async ({ app }) => {
  const { page } = app;
  const library = new LibraryPane(page);
  const story = new StoryPage(page);
  for (const headline of ['First', 'Second', 'Third']) await putStory(page, { headline });
  await expect(library.rows).toHaveCount(3);
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(library.search).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(library.opener('Third')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(story.headline).toHaveValue('Second');

  await page.keyboard.press('ControlOrMeta+Shift+F');
  await page.keyboard.type('firs');
  await expect(library.rows).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(library.opener('First')).toBeFocused();
  await page.keyboard.press('ContextMenu');
  await expect(library.storyMenu).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(library.storyMenu.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(library.storyMenu).toBeHidden();
  await expect(library.opener('First')).toBeFocused();
  // A letter typed on a row goes on with the search.
  await page.keyboard.type('t');
  await expect(library.search).toHaveValue('first');
  await page.keyboard.press('Escape');
  await expect(library.search).toHaveValue('');
  await expect(library.rows).toHaveCount(3);
});

test('a library of many stories draws only what is in view, and the last is a key away', async ({ app }) => {
  const { page } = app;
  const library = new LibraryPane(page);
  await page.evaluate(async () => {
    for (let number = 1; number <= 150; number += 1) {
      const made = await window.stet.library.request('stories.create', {
        ...{ template: 'blank', byline: '', dateline: '', language: 'en' },
      });
      if (!made.ok) throw new Error(made.error.message);
      await window.stet.library.request('stories.put', {
        id: made.value.story.id,
        fields: { headline: `Story ${number}.` },
      });
    }
  });
  await expect(library.pane.getByText('150 stories')).toBeVisible();
  await expect(library.row('Story 150.')).toBeVisible();
  expect(await library.rows.count()).toBeLessThan(60);
  await library.opener('Story 150.').focus();
  await page.keyboard.press('End');
  await expect(library.opener('Story 1.')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(new StoryPage(page).headline).toHaveValue('Story 1.');
});
