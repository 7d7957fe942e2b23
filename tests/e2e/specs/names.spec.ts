import type { Locator } from '@playwright/test';
import { expect, test } from '../app.ts';
import { ExportDialog } from '../screens/ExportDialog.ts';
import { Inspector } from '../screens/Inspector.ts';
import { LibraryPane } from '../screens/LibraryPane.ts';

// The names the screen speaks are an interface: people with screen readers and tests of others find things by them. Change
// one only on purpose.

async function expectNamed(
  within: Locator,
  role: 'button' | 'textbox' | 'tab',
  names: readonly string[],
): Promise<void> {
  for (const name of names) await expect(within.getByRole(role, { name, exact: true })).toBeVisible();
}

test('navigation “Library”: searchbox “Search stories”, list “Stories”, button “New story”', async ({ draft }) => {
  const library = draft.page.getByRole('navigation', { name: 'Library', exact: true });
  await expect(library.getByRole('searchbox', { name: 'Search stories', exact: true })).toBeVisible();
  await expect(library.getByRole('list', { name: 'Stories', exact: true })).toBeVisible();
  await expectNamed(library, 'button', ['New story']);
});

test('main “Page”: textboxes “Headline”, “Deck”, “Dateline”, “Byline”, “Story body”', async ({ draft }) => {
  const main = draft.page.getByRole('main', { name: 'Page', exact: true });
  await expectNamed(main, 'textbox', ['Headline', 'Deck', 'Dateline', 'Byline', 'Story body']);
});

test('toolbar “Formatting” and its buttons', async ({ draft }) => {
  const toolbar = draft.page.getByRole('toolbar', { name: 'Formatting', exact: true });
  await expectNamed(toolbar, 'button', [
    ...['Bold', 'Italic', 'Link', 'Heading', 'Block quote', 'Bulleted list', 'Numbered list', 'Pull quote', 'Picture'],
  ]);
});

test('group “Pull quote”: textboxes “Quote”, “Attribution”', async ({ draft }) => {
  await draft.write('Words to pull.');
  await draft.pull('Words', 'Somebody');
  await expectNamed(draft.body.getByRole('group', { name: 'Pull quote', exact: true }), 'textbox', [
    'Quote',
    'Attribution',
  ]);
});

test('group “Picture”: img, textboxes “Caption”, “Credit”, “Alt text”', async ({ draft, pictures }) => {
  const asked = draft.page.waitForEvent('filechooser');
  await draft.button('Picture').click();
  await (await asked).setFiles(await pictures.news('market.jpg'));
  const group = draft.body.getByRole('group', { name: 'Picture', exact: true });
  await expect(group.getByRole('img')).toBeVisible();
  await expectNamed(group, 'textbox', ['Caption', 'Credit', 'Alt text']);
  // The picture is called what its alt text says.
  await expect(group.getByRole('img')).toHaveAccessibleName('Two men at a scale heaped with apricots.');
});

test('status “Save status” says “Saved”', async ({ draft }) => {
  await draft.write('Words.');
  const status = draft.page.getByRole('status', { name: 'Save status', exact: true });
  await expect(status).toContainText('Saved');
});

test('complementary “Inspector”: tabs “Story”, “Media”, “Review”, “Checks”, “Export”', async ({ draft }) => {
  const inspector = draft.page.getByRole('complementary', { name: 'Inspector', exact: true });
  await expectNamed(inspector, 'tab', ['Story', 'Media', 'Review', 'Checks', 'Export']);
  for (const name of ['Media', 'Review', 'Checks', 'Export', 'Story'] as const) {
    await new Inspector(draft.page).tab(name).click();
    await expect(inspector.getByRole('tabpanel', { name, exact: true })).toBeVisible();
  }
});

test('button “Export…” opens dialog “Export story”', async ({ draft }) => {
  await draft.page.getByRole('button', { name: 'Export…', exact: true }).click();
  await expect(draft.page.getByRole('dialog', { name: 'Export story', exact: true })).toBeVisible();
  await new ExportDialog(draft.page).close();
});

test('every row of the library says which story it is', async ({ draft }) => {
  await draft.headline.fill('A row with a name');
  await draft.saved();
  const library = new LibraryPane(draft.page);
  await expect(library.list.getByRole('button', { name: /A row with a name/ }).first()).toBeVisible();
  await expect(library.row('A row with a name')).toHaveAttribute('aria-setsize', /^\d+$/);
});
