import type { Locator } from '@playwright/test';
import { expect, test } from '../app.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

const INTRO = 'Halima Yusuf, a marine biologist in Mombasa, has counted turtles for twenty years.';
const WORDS = 'We count the nests at night';
const SPOKEN = `“${WORDS},” Yusuf said. “Nobody else comes to this beach before the sun is up.”`;
const AFTER = 'The guards agree.';

function quote(story: StoryPage): Locator {
  return story.pullQuotes.getByRole('textbox', { name: 'Quote' });
}
/** The foot of the pull-quote, which tells its state. */
function state(story: StoryPage, name: string): Locator {
  return story.pullQuotes.getByRole('button', { name: `${name}: pull quote and its source`, exact: true });
}

/** Lifts the words of the second paragraph and leaves the pull-quote for that paragraph, with keys alone. */
async function writeAndPull(story: StoryPage): Promise<void> {
  await story.write(INTRO, SPOKEN, AFTER);
  await story.select(WORDS);
  await story.press('ControlOrMeta+Shift+Q');
  await expect(state(story, 'Exact')).toBeVisible();
  await story.press('Escape');
}

/** Changes the first word of the quoted sentence, the caret being before its paragraph. */
async function changeSource(story: StoryPage): Promise<void> {
  await story.press('Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await story.insert('They');
  await expect(state(story, 'Drifted')).toBeVisible();
}

test('a changed word of the source is told at the quote and before the export; re-pulling clears it, undo restores both', async ({
  draft,
}) => {
  const { page } = draft;
  await writeAndPull(draft);
  await changeSource(draft);

  await draft.press('ControlOrMeta+e');
  const told = page.getByRole('dialog').getByRole('region', { name: 'Checks' });
  await expect(told).toContainText('This pull-quote differs from the story: it says “We”, the source “They”.');
  await draft.press('Escape');

  // The caret is still in the paragraph the quote drifted from.
  await draft.press('ControlOrMeta+Shift+R');
  await expect(quote(draft)).toHaveText(WORDS.replace('We', 'They'));
  await expect(state(draft, 'Exact')).toBeVisible();
  await draft.press('ControlOrMeta+e');
  await expect(told).toBeVisible();
  await expect(told).not.toContainText('differs from the story');
  await draft.press('Escape');

  await draft.press('ControlOrMeta+Z');
  await expect(quote(draft)).toHaveText(WORDS);
  await expect(state(draft, 'Drifted')).toBeVisible();
  expect((await draft.storedBlock('pullQuote')).source?.passage).toBe(WORDS);
  await draft.press('ControlOrMeta+Z');
  await expect(draft.paragraph(SPOKEN)).toBeVisible();
  await expect(state(draft, 'Exact')).toBeVisible();
});

test('what differs is shown word by word; kept as it is, with who and when, it blocks nothing', async ({ draft }) => {
  const { page } = draft;
  await writeAndPull(draft);
  await changeSource(draft);
  await draft.press('ControlOrMeta+Shift+E');
  const popover = page.getByRole('dialog', { name: 'Pull quote and its source' });
  await expect(popover.getByRole('deletion').first()).toHaveText('We');
  await expect(popover.getByRole('insertion').first()).toHaveText('They');
  await expect(popover.getByRole('button', { name: /^Show source/ })).toBeFocused();
  await draft.press('Tab', 'Tab');
  await expect(popover.getByRole('button', { name: /^Keep as is/ })).toBeFocused();
  await draft.press('Enter');
  await expect(state(draft, 'Drifted, kept')).toBeVisible();
  expect((await draft.storedBlock('pullQuote')).kept).toMatchObject({ words: WORDS, at: expect.stringMatching(/^20/) });

  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks.getByRole('status')).toBeVisible();
  await expect(checks).not.toContainText('differs from the story');
  await draft.body.focus();
  await draft.press('ControlOrMeta+Z');
  await expect(state(draft, 'Drifted')).toBeVisible();
  await expect(checks).toContainText('differs from the story');
});

test('its source is shown: selected, in view, with the keyboard', async ({ draft }) => {
  const { page } = draft;
  await writeAndPull(draft);
  await state(draft, 'Exact').click();
  await page.getByRole('button', { name: /^Show source/ }).click();
  const selection = () =>
    page.evaluate(() => {
      const selected = document.getSelection();
      const isInQuote = selected?.anchorNode?.parentElement?.closest('.pull-quote') !== null;
      return isInQuote ? 'in the quote' : String(selected);
    });
  await expect.poll(selection).toBe(WORDS);
  await expect(draft.body).toBeFocused();
});

