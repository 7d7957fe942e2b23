import { expect, test } from '../app.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

/** What is stored of a paragraph's words, without the ids that differ from run to run. */
async function storedWords(story: StoryPage) {
  const { blocks } = await story.stored();
  return blocks.map(({ id: _id, ...block }) => block);
}

test('headline, deck, dateline and byline are kept as typed', async ({ draft }) => {
  await draft.type('Three years on');
  await draft.press('Enter');
  await draft.type('What the river took');
  await draft.press('Enter');
  await draft.type('Kharo Chan');
  await draft.press('Enter');
  await draft.type('by sadia  MEMON');
  await draft.press('Enter');
  await draft.type('The body begins.');
  const { fields, blocks } = await draft.stored();
  expect(fields).toMatchObject({
    headline: 'Three years on',
    deck: 'What the river took',
    dateline: 'Kharo Chan',
    byline: 'by sadia  MEMON',
  });
  expect(blocks).toMatchObject([{ type: 'paragraph', content: [{ type: 'text', text: 'The body begins.' }] }]);
});

for (const [key, mark] of [
  ['ControlOrMeta+B', 'bold'],
  ['ControlOrMeta+I', 'italic'],
  ['ControlOrMeta+U', 'underline'],
  ['ControlOrMeta+Shift+X', 'strikethrough'],
] as const) {
  test(`${key} makes the selected words ${mark}, and ordinary again`, async ({ draft }) => {
    await draft.write('Some marked words here.');
    await draft.select('marked');
    await draft.press(key);
    expect(await storedWords(draft)).toEqual([
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Some ' },
          { type: 'text', text: 'marked', marks: [mark] },
          { type: 'text', text: ' words here.' },
        ],
      },
    ]);
    await draft.press(key);
    expect(await storedWords(draft)).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Some marked words here.' }] },
    ]);
  });
}

test('subscript and superscript are behind More', async ({ draft }) => {
  await draft.write('CO2 and m3');
  for (const [words, name] of [
    ['2', 'Subscript'],
    ['3', 'Superscript'],
  ] as const) {
    await draft.select(words);
    await draft.button('More').click();
    await draft.page.getByRole('menuitemcheckbox', { name }).click();
  }
  await expect(draft.body.getByRole('subscript')).toHaveText('2');
  await expect(draft.body.getByRole('superscript')).toHaveText('3');
  const [paragraph] = await draft.storedBlocks('paragraph');
  expect(paragraph?.content).toMatchObject([
    { text: 'CO' },
    { text: '2', marks: ['subscript'] },
    { text: ' and m' },
    { text: '3', marks: ['superscript'] },
  ]);
});

test('blocks are made from the toolbar and keep their id', async ({ draft }) => {
  await draft.write('A line of many uses');
  const [first] = await draft.storedBlocks('paragraph');
  for (const [name, type] of [
    ['Heading', { type: 'heading', level: 2 }],
    ['Subheading', { type: 'heading', level: 3 }],
    ['Block quote', { type: 'quote' }],
    ['Bulleted list', { type: 'list', kind: 'bulleted' }],
    ['Numbered list', { type: 'list', kind: 'numbered' }],
  ] as const) {
    const button = draft.button(name);
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect((await draft.stored()).blocks).toMatchObject([{ ...type, id: first?.id }]);
  }
  await draft.button('Numbered list').click();
  expect((await draft.stored()).blocks).toMatchObject([
    { type: 'paragraph', content: [{ text: 'A line of many uses' }] },
  ]);
});

test('Markdown typed at the start of a line makes the block it stands for', async ({ draft }) => {
  await draft.focusBody();
  for (const line of ['# A section', '## A part of it', '> Said at length', '- first']) {
    await draft.type(line);
    await draft.press('Enter');
  }
  await draft.type('second');
  await draft.press('Enter', 'Enter');
  await draft.type('3. third');
  await draft.press('Enter', 'Enter');
  await draft.type('---');
  await draft.press('Enter');
  await draft.type('And on.');
  expect(await storedWords(draft)).toMatchObject([
    { type: 'heading', level: 2, content: [{ text: 'A section' }] },
    { type: 'heading', level: 3, content: [{ text: 'A part of it' }] },
    { type: 'quote', content: [{ text: 'Said at length' }] },
    { type: 'list', kind: 'bulleted', items: [{ content: [{ text: 'first' }] }, { content: [{ text: 'second' }] }] },
    { type: 'list', kind: 'numbered', start: 3, items: [{ content: [{ text: 'third' }] }] },
    { type: 'separator' },
    { type: 'paragraph', content: [{ text: 'And on.' }] },
  ]);
});

