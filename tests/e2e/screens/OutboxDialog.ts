import { expect, type Locator, type Page } from '@playwright/test';

/** What is on its way, by the names it speaks to screen readers. */
export class OutboxDialog {
  readonly dialog: Locator;
  readonly jobs: Locator;
  /** The line at the foot of the window. */
  readonly chip: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Outbox' });
    this.jobs = this.dialog.getByRole('list', { name: 'Jobs' }).getByRole('listitem');
    this.chip = page.getByRole('contentinfo').getByRole('button', { name: /^Outbox: / });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+O');
    await expect(this.dialog).toBeVisible();
  }

  /** The job of a story, by its headline. */
  job(title: string): Locator {
    return this.dialog.getByRole('listitem', { name: title, exact: true });
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
