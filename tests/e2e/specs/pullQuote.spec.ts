import type { Locator } from '@playwright/test';
import { expect, test } from '../app.ts';
import { StoryPage } from '../screens/StoryPage.ts';

const BEFORE = 'The tanker comes on Tuesdays.';
const SPOKEN = '“We used to sell rice to the town and now we buy its water,” he said.';
const WORDS = 'We used to sell rice to the town and now we buy its water';
const AFTER = 'Nobody argued.';

function quote(group: Locator): Locator {
  return group.getByRole('textbox', { name: 'Quote' });
}
function attribution(group: Locator): Locator {
  return group.getByRole('textbox', { name: 'Attribution' });
}

/** The kinds of the stored blocks, in order. */
async function order(story: StoryPage): Promise<string[]> {
  return (await story.stored()).blocks.map((block) => block.type);
}

/** A story of three paragraphs with a pull-quote lifted from the second. */
async function writeAndPull(story: StoryPage): Promise<void> {
  await story.write(BEFORE, SPOKEN, AFTER);
  await story.pull(WORDS, 'Ghulam Rasool');
  await expect(attribution(story.pullQuotes)).toHaveText('Ghulam Rasool');
}

test('one key lifts the selected words out before their paragraph, bound to the passage', async ({ draft }) => {
  await draft.write(BEFORE, SPOKEN, AFTER);
  await draft.select(WORDS);
  await draft.press('ControlOrMeta+Shift+Q');
  await expect(quote(draft.pullQuotes)).toHaveText(WORDS);
  await draft.type('Ghulam Rasool');
  const { blocks } = await draft.stored();
  const [, pulled, source] = blocks;
  expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'pullQuote', 'paragraph', 'paragraph']);
  // The passage stays in the body.
  expect(source).toMatchObject({ content: [{ text: SPOKEN }] });
  expect(pulled).toMatchObject({
    content: [{ type: 'text', text: WORDS }],
    attribution: 'Ghulam Rasool',
    source: { blockId: source?.id, start: 1, end: 1 + WORDS.length, passage: WORDS },
  });
});

test('spaces at the edges of a selection are not part of the passage, its marks are', async ({ draft }) => {
  await draft.write('She called it a slow flood and sat down.');
  await draft.select('slow');
  await draft.press('ControlOrMeta+I');
  await draft.putCaret('after', 'called it');
  for (let step = 0; step < ' a slow flood '.length; step += 1) await draft.press('Shift+ArrowRight');
  await draft.button('Pull quote').click();
  const pulled = await draft.storedBlock('pullQuote');
  expect(pulled.content).toMatchObject([{ text: 'a ' }, { text: 'slow', marks: ['italic'] }, { text: ' flood' }]);
  expect(pulled.source).toMatchObject({ passage: 'a slow flood', start: 14, end: 26 });
});

test('a selection over two paragraphs lifts the one most of it lies in', async ({ draft }) => {
  await draft.write('End of one.', 'A whole second paragraph.');
  await draft.putCaret('after', 'End of ');
  await draft.press('Shift+ControlOrMeta+End', 'ControlOrMeta+Shift+Q');
  expect(await draft.storedBlock('pullQuote')).toMatchObject({
    content: [{ text: 'A whole second paragraph.' }],
    source: { start: 0, end: 25 },
  });
});

test('without a selection an empty one is inserted, to be written by hand', async ({ draft }) => {
  await draft.write(BEFORE, '');
  await draft.press('ControlOrMeta+Shift+Q');
  await draft.type('Words nobody else wrote');
  await draft.press('Enter');
  await draft.type('Ghulam Rasool');
  await draft.press('Enter');
  await draft.type('And on with the story.');
  const { blocks } = await draft.stored();
  expect(blocks).toMatchObject([
    { type: 'paragraph' },
    {
      type: 'pullQuote',
      content: [{ text: 'Words nobody else wrote' }],
      attribution: 'Ghulam Rasool',
      source: null,
    },
    { type: 'paragraph', content: [{ text: 'And on with the story.' }] },
  ]);
});

test('Arabic and Urdu passages are lifted as they are and run their own way', async ({ draft }) => {
  const urdu = 'دریا نے بحث کرنا چھوڑ دی';
  await draft.write(`He said it again: ${urdu}`);
  await draft.pull(urdu, 'محمد صدیق');
  expect(await draft.storedBlock('pullQuote')).toMatchObject({
    content: [{ text: urdu }],
    attribution: 'محمد صدیق',
    source: { start: 18, end: 18 + urdu.length, passage: urdu },
  });
  const way = await quote(draft.pullQuotes).evaluate((element) => getComputedStyle(element).direction);
  expect(way).toBe('rtl');
});

test('Enter goes from the quote to its speaker and then on into the story, tearing nothing', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.putCaret('after', 'to the town and now');
  // The first such words are the quote's: it stands before its passage.
  await draft.press('Enter');
  await draft.press('End');
  await draft.type(', 58');
  await draft.press('Enter');
  await draft.type('As he said: ');
  const { blocks } = await draft.stored();
  expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'pullQuote', 'paragraph', 'paragraph']);
  expect(blocks[1]).toMatchObject({ content: [{ text: WORDS }], attribution: 'Ghulam Rasool, 58' });
  expect(blocks[2]).toMatchObject({ content: [{ text: `As he said: ${SPOKEN}` }] });
});

test('Escape leaves the pull-quote for the story below it', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.press('Escape');
  await draft.type('On: ');
  await expect(draft.paragraph(`On: ${SPOKEN}`)).toBeVisible();
  expect(await order(draft)).toEqual(['paragraph', 'pullQuote', 'paragraph', 'paragraph']);
});

