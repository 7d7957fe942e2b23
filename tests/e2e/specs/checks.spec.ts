import { expect, test } from '../app.ts';

test('shows what is wrong while somebody writes, goes to it, mends it and takes it back', async ({ story: draft }) => {
  const { page } = draft;
  await draft.headline.fill('Pilots go back to work');
  await draft.write('The goverment met in in the port.', 'The TK boats left.');
  await page.getByRole('tab', { name: 'Checks' }).click();
  const checks = page.getByRole('tabpanel', { name: 'Checks' });
  await expect(checks.getByRole('status')).toContainText('1 thing to settle before it goes out');

  // A press on a finding selects its words on the page; F8 goes on from there.
  await checks.getByRole('button', { name: '“TK” looks like still to come.', exact: true }).click();
  const selected = () => page.evaluate(() => String(document.getSelection()));
  await expect.poll(selected).toBe('TK');

  await checks.getByRole('button', { name: /^Fix: “in” is printed twice/ }).click();
  const body = page.getByRole('textbox', { name: 'Story body' });
  await expect(body).toContainText('met in the port');
  await expect(checks).not.toContainText('printed twice');
  await body.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(body).toContainText('met in in the port');
  await expect(checks).toContainText('printed twice');

  await checks.getByRole('button', { name: 'Skip: “TK” looks like still to come.', exact: true }).click();
  await page.keyboard.type('The name of a ship');
  await page.keyboard.press('Enter');
  await expect(checks.getByRole('status')).not.toContainText('to settle');
  await expect(checks.getByRole('region', { name: 'Skipped' })).toContainText('The name of a ship');
});

test('tells before an export what must be settled, and leads to it', async ({ story: draft }) => {
  const { page } = draft;
  await draft.write('The TK boats left.');
  await draft.press('ControlOrMeta+e');
  const told = page.getByRole('dialog').getByRole('region', { name: 'Checks' });
  await expect(told).toContainText('“TK” looks like still to come.');
  await told.getByRole('button', { name: 'Show in Checks' }).click();
  await expect(page.getByRole('tab', { name: 'Checks' })).toHaveAttribute('aria-selected', 'true');
});
