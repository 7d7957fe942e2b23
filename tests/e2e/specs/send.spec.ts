import type { Page } from '@playwright/test';
import { DEFAULT_PROFILE } from '../../../shared/targets/target.ts';
import { ReceiverStandIn } from '../../cms/ReceiverStandIn.ts';
import { expect, test } from '../app.ts';
import { putTarget } from '../putTarget.ts';
import { Inspector } from '../screens/Inspector.ts';
import { OutboxDialog } from '../screens/OutboxDialog.ts';
import { SecretPage } from '../screens/SecretPage.ts';
import { askLibrary } from '../storyOnDisk.ts';

const sendDialog = (page: Page) => page.getByRole('dialog', { name: 'Send story' });

/** Opens “Send story” and waits until it says what sending will do. */
async function openSend(page: Page) {
  await page.keyboard.press('ControlOrMeta+Shift+T');
  const dialog = sendDialog(page);
  await expect(dialog.getByRole('group', { name: 'What will be sent' })).toBeVisible();
  return dialog;
}

test('a target is added by keyboard alone, refused for its address, and gets its password', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByRole('tab', { name: 'General' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(settings.getByText('No targets yet')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(settings.getByRole('button', { name: 'Add a target…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(settings.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('News desk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('http://news.example.org');
  await page.keyboard.press('Enter');
  const address = settings.getByLabel('Address');
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/must begin with https/);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('news.example.org/blog/');
  await page.keyboard.press('Tab');
  await page.keyboard.type('ayesha');
  await page.keyboard.press('Enter');
  const row = settings.getByRole('listitem', { name: 'News desk' });
  await expect(row.getByText('news.example.org/blog as ayesha')).toBeVisible();
  await expect(row.getByText('Application password needed')).toBeVisible();
  await expect(row.getByRole('button', { name: 'Password…' })).toBeFocused();
  const secret = await SecretPage.open(app, () => page.keyboard.press('Enter'));
  await secret.give('quin cunx');
  await expect(row.getByText('Kept until Stet ends')).toBeVisible();
  await expect(row.getByText('password needed')).toBeHidden();
  await expect(row.getByRole('button', { name: 'Forget password' })).toBeVisible();
});

test('a story is sent by keyboard while there is no network, waits, and survives a restart', async ({
  app,
  story,
  launch,
}) => {
  const { page } = app;
  await putTarget(page, { name: 'Other desk', address: 'https://other.example.org' });
  const target = await putTarget(page);
  await story.headline.fill('Floods in Sukkur');
  await story.write('The river rose.');
  await story.saved();
  const dialog = await openSend(page);
  await expect(dialog.getByRole('radio', { name: 'Other desk' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'News desk' })).toBeChecked();
  await expect(dialog.getByText('Makes a new draft.')).toBeVisible();
  await expect(dialog.getByText(/to send: text/)).toBeVisible();
  const secret = await SecretPage.open(app, () => dialog.getByRole('button', { name: 'Password…' }).press('Enter'));
  await secret.give('quin cunx');
  await expect(dialog.getByRole('button', { name: 'Password…' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('In the outbox, on its way to News desk.')).toBeVisible();
  await expect(story.body.or(story.headline).and(page.locator(':focus'))).toHaveCount(1);

  const outbox = new OutboxDialog(page);
  await expect(outbox.chip).toHaveText(/^Outbox: waiting for the network/);
  await outbox.open();
  const job = outbox.job('Floods in Sukkur');
  await expect(job.getByText(/^Waiting for the network/)).toBeVisible();
  for (const [way, then] of [
    ['Pause', 'Resume'],
    ['Resume', 'Pause'],
  ] as const) {
    await job.getByRole('button', { name: way }).press('Enter');
    await expect(job.getByRole('button', { name: then })).toBeVisible();
    await expect(outbox.dialog.locator(':focus')).toHaveCount(1);
  }
  await outbox.close();
  // The target it was sent to is chosen the next time.
  await openSend(page);
  await expect(dialog.getByRole('radio', { name: 'News desk' })).toBeChecked();
  await page.keyboard.press('Escape');
  await app.close();

  const again = (await launch()).page;
  const later = new OutboxDialog(again);
  // The password was kept in memory only; without it the story waits for somebody.
  await expect(later.chip).toHaveText('Outbox: 1 needs you');
  await later.chip.click();
  await expect(later.jobs).toHaveCount(1);
  await later.job('Floods in Sukkur').getByRole('button', { name: 'Cancel' }).click();
  await expect(later.chip).toHaveCount(0);
  await later.job('Floods in Sukkur').getByRole('button', { name: 'Take off the list' }).click();
  await expect(later.dialog.getByText('Nothing is waiting to be sent')).toBeVisible();
  expect(await askLibrary(again, 'targets.remove', { id: target.id })).toHaveLength(1);
});

test('a receiver of the wire refuses what it wants more of, then takes the item, signed with what was typed', async ({
  app,
  story,
}) => {
  const { page } = app;
  const receiver = await ReceiverStandIn.start('signature');
  const profile = { ...DEFAULT_PROFILE, ...({ entry: 'signature', format: 'ninjs-superdesk' } as const) };
  await putTarget(page, {
    ...{ name: 'Night wire', kind: 'http', address: `${receiver.url}/push`, account: '' },
    profile: { ...profile, required: ['deck'] },
  });
  await story.headline.fill('Floods in Sukkur');
  await story.write('The river rose.');
  await story.saved();
  const dialog = await openSend(page);
  await expect(dialog.getByRole('alert')).toContainText('“Night wire” wants a deck.');
  await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await page.keyboard.press('Escape');
  await story.deck.fill('Three villages are cut off');
  await story.saved();
  await openSend(page);
  const secret = await SecretPage.open(app, () => dialog.getByRole('button', { name: 'Password…' }).press('Enter'));
  await secret.give(ReceiverStandIn.secret);
  await dialog.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  const outbox = new OutboxDialog(page);
  await outbox.open();
  const job = outbox.job('Floods in Sukkur');
  await expect(job.getByText('Received', { exact: true })).toBeVisible();
  await expect(job.getByText('It answered: 201 {"guid":"urn:here:1"}')).toBeVisible();
  expect(receiver.items).toHaveLength(1);
  expect(JSON.parse(receiver.items[0]?.text ?? '')).toMatchObject({ description_text: 'Three villages are cut off' });
  await receiver.close();
});

test('a job that needs its password gets it from the outbox, and goes on by itself', async ({ app, story }) => {
  const { page } = app;
  await putTarget(page);
  await story.headline.fill('Floods');
  await story.saved();
  const dialog = await openSend(page);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  const outbox = new OutboxDialog(page);
  await expect(outbox.chip).toHaveText('Outbox: 1 needs you');
  await expect(outbox.chip).toHaveAttribute('data-needs-you', 'true');
  await outbox.chip.click();
  const job = outbox.job('Floods');
  await expect(job.getByText('Needs you', { exact: true })).toBeVisible();
  const secret = await SecretPage.open(app, () => job.getByRole('button', { name: 'Password…' }).click());
  await secret.give('quin cunx');
  await expect(job.getByText(/^Waiting for the network/)).toBeVisible();
});

test('the checks stop a story at the outbox’s door as they do at an export’s', async ({ app, story }) => {
  const { page } = app;
  await putTarget(page);
  await story.headline.fill('Floods');
  await story.write('TK more words.');
  await story.saved();
  const dialog = await openSend(page);
  const send = dialog.getByRole('button', { name: 'Send', exact: true });
  await expect(dialog.getByLabel('Reason')).toBeVisible();
  await expect(send).toBeDisabled();
  await dialog.getByLabel('Reason').fill('The desk knows');
  await dialog.getByLabel('Your name').fill('Ayesha Khan');
  await send.click();
  await expect(new OutboxDialog(page).chip).toBeVisible();
});

test('with no target yet, Send… leads to the settings; the Export tab and the export dialog lead to it', async ({
  app,
  story,
}) => {
  const { page } = app;
  await story.headline.fill('Floods');
  await story.saved();
  await page.getByRole('button', { name: 'Send…', exact: true }).click();
  await expect(sendDialog(page).getByRole('button', { name: 'Add a target…' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Settings' }).getByText('No targets yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await new Inspector(page).tab('Export').click();
  await page.getByRole('region', { name: 'Send to' }).getByRole('button').click();
  await expect(sendDialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+E');
  await page.getByRole('button', { name: 'Send to a site or folder…' }).click();
  await expect(sendDialog(page)).toBeVisible();
});