test('Markdown typed in a line makes marks and links', async ({ draft }) => {
  await draft.focusBody();
  await draft.type('A **bold** and *leaning* ~~struck~~ `fixed` [map](https://example.org/map) end');
  await expect(draft.body.getByRole('strong')).toHaveText('bold');
  await expect(draft.body.getByRole('emphasis')).toHaveText('leaning');
  await expect(draft.body.getByRole('link')).toHaveText('map');
  expect((await draft.storedBlock('paragraph')).content).toMatchObject([
    { text: 'A ' },
    { text: 'bold', marks: ['bold'] },
    { text: ' and ' },
    { text: 'leaning', marks: ['italic'] },
    { text: ' ' },
    { text: 'struck', marks: ['strikethrough'] },
    { text: ' ' },
    { text: 'fixed', marks: ['code'] },
    { text: ' ' },
    { type: 'link', url: 'https://example.org/map', children: [{ text: 'map' }] },
    { text: ' end' },
  ]);
});

test('one undo gives back the Markdown that was typed', async ({ draft }) => {
  await draft.focusBody();
  await draft.type('## ');
  await expect(draft.body.getByRole('heading')).toBeVisible();
  await draft.press('ControlOrMeta+Z');
  await expect(draft.body.getByRole('heading')).toHaveCount(0);
  expect((await draft.storedBlock('paragraph')).content).toEqual([{ type: 'text', text: '## ' }]);
});

test('/ offers blocks, finds them by their other names, and takes one with Enter', async ({ draft }) => {
  await draft.write('Before.', '');
  await draft.type('/');
  await expect(draft.insertMenu.getByRole('option')).toHaveText([
    /^Heading/,
    /^Subheading/,
    /^Pull quote/,
    /^Picture/,
    /^Gallery/,
    /^Video/,
    /^Audio/,
    /^Block quote/,
    /^Bulleted list/,
    /^Numbered list/,
    /^Table/,
    /^Separator/,
  ]);
  await draft.press('Escape');
  await expect(draft.insertMenu).toBeHidden();
  await draft.press('Backspace');
  await draft.type('/divid');
  await expect(draft.insertMenu.getByRole('option')).toHaveText([/^Separator/]);
  await draft.press('Enter');
  await expect(draft.insertMenu).toBeHidden();
  await draft.type('After.');
  expect(await storedWords(draft)).toMatchObject([
    { type: 'paragraph', content: [{ text: 'Before.' }] },
    { type: 'separator' },
    { type: 'paragraph', content: [{ text: 'After.' }] },
  ]);
});

test('a slash inside a sentence is a slash', async ({ draft }) => {
  await draft.focusBody();
  await draft.type('and/or 24/7 / ');
  await expect(draft.insertMenu).toBeHidden();
  expect((await draft.storedBlock('paragraph')).content).toEqual([{ type: 'text', text: 'and/or 24/7 / ' }]);
});

test('a bar floats over a selection, works by keyboard and goes with Escape', async ({ draft }) => {
  await draft.write('Words to be made bold at once.');
  const bar = draft.page.getByRole('toolbar', { name: 'Selection', includeHidden: true });
  await expect(bar).toHaveCount(0);
  await draft.select('made bold');
  await expect(bar).toBeVisible();
  await draft.press('Alt+F10');
  await expect(
    draft.page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Bold' }),
  ).toBeFocused();
  await draft.press('Enter');
  await expect(draft.body.getByRole('strong')).toHaveText('made bold');
  await draft.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(draft.body).toBeFocused();
});

