import { ACTIONS } from '../../../shared/actions/actions.ts';
import { expect, test } from '../app.ts';
import type { RunningApp } from '../RunningApp.ts';

/** Every entry of the app's menus: the menu's name, the label, the accelerator. */
function menuEntries(app: RunningApp): Promise<{ menu: string; label: string; accelerator: string | null }[]> {
  return app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
      (menu.submenu?.items ?? []).map((item) => ({
        menu: menu.label.replaceAll('&', ''),
        label: item.label.replaceAll('&&', '&'),
        accelerator: item.accelerator?.toString() ?? null,
      })),
    ),
  );
}

test('every action has a menu entry with its accelerator', async ({ shared }) => {
  const entries = await menuEntries(shared);
  for (const { label, menu, accelerator } of ACTIONS) {
    expect(entries).toContainEqual({ menu, label, accelerator });
  }
});

test('no accelerator is given twice', async ({ shared }) => {
  const used = (await menuEntries(shared)).flatMap(({ accelerator }) => accelerator ?? []);
  expect(used).toEqual([...new Set(used)]);
});

test('the palette lists every action with its shortcut', async ({ draft }) => {
  await draft.press('ControlOrMeta+K');
  const palette = draft.page.getByRole('dialog', { name: 'Command palette' });
  const options = palette.getByRole('option');
  await expect(options.filter({ hasText: 'Pull quote' })).toContainText(/Ctrl\+Shift\+Q|⇧⌘Q/);
  for (const { label, id } of ACTIONS) {
    // The palette opens nothing twice, and only keys and the menu may read the clipboard.
    if (id === 'view.palette' || id === 'edit.pastePlain') continue;
    await expect(options.filter({ hasText: label.replace('…', '') }).first()).toBeVisible();
  }
  await draft.press('Escape');
  await expect(palette).toBeHidden();
});

test('a few letters find an action, Enter runs it where the caret was', async ({ draft }) => {
  await draft.write('Words to be made a heading.');
  await draft.press('ControlOrMeta+K');
  const palette = draft.page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox', { name: 'Find an action or a story' })).toBeFocused();
  await draft.type('subh');
  await expect(palette.getByRole('option').first()).toContainText('Subheading');
  await draft.press('Enter');
  await expect(palette).toBeHidden();
  await expect(draft.body.getByRole('heading', { level: 3 })).toHaveText('Words to be made a heading.');
  await draft.type(' Typed on.');
  await expect(draft.body.getByRole('heading', { level: 3 })).toHaveText('Words to be made a heading. Typed on.');
});

test('the palette opens a story by its name', async ({ draft }) => {
  await draft.headline.fill('A story to come back to');
  await draft.saved();
  await draft.create();
  await draft.press('ControlOrMeta+K');
  await draft.type('to come back');
  const option = draft.page.getByRole('option').filter({ hasText: 'A story to come back to' });
  await expect(option.first()).toBeVisible();
  await option.first().click();
  await expect(draft.headline).toHaveValue('A story to come back to');
});

test('the palette says when nothing is found, and arrows go round', async ({ draft }) => {
  await draft.press('ControlOrMeta+K');
  const palette = draft.page.getByRole('dialog', { name: 'Command palette' });
  await draft.type('qqqqzz');
  await expect(palette.getByText('Nothing found')).toBeVisible();
  await palette.getByRole('combobox').fill('');
  await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await draft.press('ArrowUp');
  await expect(palette.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await draft.press('ArrowDown');
  await expect(palette.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await draft.press('Escape');
});

test('the shortcuts sheet shows all of them', async ({ draft, shared }) => {
  await draft.press('ControlOrMeta+/');
  const sheet = draft.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const menu of ['File', 'Edit', 'Insert', 'Format', 'View', 'Help']) {
    await expect(sheet.getByRole('region', { name: menu, exact: true })).toBeVisible();
  }
  const terms = await sheet.getByRole('term').allTextContents();
  const inMenus = ACTIONS.flatMap(({ label, accelerator }) => (accelerator === null ? [] : [label.replace('…', '')]));
  // Those of the dialog that compares versions are in no menu.
  expect(terms.sort()).toEqual([...inMenus, 'Next change', 'Previous change'].sort());
  await draft.press('Escape');
  await expect(sheet).toBeHidden();
  await shared.chooseMenu('Keyboard shortcuts');
  await expect(sheet).toBeVisible();
  await draft.press('Escape');
});

test('menu entries for a story are grey while none is on the page', async ({ app, story }) => {
  const enabled = (id: string) =>
    app.electron.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled, id);
  await expect.poll(() => enabled('story.export')).toBe(true);
  await story.saved();
  await app.chooseMenu('Move to trash');
  await expect(app.page.getByText('Nothing on the page')).toBeVisible();
  for (const id of ['story.export', 'story.duplicate', 'revision.keep', 'edit.find']) {
    await expect.poll(() => enabled(id)).toBe(false);
  }
  expect(await enabled('story.new')).toBe(true);
});

test('every format of the menu acts on the words where the caret is', async ({ draft, shared }) => {
  await draft.write('One line of words');
  await draft.select('line');
  await shared.chooseMenu('Bold');
  await expect(draft.body.getByRole('strong')).toHaveText('line');
  await shared.chooseMenu('Heading');
  await expect(draft.body.getByRole('heading', { level: 2 })).toBeVisible();
  await shared.chooseMenu('Paragraph');
  await expect(draft.body.getByRole('heading')).toHaveCount(0);
  await shared.chooseMenu('Undo');
  await expect(draft.body.getByRole('heading', { level: 2 })).toBeVisible();
  await shared.chooseMenu('Redo');
  await expect(draft.body.getByRole('heading')).toHaveCount(0);
});
