import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

/** The find bar, by the names it speaks to screen readers. */
class FindBar {
  readonly bar: Locator;
  readonly query: Locator;
  readonly replacement: Locator;
  readonly count: Locator;

  constructor(private readonly page: Page) {
    this.bar = page.getByRole('search', { name: 'Find and replace' });
    this.query = this.bar.getByRole('textbox', { name: 'Find' });
    this.replacement = this.bar.getByRole('textbox', { name: 'Replace with' });
    this.count = this.bar.getByRole('status');
  }

  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true });
  }

  /** What is marked on the page, in the body or behind a field. */
  async marked(name: 'stet-found' | 'stet-found-current'): Promise<string[]> {
    return this.page.evaluate(
      (highlight) => [...(CSS.highlights.get(highlight) ?? [])].map((range) => (range as Range).toString()),
      name,
    );
  }
}

/** Where the keyboard is, and what is selected there. */
async function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const field = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element : null;
    const words = field
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : String(document.getSelection());
    return `${element?.getAttribute('aria-label')}: ${words}`;
  });
}

async function writeKabul(draft: StoryPage): Promise<void> {
  await draft.headline.fill('Kabul at dusk');
  await draft.deck.fill('Rain over Kabul');
  await draft.write('The bakers of Kabul slept.', 'Nobody in “Kábul” was surprised.', 'kabul.');
}

test('finds in the furniture and the body, and walks through the hits', async ({ draft }) => {
  const { page } = draft;
  const find = new FindBar(page);
  await writeKabul(draft);
  await draft.putCaret('before', 'Nobody');
  await draft.press('ControlOrMeta+f');
  await expect(find.query).toBeFocused();
  await draft.insert('kabul');
  await expect(find.count).toHaveText('4 of 5');
  expect(await find.marked('stet-found-current')).toEqual(['Kábul']);
  expect(await find.marked('stet-found')).toEqual(['Kabul', 'Kabul', 'Kabul', 'kabul']);

  await draft.press('Enter', 'Enter');
  await expect(find.count).toHaveText('1 of 5');
  await draft.press('Shift+Enter', 'Shift+F3');
  await expect(find.count).toHaveText('4 of 5');
  await find.button('Next match').click();
  await expect(find.count).toHaveText('5 of 5');
  await find.button('Match case').click();
  await expect(find.count).toHaveText('1 of 1');
  await find.button('Match case').click();
  await find.button('Ignore marks').click();
  await expect(find.count).toHaveText(/ of 4$/);
  await find.button('Ignore marks').click();
  await find.query.fill('absent');
  await expect(find.count).toHaveText('No matches');
  await find.button('Close').click();
  await expect(find.bar).toBeHidden();
  expect([await find.marked('stet-found'), await find.marked('stet-found-current')]).toEqual([[], []]);
});

test('Escape goes on at the hit, in a field or in the body', async ({ draft }) => {
  const { page } = draft;
  const find = new FindBar(page);
  await writeKabul(draft);
  await draft.press('ControlOrMeta+f');
  await find.query.fill('surprised');
  await draft.press('Escape');
  expect(await focus(page)).toBe('Story body: surprised');
  await draft.insert('astonished');
  await expect(draft.paragraph('was astonished.')).toBeVisible();

  await draft.press('ControlOrMeta+f');
  await find.query.fill('dusk');
  await expect(find.count).toHaveText('1 of 1');
  await draft.press('Escape');
  expect(await focus(page)).toBe('Headline: dusk');
});

test('opens with what is selected, and with the last search', async ({ draft }) => {
  const { page } = draft;
  const find = new FindBar(page);
  await writeKabul(draft);
  await draft.select('bakers');
  await draft.press('ControlOrMeta+f');
  await expect(find.query).toHaveValue('bakers');
  await expect(find.count).toHaveText('1 of 1');
  await draft.press('Escape');
  await draft.press('ArrowRight', 'ControlOrMeta+f');
  expect(await focus(page)).toBe('Find: bakers');
  await draft.press('Escape', 'ArrowRight', 'F3');
  await expect(find.count).toHaveText('1 of 1');
});

