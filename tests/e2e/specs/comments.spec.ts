import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { findViolations } from '../findViolations.ts';
import { makeRoom } from '../makeRoom.ts';
import { putStory } from '../putStory.ts';
import { StoryPage } from '../screens/StoryPage.ts';
import { askLibrary } from '../storyOnDisk.ts';
import { blankFields } from '../../../shared/story/fields.ts';
import { newBlockId, newThreadId } from '../../../shared/story/ids.ts';

const WORDS = 'The pilots went back to work on Monday.';

function cardOn(page: Page, words: string) {
  return page.getByRole('complementary', { name: 'Comments' }).getByRole('article', { name: `on “${words}”` });
}

test('is written, answered, edited and resolved by keyboard alone', async ({ story: draft }) => {
  const { page } = draft;
  await makeRoom(page, 'Sadia Memon');
  await draft.write(WORDS, 'The trust says 800 men were out.');
  await draft.select('pilots');
  await draft.press('ControlOrMeta+Alt+m');
  await draft.type('Which ones? Ask @sad');
  await draft.press('Enter');
  await draft.press('ControlOrMeta+Enter');
  const card = cardOn(page, 'pilots');
  await expect(card).toBeFocused();
  await expect(card).toContainText('Which ones? Ask @Sadia Memon');
  expect(await findViolations(page)).toEqual([]);

  // Enter goes to the answer, Escape back to the words, F9 to the card again.
  await draft.press('Enter');
  await draft.type('Those of the port.');
  await draft.press('ControlOrMeta+Enter');
  await expect(card).toContainText('Those of the port.');
  await draft.press('Escape');
  await expect(draft.body).toBeFocused();
  expect(await page.evaluate(() => String(document.getSelection()))).toBe('pilots');
  await draft.press('F9');
  await expect(card).toBeFocused();

  // One on the headline, and on from card to card.
  await draft.headline.fill('Pilots go back');
  await draft.press('ControlOrMeta+Alt+m');
  await draft.type('Too short.');
  await draft.press('ControlOrMeta+Enter');
  await expect(cardOn(page, 'Pilots go back')).toBeFocused();
  await draft.press('ArrowDown');
  await expect(card).toBeFocused();
  await card.getByRole('button', { name: 'Resolve' }).focus();
  await draft.press('Enter');
  await expect(card).toHaveCount(0);
  await expect(draft.body).toBeFocused();
});

test('outlives the app, and waits in the Review tab where its words are gone', async ({ launch }) => {
  let app = await launch();
  let draft = new StoryPage(app.page);
  await draft.create();
  await makeRoom(app.page, 'Sadia Memon');
  await draft.write(WORDS, 'Nobody was on the quay.');
  await draft.select('quay');
  await draft.button('Comment').click();
  await draft.type('The old one?');
  await draft.press('ControlOrMeta+Enter');
  await expect(cardOn(app.page, 'quay')).toBeFocused();
  await draft.saved();
  await app.close();

  app = await launch();
  draft = new StoryPage(app.page);
  await expect(cardOn(app.page, 'quay')).toContainText('The old one?');
  await draft.select('quay');
  await draft.press('Backspace');
  await expect(cardOn(app.page, 'quay')).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Show the inspector' }).click();
  await app.page.getByRole('tab', { name: 'Review' }).click();
  const review = app.page.getByRole('tabpanel', { name: 'Review' });
  await expect(review.getByRole('region', { name: 'Comments' })).toContainText('Its words are gone.');
  await review.getByRole('button', { name: 'Add a note…' }).click();
  await draft.type('Hold it for the front page.');
  await draft.press('ControlOrMeta+Enter');
  await expect(review.getByRole('article', { name: 'Desk note by Sadia Memon' })).toContainText('Hold it');
  expect(await findViolations(app.page)).toEqual([]);
});