test('a link is made, refused, changed, opened and removed', async ({ draft, shared }) => {
  const opened = await shared.catchExternalLinks();
  const form = draft.page.getByRole('dialog', { name: 'Link' });
  const address = form.getByRole('textbox', { name: 'Address' });
  await draft.write('Read the report first.');
  await draft.select('the report');
  await draft.press('ControlOrMeta+Shift+K');
  await expect(address).toBeFocused();
  await draft.type('javascript:alert(1)');
  await draft.press('Enter');
  await expect(form.getByRole('alert')).toHaveText('A link needs a web address or an e-mail address.');
  await address.fill('example.org/report');
  await draft.press('Enter');
  await expect(form).toBeHidden();
  const link = draft.body.getByRole('link', { name: 'the report' });
  await expect(link).toHaveAttribute('href', 'https://example.org/report');

  await draft.putCaret('after', 'the rep');
  await draft.press('ControlOrMeta+Shift+K');
  await form.getByRole('button', { name: 'Open' }).click();
  expect(await opened()).toEqual(['https://example.org/report']);
  await form.getByRole('button', { name: 'Remove link' }).click();
  await expect(link).toHaveCount(0);
  expect((await draft.storedBlock('paragraph')).content).toEqual([{ type: 'text', text: 'Read the report first.' }]);
});

test('a link opens with Ctrl and a click only, and never in the window', async ({ draft, shared }) => {
  const opened = await shared.catchExternalLinks();
  await draft.focusBody();
  await draft.type('See [the map](https://example.org/map) now');
  const link = draft.body.getByRole('link', { name: 'the map' });
  await link.click();
  expect(await opened()).toEqual([]);
  await link.click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(opened).toEqual(['https://example.org/map']);
  expect(draft.page.url()).toBe('app://stet/index.html');
});

test('undo and redo walk through fields, body, captions and pull-quotes as one story', async ({ draft }) => {
  await draft.type('A headline');
  await draft.write('A sentence that will be pulled.');
  await draft.pull('will be pulled', 'A speaker');
  await expect(draft.pullQuotes.getByRole('textbox', { name: 'Attribution' })).toHaveText('A speaker');
  await draft.deck.click();
  await draft.type('A deck');

  await draft.press('ControlOrMeta+Z');
  await expect(draft.deck).toHaveValue('');
  await draft.press('ControlOrMeta+Z');
  await expect(draft.pullQuotes.getByRole('textbox', { name: 'Attribution' })).toHaveText('');
  await draft.press('ControlOrMeta+Z');
  await expect(draft.pullQuotes).toHaveCount(0);
  await draft.press('ControlOrMeta+Z');
  await expect(draft.body).toHaveText('');
  await draft.press('ControlOrMeta+Z');
  await expect(draft.headline).toHaveValue('');

  for (let step = 0; step < 5; step += 1) await draft.press('ControlOrMeta+Shift+Z');
  await expect(draft.headline).toHaveValue('A headline');
  await expect(draft.deck).toHaveValue('A deck');
  await expect(draft.pullQuotes.getByRole('textbox', { name: 'Quote' })).toHaveText('will be pulled');
  await expect(draft.pullQuotes.getByRole('textbox', { name: 'Attribution' })).toHaveText('A speaker');
  const { fields, blocks } = await draft.stored();
  expect(fields).toMatchObject({ headline: 'A headline', deck: 'A deck' });
  expect(blocks.map((block) => block.type)).toEqual(['pullQuote', 'paragraph']);
});

test('words, characters and reading time are counted, of the story and of what is selected', async ({ draft }) => {
  await draft.write('One two three.', 'IS-KP’s figure is 3.5 — نعم.');
  await expect(draft.length).toContainText('8 words');
  await expect(draft.length).toContainText('1 min read');
  await draft.select('two three');
  await expect(draft.length).toContainText('Selected: 2 words, 9 characters');
  await draft.press('ArrowRight');
  await expect(draft.length).not.toContainText('Selected');
});

test('pull-quotes and captions do not make the story longer', async ({ draft }) => {
  await draft.write('Ten plain words stand here so that they are counted.');
  await expect(draft.length).toContainText('10 words');
  await draft.pull('plain words stand', 'Somebody');
  await draft.saved();
  await draft.putCaret('after', 'are counted.');
  await draft.type(' Two more.');
  await expect(draft.length).toContainText('12 words');
});

test('a target length shows how far there is to go, and how far it is too long', async ({ draft }) => {
  await draft.write('One two three four five.');
  await draft.page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Target words').fill('4');
  const meter = draft.page.getByRole('meter', { name: 'Target length' });
  await expect(meter).toHaveAttribute('aria-valuetext', '5 words 1 over 4');
  await draft.page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Target words').fill('800');
  await expect(meter).toHaveAttribute('aria-valuetext', '5 words of 800');
  expect((await draft.stored()).fields.targetWords).toBe(800);
});

