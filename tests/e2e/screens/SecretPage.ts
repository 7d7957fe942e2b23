import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from '../RunningApp.ts';

/** The window that asks for a target's password, by the names it speaks to screen readers. */
export class SecretPage {
  readonly field: Locator;

  private constructor(readonly page: Page) {
    this.field = page.getByLabel(/^(Application password|Admin API key|Password or token)$/);
  }

  /** Opens it as `ask` does, and answers when it has the keyboard. */
  static async open(app: RunningApp, ask: () => Promise<unknown>): Promise<SecretPage> {
    const coming = app.electron.waitForEvent('window');
    await ask();
    const secret = new SecretPage(await coming);
    await expect(secret.field).toBeVisible();
    return secret;
  }

  button(name: 'Keep' | 'Cancel'): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Types a secret and hands it over; the window is gone after that. */
  async give(secret: string): Promise<void> {
    const gone = this.page.waitForEvent('close');
    await this.field.fill(secret);
    await this.page.keyboard.press('Enter').catch(() => undefined);
    await gone;
  }
}