test('Backspace at an edge moves, never merges: speaker, quote, the whole block, gone', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.press('Home', 'Backspace');
  await draft.type('!');
  await expect(quote(draft.pullQuotes)).toHaveText(`${WORDS}!`);
  await draft.press('Backspace');
  await draft.putCaret('before', WORDS);
  await draft.press('Backspace');
  // The block is selected; nothing is lost yet.
  await expect(quote(draft.pullQuotes)).toHaveText(WORDS);
  await draft.press('Backspace');
  await expect(draft.pullQuotes).toHaveCount(0);
  expect(await order(draft)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  await draft.press('ControlOrMeta+Z');
  await expect(quote(draft.pullQuotes)).toHaveText(WORDS);
});

test('Backspace after a pull-quote selects it before it deletes anything', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.press('Escape', 'Home', 'Backspace');
  await expect(quote(draft.pullQuotes)).toHaveText(WORDS);
  await expect(draft.paragraph(SPOKEN)).toBeVisible();
  expect(await order(draft)).toEqual(['paragraph', 'pullQuote', 'paragraph', 'paragraph']);
});

test('an empty pull-quote goes with one Backspace', async ({ draft }) => {
  await draft.write(BEFORE, '');
  await draft.press('ControlOrMeta+Shift+Q');
  await expect(draft.pullQuotes).toHaveCount(1);
  await draft.press('Backspace');
  await expect(draft.pullQuotes).toHaveCount(0);
  await draft.type(' Every week.');
  await expect(draft.paragraph(`${BEFORE} Every week.`)).toBeVisible();
});

test('arrows walk from the story through quote and speaker and out again', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.putCaret('after', BEFORE);
  await draft.press('ArrowRight');
  await draft.type('1');
  await draft.putCaret('after', WORDS);
  await draft.press('ArrowRight');
  await draft.type('2');
  await draft.press('End', 'ArrowRight');
  await draft.type('3');
  await expect(quote(draft.pullQuotes)).toHaveText(`1${WORDS}`);
  await expect(attribution(draft.pullQuotes)).toHaveText('2Ghulam Rasool');
  await expect(draft.paragraph(`3${SPOKEN}`)).toBeVisible();
});

test('it moves by keyboard and stays bound to its passage', async ({ draft }) => {
  await writeAndPull(draft);
  const before = await draft.storedBlock('pullQuote');
  await draft.press('Alt+Shift+ArrowDown', 'Alt+Shift+ArrowDown');
  expect(await order(draft)).toEqual(['paragraph', 'paragraph', 'paragraph', 'pullQuote']);
  expect(await draft.storedBlock('pullQuote')).toEqual(before);
  await draft.press('ControlOrMeta+Z', 'ControlOrMeta+Z');
  expect(await order(draft)).toEqual(['paragraph', 'pullQuote', 'paragraph', 'paragraph']);
});

test('it moves by dragging its handle', async ({ draft }) => {
  const { page } = draft;
  await writeAndPull(draft);
  const before = await draft.storedBlock('pullQuote');
  await draft.pullQuotes.hover();
  const handle = page.getByTitle('Drag to move');
  await expect(handle).toBeVisible();
  const from = await handle.boundingBox();
  const target = await draft.paragraph(AFTER).boundingBox();
  if (!from || !target) throw new Error('Nothing to drag, or nowhere');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 20, target.y + target.height - 2, { steps: 8 });
  await page.mouse.up();
  expect(await order(draft)).toEqual(['paragraph', 'paragraph', 'paragraph', 'pullQuote']);
  expect(await draft.storedBlock('pullQuote')).toEqual(before);
});

test('cut and pasted elsewhere it is the same pull-quote, bound as before', async ({ draft, clipboard: _ }) => {
  await writeAndPull(draft);
  const before = await draft.storedBlock('pullQuote');
  // The block as a whole: Backspace at the start of its first slot selects it.
  await draft.putCaret('before', WORDS);
  await draft.press('Backspace', 'ControlOrMeta+X');
  await expect(draft.pullQuotes).toHaveCount(0);
  await draft.putCaret('after', AFTER);
  await draft.press('ControlOrMeta+V');
  await expect(quote(draft.pullQuotes)).toHaveText(WORDS);
  expect((await order(draft)).filter((type) => type === 'pullQuote')).toHaveLength(1);
  const { id: _id, ...kept } = before;
  expect(await draft.storedBlock('pullQuote')).toMatchObject(kept);
  const { blocks } = await draft.stored();
  expect(blocks.findIndex((block) => block.type === 'pullQuote')).toBeGreaterThan(2);
});

test('the toolbar, the menu and the insert menu make one, too', async ({ draft, shared }) => {
  await draft.write('One two three.');
  await draft.select('One');
  await draft.button('Pull quote').click();
  await draft.select('two');
  await shared.chooseMenu('Pull quote');
  await draft.focusBody();
  await draft.press('Enter');
  await draft.type('/pq');
  await draft.press('Enter');
  await draft.type('by hand');
  await expect(draft.pullQuotes).toHaveCount(3);
  expect((await draft.storedBlocks('pullQuote')).map((block) => block.source?.passage ?? null)).toEqual([
    'One',
    'two',
    null,
  ]);
});

test('it stays as it was after closing and opening the story', async ({ story, app, launch }) => {
  await writeAndPull(story);
  const before = await story.storedBlock('pullQuote');
  await app.close();
  const again = new StoryPage((await launch()).page);
  await expect(quote(again.pullQuotes)).toHaveText(WORDS);
  await expect(attribution(again.pullQuotes)).toHaveText('Ghulam Rasool');
  expect(await again.storedBlock('pullQuote')).toEqual(before);
});