test('each block runs the way its own first letter does', async ({ draft }) => {
  await draft.write(
    'Islamabad — an English line.',
    'قال: «لن نعود» in 2021.',
    'سمندر نہیں بڑھا۔',
    'הנמל נסגר פעמיים.',
    '2021 … and a Latin letter first.',
  );
  const directions = await draft.body
    .getByRole('paragraph')
    .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).direction));
  expect(directions).toEqual(['ltr', 'rtl', 'rtl', 'rtl', 'ltr']);
  const { blocks } = await draft.stored();
  expect(blocks.every((block) => block.direction === undefined)).toBe(true);
});

test('a story in Arabic has its furniture on the right, and an English quote in it on the left', async ({ draft }) => {
  const inspector = draft.page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByLabel('Language').selectOption('ar');
  await draft.headline.fill('أغلق الميناء مرتين');
  await draft.write('وقف الصيادون على الرصيف.', 'He said it in English.');
  const way = (locator: typeof draft.body) => locator.evaluate((element) => getComputedStyle(element).direction);
  expect(await way(draft.headline)).toBe('rtl');
  expect(await way(draft.byline)).toBe('rtl');
  expect(await way(draft.paragraph('الصيادون'))).toBe('rtl');
  expect(await way(draft.paragraph('in English'))).toBe('ltr');
  await expect(draft.body).toHaveAttribute('lang', 'ar');
});

test('shortcuts work while the keyboard is an Arabic one', async ({ draft }) => {
  await draft.write('كلمة مهمة هنا');
  await draft.select('مهمة');
  // The B key of an Arabic layout types ﻻ.
  await draft.body.evaluate((body) =>
    body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'لا', code: 'KeyB', ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  );
  await expect(draft.body.getByRole('strong')).toHaveText('مهمة');
});

test('blocks move up and down by keyboard and keep the caret', async ({ draft }) => {
  await draft.write('First.', 'Second.', 'Third.');
  await draft.press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp');
  await expect(draft.body.getByRole('paragraph')).toHaveText(['Third.', 'First.', 'Second.']);
  await draft.type(' Still here.');
  await draft.press('Alt+Shift+ArrowDown');
  await expect(draft.body.getByRole('paragraph')).toHaveText(['First.', 'Third. Still here.', 'Second.']);
  expect((await draft.stored()).blocks).toMatchObject([
    { content: [{ text: 'First.' }] },
    { content: [{ text: 'Third. Still here.' }] },
    { content: [{ text: 'Second.' }] },
  ]);
});

test('a table is inserted, walked through with Tab and stored cell by cell', async ({ draft }) => {
  await draft.focusBody();
  await draft.type('/table');
  await draft.press('Enter');
  const table = draft.body.getByRole('table');
  await expect(table).toBeVisible();
  await draft.type('Day');
  await draft.press('Tab');
  await draft.type('Boats');
  const { rows } = await draft.storedBlock('table');
  expect(rows[0]?.slice(0, 2)).toMatchObject([{ content: [{ text: 'Day' }] }, { content: [{ text: 'Boats' }] }]);
  expect(rows.length).toBeGreaterThan(1);
});

test('a long story stays quick to type into: keys arrive in order and all are stored', async ({ draft }) => {
  await draft.write(...Array.from({ length: 120 }, (_, index) => `Paragraph ${index} of a long story.`));
  await draft.putCaret('after', 'Paragraph 60');
  await draft.type(' (typed into the middle of it)');
  const { blocks } = await draft.stored();
  expect(blocks).toHaveLength(120);
  expect(blocks[60]).toMatchObject({
    content: [{ text: 'Paragraph 60 (typed into the middle of it) of a long story.' }],
  });
});

test('an Arabic headline keeps the dots below its letters although nobody set the language', async ({ draft }) => {
  await draft.headline.fill('فيضانات في السوق القديم');
  const cut = () => draft.headline.evaluate((field) => field.scrollHeight - field.clientHeight);
  expect(await cut()).toBeLessThanOrEqual(0);
});
