import { expect, type Locator, type Page } from '@playwright/test';

/** The inspector, by the names it speaks to screen readers. */
export class Inspector {
  readonly pane: Locator;
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.pane = page.getByRole('complementary', { name: 'Inspector' });
    this.panel = this.pane.getByRole('tabpanel');
  }

  tab(name: 'Story' | 'Media' | 'Review' | 'Checks' | 'Export'): Locator {
    return this.pane.getByRole('tab', { name });
  }

  field(label: string): Locator {
    return this.pane.getByLabel(label, { exact: true });
  }

  /** Where the story stands, with what can be done from there under it. */
  get status(): Locator {
    return this.panel.getByRole('button', { name: /^Status: / });
  }

  /** Takes a step that asks for a word, and gives a name where none is known. */
  async takeStep(step: string, by = '', note = ''): Promise<void> {
    await this.status.click();
    await this.page.getByRole('menuitem', { name: `${step}…` }).click();
    const dialog = this.page.getByRole('dialog', { name: step });
    await dialog.getByRole('textbox', { name: 'Note' }).fill(note);
    if (by !== '') await dialog.getByRole('textbox', { name: 'Your name' }).fill(by);
    await dialog.getByRole('button', { name: step }).click();
    await expect(dialog).toBeHidden();
  }

  /** The names of the revisions listed, newest first. */
  get revisions(): Locator {
    return this.panel.getByRole('region', { name: 'Revisions' }).getByRole('listitem');
  }

  get history(): Locator {
    return this.panel.getByRole('region', { name: 'History' }).getByRole('listitem');
  }

  get receipts(): Locator {
    return this.panel.getByRole('region', { name: 'Receipts' }).getByRole('listitem');
  }
}