// An app of its own: it puts the inspector away and gives a name.
test('stays with its words when they are split, joined, cut, pasted and undone', async ({
  story: draft,
  clipboard: _,
}) => {
  const { page } = draft;
  await makeRoom(page, 'Sadia Memon');
  await draft.write(WORDS, 'Nobody was on the quay.');
  await draft.select('pilots went');
  await draft.press('ControlOrMeta+Alt+m');
  await draft.type('Sure?');
  await draft.press('ControlOrMeta+Enter');
  const card = cardOn(page, 'pilots went');
  await expect(card).toBeFocused();
  const marked = async () => {
    const { blocks } = await draft.stored();
    return blocks.map((block) =>
      'content' in block
        ? block.content.flatMap((inline) => (inline.type === 'text' && inline.marks ? [inline.text] : [])).join('|')
        : '',
    );
  };
  await draft.putCaret('after', 'pilots went');
  await draft.type(' quietly');
  await draft.putCaret('before', 'lots went');
  await draft.press('Enter');
  await expect.poll(marked).toEqual(['pi', 'lots went', '']);
  await draft.press('Backspace');
  await expect.poll(marked).toEqual(['pilots went', '']);

  await draft.select('pilots went');
  await draft.press('ControlOrMeta+x');
  await draft.putCaret('after', 'Nobody ');
  await draft.press('ControlOrMeta+v', 'ControlOrMeta+v');
  await expect.poll(marked).toEqual(['', 'pilots went']);
  await expect(card).toBeVisible();
  for (let step = 0; step < 12; step += 1) await draft.press('ControlOrMeta+z');
  await expect(card).toHaveCount(0);
  for (let step = 0; step < 12; step += 1) await draft.press('ControlOrMeta+Shift+z');
  await expect.poll(marked).toEqual(['', 'pilots went']);
  await expect(card).toBeVisible();
});

test('a hundred are drawn beside their words, none over another', async ({ app }) => {
  const { page } = app;
  await makeRoom(page, 'Sadia Memon');
  const id = await putStory(page, { headline: 'A hundred comments' }, []);
  const blocks = Array.from({ length: 50 }, (_, index) => {
    const threads = [newThreadId(), newThreadId()] as const;
    const text = (words: string, thread: string) => ({
      type: 'text' as const,
      text: words,
      marks: [`comment:${thread}`],
    });
    return {
      threads,
      block: {
        id: newBlockId(),
        type: 'paragraph' as const,
        content: [
          text(`First of ${index}`, threads[0]),
          { type: 'text' as const, text: ' stands before the ' },
          text(`second of ${index}`, threads[1]),
          { type: 'text' as const, text: ' and there is more to be read.' },
        ],
      },
    };
  });
  const order = blocks.map(({ block }) => block.id);
  const fields = { ...blankFields(), headline: 'A hundred comments' };
  await askLibrary(page, 'stories.put', { id, fields, blocks: blocks.map(({ block }) => block), order });
  for (const { threads, block } of blocks) {
    for (const [index, thread] of threads.entries()) {
      const words = String(block.content[index * 2]?.text);
      const about = { kind: 'words' as const, blockId: block.id, words, before: '', after: '' };
      const change = { kind: 'addThread' as const, id: thread, about, by: 'Ali Dars', text: `On ${words}` };
      await askLibrary(page, 'review.change', { storyId: id, change });
    }
  }
  await page.getByRole('button', { name: /A hundred comments/ }).click();
  const cards = page.getByRole('complementary', { name: 'Comments' }).getByRole('article');
  await expect(cards).toHaveCount(100);
  const isApart = () =>
    cards.evaluateAll((all) => {
      const boxes = all.map((card) => card.getBoundingClientRect()).sort((one, other) => one.top - other.top);
      return boxes.every((box, index) => index === 0 || box.top >= (boxes[index - 1]?.bottom ?? 0));
    });
  await expect.poll(isApart).toBe(true);
  const words = 'second of 25';
  const card = cardOn(page, words);
  await card.click();
  // The chosen one moves to its text, and the others out of its way.
  const apart = () =>
    card.evaluate((element) => {
      const range = [...(CSS.highlights.get('stet-comment-chosen') ?? [])][0] as Range | undefined;
      return Math.abs(element.getBoundingClientRect().top - (range?.getBoundingClientRect().top ?? 0));
    });
  await expect.poll(apart).toBeLessThan(3);
  expect(await isApart()).toBe(true);
});
