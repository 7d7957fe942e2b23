import { expect, type Locator, type Page } from '@playwright/test';

export const TARGET_NAMES = [
  ...(['HTML', 'Markdown', 'WordPress', 'Word', 'PDF', 'Plain text'] as const),
  ...(['ninjs', 'ninjs 3.1', 'Superdesk'] as const),
  ...(['NewsML-G2', 'NITF', 'NITF for Superdesk', 'Stet package'] as const),
] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** A file as the preview names it, with its text where it has one. */
export interface PreviewedFile {
  readonly name: string;
  readonly text: string | null;
}

/** The dialog a story leaves by, by the names it speaks to screen readers. */
export class ExportDialog {
  readonly dialog: Locator;
  readonly files: Locator;
  readonly save: Locator;
  readonly warnings: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export story' });
    this.files = this.dialog.getByRole('list', { name: 'Files' }).getByRole('listitem');
    this.save = this.dialog.getByRole('button', { name: 'Save…' });
    this.warnings = this.dialog.getByRole('list', { name: 'Warnings' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Export…' }).click();
    await expect(this.dialog).toBeVisible();
  }

  /** Chooses a target and waits for its preview. */
  async choose(target: TargetName): Promise<void> {
    await this.dialog.getByRole('radio', { name: target, exact: true }).check();
    await expect(this.save).toBeEnabled();
    await expect(this.files.first()).toBeVisible();
  }

  /** Every file as the preview shows it. */
  async preview(): Promise<PreviewedFile[]> {
    const shown: PreviewedFile[] = [];
    for (const file of await this.files.getByRole('button').all()) {
      const label = (await file.innerText()).split('\n')[0] ?? '';
      await file.click();
      await expect(file).toHaveAttribute('aria-current', 'true');
      const text = this.dialog.getByRole('region', { name: label, exact: true });
      shown.push({ name: label, text: (await text.count()) > 0 ? await text.textContent() : null });
    }
    return shown;
  }

  /** Writes the story; answers the receipt's sentence. */
  async write(): Promise<string> {
    await this.save.click();
    await expect(this.dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
    return (await this.dialog.getByText(/^Exported/).textContent()) ?? '';
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