test('it moves next to its source, and back, in one step', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.select(WORDS);
  await draft.press('Alt+Shift+ArrowUp');
  const order = async () => (await draft.stored()).blocks.map((block) => block.type);
  expect(await order()).toEqual(['pullQuote', 'paragraph', 'paragraph', 'paragraph']);
  await draft.press('ControlOrMeta+Shift+M');
  await expect.poll(order).toEqual(['paragraph', 'pullQuote', 'paragraph', 'paragraph']);
  await draft.press('ControlOrMeta+Z');
  await expect.poll(order).toEqual(['pullQuote', 'paragraph', 'paragraph', 'paragraph']);
});

test('the speaker is proposed, and written only when somebody says so', async ({ draft }) => {
  await writeAndPull(draft);
  const attribution = draft.pullQuotes.getByRole('textbox', { name: 'Attribution' });
  const proposal = draft.pullQuotes.getByRole('button', { name: /^Use as attribution/ });
  await expect(proposal).toHaveAccessibleName('Use as attribution: Halima Yusuf, marine biologist in Mombasa');
  await expect(attribution).toHaveText('');
  await draft.select(WORDS);
  await draft.press('ControlOrMeta+Shift+A');
  await expect(attribution).toHaveText('Halima Yusuf, marine biologist in Mombasa');
  await expect(proposal).toHaveCount(0);
  await draft.press('ControlOrMeta+Z');
  await expect(attribution).toHaveText('');
  await proposal.click();
  await expect(attribution).toHaveText('Halima Yusuf, marine biologist in Mombasa');
});

test('passages worth pulling are suggested with reasons, and pulled with a key', async ({ draft }) => {
  const { page } = draft;
  await draft.write(INTRO, SPOKEN, AFTER);
  await draft.press('ControlOrMeta+Shift+G');
  const dialog = page.getByRole('dialog', { name: 'Suggested pull-quotes' });
  const first = dialog.getByRole('listitem').first();
  await expect(first).toContainText('Nobody else comes to this beach before the sun is up');
  await expect(first).toContainText('said by Halima Yusuf, marine biologist in Mombasa');
  await expect(first.getByRole('button', { name: /^Pull/ })).toBeFocused();
  await draft.press('Enter');
  await expect(quote(draft)).toHaveText('Nobody else comes to this beach before the sun is up.');
  await draft.type('H. Yusuf');
  expect(await draft.storedBlock('pullQuote')).toMatchObject({
    attribution: 'H. Yusuf',
    source: { passage: 'Nobody else comes to this beach before the sun is up.' },
  });
});

test('the binding follows its passage through a split, a move and words before it', async ({ draft }) => {
  await writeAndPull(draft);
  await draft.press('Home');
  await draft.type('At dawn: ');
  await draft.press('Enter', 'Alt+Shift+ArrowDown');
  await draft.type('So: ');
  await expect(draft.paragraph(`So: ${SPOKEN}`)).toBeVisible();
  const pointedAt = async () => {
    const { blocks } = await draft.stored();
    const pulled = blocks.find((block) => block.type === 'pullQuote');
    const source = blocks.find((block) => block.id === pulled?.source?.blockId);
    const text = source?.type === 'paragraph' && source.content[0]?.type === 'text' ? source.content[0].text : '';
    return text.slice(pulled?.source?.start, pulled?.source?.end);
  };
  await expect.poll(pointedAt).toBe(WORDS);
  await expect(state(draft, 'Exact')).toBeVisible();
});

test('one written by hand is bound to the words it repeats once the caret has left it', async ({ draft }) => {
  await draft.write(INTRO, SPOKEN, '');
  await draft.press('ControlOrMeta+Shift+Q');
  await draft.type(WORDS);
  await expect(state(draft, 'Exact')).toBeVisible();
  expect((await draft.storedBlock('pullQuote')).source).toBeNull();
  await draft.press('Escape');
  await draft.type('On.');
  await expect.poll(async () => (await draft.storedBlock('pullQuote')).source?.passage).toBe(WORDS);
});

test('without a pull-quote at the caret its keys say so', async ({ draft }) => {
  await draft.write(INTRO);
  await draft.press('ControlOrMeta+Shift+R');
  await expect(draft.page.getByText('Put the caret into a pull-quote first.')).toBeVisible();
});
