import type { Page } from '@playwright/test';
import type { Table } from '../../../shared/story/block.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import { expect, test } from '../app.ts';
import type { StoryPage } from '../screens/StoryPage.ts';

function spell(table: Table): string[] {
  return table.rows.map((row) => row.map(({ content }) => inlineText(content)).join('|'));
}

/** The cell the caret is in, as `row column`, with how far it is into the words. */
async function place(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { anchorNode, anchorOffset } = document.getSelection() ?? { anchorNode: null, anchorOffset: 0 };
    const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
    const cell = element?.closest('td, th') as HTMLTableCellElement | null | undefined;
    if (!cell) return 'outside';
    return `${(cell.parentElement as HTMLTableRowElement).rowIndex} ${cell.cellIndex} ${anchorOffset}`;
  });
}

/** Makes a table from the `/` menu and fills its first cells. */
async function makeTable(draft: StoryPage, words: readonly string[]): Promise<void> {
  await draft.type('/table');
  await expect(draft.insertMenu).toBeVisible();
  await draft.press('Enter');
  for (const [index, word] of words.entries()) {
    if (index > 0) await draft.press('Tab');
    await draft.insert(word);
  }
}

const NINE = ['Place', 'Loaves', 'Price', 'Kabul', '1,200', '10', 'Herat', '800', '12'];

test('is made, filled and grown by keyboard alone', async ({ draft }) => {
  await draft.focusBody();
  await makeTable(draft, [...NINE, 'Quetta']);
  await draft.press('Enter');
  await draft.insert('After.');
  expect(spell(await draft.storedBlock('table'))).toEqual([
    'Place|Loaves|Price',
    'Kabul|1,200|10',
    'Herat|800|12',
    'Quetta||',
  ]);
  const { blocks } = await draft.stored();
  expect(blocks.map((block) => block.type)).toEqual(['table', 'paragraph']);
});

test('its menu stands beside the row, and under More', async ({ draft }) => {
  const { page } = draft;
  await draft.focusBody();
  await makeTable(draft, NINE);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const menu = page.getByRole('menu', { name: 'Table' });
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Header row' })).toBeChecked();
  await menu.getByRole('menuitem', { name: 'Insert row above' }).click();
  await draft.insert('Ghazni');
  await draft.button('More').click();
  await page.getByRole('group', { name: 'Table' }).getByRole('menuitem', { name: 'Delete column' }).click();
  expect(spell(await draft.storedBlock('table'))).toEqual(['Place|Loaves', 'Kabul|1,200', '|', 'Herat|800']);
  await draft.press('ControlOrMeta+z');
  expect(spell(await draft.storedBlock('table'))[2]).toBe('||Ghazni');
  await draft.button('More').click();
  await page.getByRole('group', { name: 'Table' }).getByRole('menuitem', { name: 'Delete table' }).click();
  expect(await draft.storedBlocks('table')).toEqual([]);
  await expect(page.getByRole('button', { name: 'Table', exact: true })).toBeHidden();
});

test('arrows walk through cells and out at both ends', async ({ draft }) => {
  const { page } = draft;
  await draft.focusBody();
  await makeTable(draft, NINE);
  expect(await place(page)).toBe('2 2 2');
  await draft.press('ArrowDown');
  expect(await place(page)).toBe('outside');
  await draft.insert('After');
  await draft.putCaret('before', 'Place');
  // Nothing is before the table: a line is made.
  await draft.press('ArrowUp');
  await draft.insert('Before');
  await draft.press('ArrowDown', 'ArrowDown');
  expect(await place(page)).toMatch(/^1 0/);
  await draft.putCaret('after', 'Place');
  await draft.press('ArrowRight');
  expect(await place(page)).toBe('0 1 0');
  await draft.press('ArrowLeft');
  expect(await place(page)).toBe('0 0 5');
  const { blocks } = await draft.stored();
  expect(blocks.map((block) => block.type)).toEqual(['paragraph', 'table', 'paragraph']);
});