test('looks for other words from the caret, wherever the last search had its first hit', async ({ draft }) => {
  const { page } = draft;
  const find = new FindBar(page);
  await writeKabul(draft);
  await draft.press('ControlOrMeta+f');
  await find.query.fill('dusk');
  await expect(find.count).toHaveText('1 of 1');
  await draft.press('Escape');
  await draft.putCaret('before', 'The bakers');
  await draft.press('ControlOrMeta+f');
  // The bar opens with the last search, whose hit is above the caret.
  await expect(find.count).toHaveText('1 of 1');
  await find.query.fill('kabul');
  await expect(find.count).toHaveText('3 of 5');
});

test('replaces one by one and all at once, and takes it back from the bar', async ({ draft }) => {
  const { page } = draft;
  const find = new FindBar(page);
  await writeKabul(draft);
  await draft.putCaret('before', 'The bakers');
  await draft.press('ControlOrMeta+Alt+f');
  await find.query.fill('kabul');
  await expect(find.count).toHaveText('3 of 5');
  await find.replacement.fill('Herat');
  await draft.press('Enter');
  await expect(find.count).toHaveText('3 of 4');
  await expect(draft.paragraph('The bakers of Herat slept.')).toBeVisible();
  await expect(find.replacement).toBeFocused();

  await find.button('Replace all').click();
  await expect(find.count).toHaveText('4 replaced');
  await expect(draft.headline).toHaveValue('Herat at dusk');
  await expect(draft.deck).toHaveValue('Rain over Herat');
  await draft.press('ControlOrMeta+z');
  await expect(draft.headline).toHaveValue('Kabul at dusk');
  await expect(draft.paragraph('Nobody in “Kábul”')).toBeVisible();
  await expect(draft.paragraph('The bakers of Herat slept.')).toBeVisible();
  const stored = await draft.stored();
  expect(stored.fields).toMatchObject({ headline: 'Kabul at dusk', deck: 'Rain over Kabul' });
});

test('the boxes have an undo of their own, and the page’s keys are not theirs', async ({ draft }) => {
  const find = new FindBar(draft.page);
  await writeKabul(draft);
  await draft.select('bakers');
  await draft.press('ControlOrMeta+f');
  await draft.type('x');
  await draft.press('ControlOrMeta+z');
  await expect(find.query).toHaveValue('bakers');
  await draft.press('ControlOrMeta+b');
  await draft.press('Escape');
  const { blocks } = await draft.stored();
  expect(blocks[0]).toMatchObject({ content: [{ type: 'text', text: 'The bakers of Kabul slept.' }] });
});

test('the page stays where it is when the bar comes and goes', async ({ draft }) => {
  const find = new FindBar(draft.page);
  await draft.write(
    ...Array.from({ length: 30 }, (_, index) => `Line ${index} of a story that is longer than the page.`),
  );
  await draft.putCaret('after', 'Line 15');
  const height = () => draft.paragraph(/^Line 15 /).evaluate((line) => Math.round(line.getBoundingClientRect().top));
  const before = await height();
  await draft.press('ControlOrMeta+f');
  await expect(find.bar).toBeVisible();
  expect(await height()).toBe(before);
  await find.query.fill('absent');
  await draft.press('Escape');
  expect(await height()).toBe(before);
});

test('brings a hit far down into view and follows what is typed', async ({ draft }) => {
  const find = new FindBar(draft.page);
  await draft.write(...Array.from({ length: 60 }, (_, index) => `Line ${index}.`), 'The needle.');
  await draft.putCaret('before', 'Line 0.');
  await draft.press('ControlOrMeta+f');
  await find.query.fill('needle');
  await expect(draft.paragraph('The needle.')).toBeInViewport();
  await draft.putCaret('after', 'The needle');
  await draft.type(' needle');
  await expect(find.count).toHaveText(/ of 2$/);
  await draft.press('F3');
  expect(await focus(draft.page)).toBe('Story body: needle');
});
