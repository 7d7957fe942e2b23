import type { Locator, Page } from '@playwright/test';

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