test('runs from right to left in an Arabic story, and so do its arrows', async ({ draft }) => {
  const { page } = draft;
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Arabic' });
  await draft.focusBody();
  await makeTable(draft, []);
  const corner = await page.evaluate(() => {
    const [first, last] = [...document.querySelectorAll('.table-frame tr:first-child > *')].flatMap(
      (cell, index, all) => (index === 0 || index === all.length - 1 ? cell.getBoundingClientRect().left : []),
    );
    return (first ?? 0) > (last ?? 0);
  });
  expect(corner).toBe(true);
  await draft.insert('المدينة');
  await draft.press('ArrowLeft');
  expect(await place(page)).toMatch(/^0 1 /);
  await draft.press('ArrowLeft');
  expect(await place(page)).toMatch(/^0 2 /);
  await draft.press('ArrowRight', 'ArrowRight');
  expect(await place(page)).toBe('0 0 7');
  await draft.press('ArrowRight');
  expect(await place(page)).toBe('0 0 6');
});

test('cells are selected by Shift and arrows and by dragging, and emptied', async ({ draft }) => {
  const { page } = draft;
  const chosen = () => page.locator('.table-frame .is-chosen').allTextContents();
  await draft.focusBody();
  await makeTable(draft, NINE);
  await draft.putCaret('after', 'Kabul');
  // The first takes the cell itself.
  await draft.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
  expect(await chosen()).toEqual(['Kabul', '1,200', 'Herat', '800']);
  await draft.press('Backspace');
  expect(spell(await draft.storedBlock('table'))).toEqual(['Place|Loaves|Price', '||10', '||12']);
  await draft.press('ControlOrMeta+z');

  const cell = (words: string) => page.getByRole('cell', { name: words, exact: true });
  const [from, to] = await Promise.all([cell('1,200').boundingBox(), cell('12').boundingBox()]);
  await page.mouse.move((from?.x ?? 0) + 20, (from?.y ?? 0) + 15);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 30, (to?.y ?? 0) + 15, { steps: 8 });
  await page.mouse.up();
  expect(await chosen()).toEqual(['1,200', '10', '800', '12']);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menu', { name: 'Table' }).getByRole('menuitem', { name: 'Delete row' }).click();
  expect(spell(await draft.storedBlock('table'))).toEqual(['Place|Loaves|Price']);
});

test('words beside a table are cut as ever, and the whole table by its own key', async ({
  draft,
  clipboard: _mine,
}) => {
  await draft.write('One two three.');
  await draft.press('Enter');
  await makeTable(draft, NINE);
  await draft.press('Enter');
  await draft.insert('After.');
  await draft.select('two ');
  await draft.press('ControlOrMeta+x');
  await expect(draft.paragraph('One three.')).toBeVisible();
  await draft.putCaret('before', 'After.');
  await draft.press('Backspace');
  await draft.press('Backspace');
  expect((await draft.stored()).blocks.map((block) => block.type)).toEqual(['paragraph', 'paragraph']);
});

test('takes tables and words from elsewhere, into its cells too', async ({ draft }) => {
  const rows = async () => spell(await draft.storedBlock('table'));
  await draft.focusBody();
  await draft.paste({
    'text/html':
      '<table><thead><tr><th>Place</th><th>Loaves</th></tr></thead><tbody><tr><td colspan="2">Kabul</td></tr></tbody></table>',
  });
  await expect(draft.body.getByRole('cell', { name: 'Kabul' })).toBeVisible();
  const pasted = await draft.storedBlock('table');
  expect(spell(pasted)).toEqual(['Place|Loaves', 'Kabul']);
  expect(pasted.rows[1]?.[0]).toMatchObject({ colSpan: 2 });
  expect(pasted.rows[0]?.every((cell) => cell.header)).toBe(true);

  await draft.putCaret('after', 'Place');
  await draft.paste({ 'text/html': '<p>one</p><h2>two</h2>' });
  await expect.poll(rows).toEqual(['Placeone\ntwo|Loaves', 'Kabul']);
  await draft.putCaret('after', 'Loaves');
  await draft.paste({ 'text/html': '<table><tr><td>A</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>' });
  await expect.poll(rows).toEqual(['Placeone\ntwo|A|B', 'Kabul|C|D']);
});

test('selected cells are cut and pasted as cells', async ({ draft, clipboard: _mine }) => {
  const rows = async () => spell(await draft.storedBlock('table'));
  await draft.focusBody();
  await makeTable(draft, NINE);
  await draft.putCaret('after', '1,200');
  await draft.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'ControlOrMeta+x');
  await expect.poll(rows).toEqual(['Place|Loaves|Price', 'Kabul||', 'Herat||']);
  await draft.body.getByRole('cell', { name: 'Herat' }).click();
  await draft.press('ControlOrMeta+v');
  await expect.poll(rows).toEqual(['Place|Loaves|Price', 'Kabul||', '1,200|10|', '800|12|']);
});
