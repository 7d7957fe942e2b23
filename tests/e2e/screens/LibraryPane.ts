import type { Locator, Page } from '@playwright/test';

/** The library's pane, by the names it speaks to screen readers. */
export class LibraryPane {
  readonly pane: Locator;
  readonly search: Locator;
  readonly filter: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  /** The menu of one story. */
  readonly storyMenu: Locator;

  constructor(readonly page: Page) {
    this.pane = page.getByRole('navigation', { name: 'Library' });
    this.search = this.pane.getByRole('searchbox', { name: 'Search stories' });
    this.filter = this.pane.getByRole('combobox', { name: 'Filter stories' });
    this.list = this.pane.getByRole('list', { name: 'Stories' });
    this.rows = this.list.getByRole('listitem');
    this.storyMenu = page.getByRole('menu', { name: 'Story' });
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** The part of a row that opens its story. */
  opener(text: string | RegExp): Locator {
    return this.row(text).getByRole('button').first();
  }

  async open(text: string | RegExp): Promise<void> {
    await this.opener(text).click();
  }

  /** Chooses an entry of a story's own menu. */
  async choose(text: string | RegExp, entry: string): Promise<void> {
    await this.row(text).getByRole('button', { name: 'More' }).click();
    await this.storyMenu.getByRole('menuitem', { name: entry }).click();
  }

  /** Chooses a template under the New story button. */
  async newFrom(template: string): Promise<void> {
    await this.pane.getByRole('button', { name: 'Choose a template' }).click();
    await this.page.getByRole('menu', { name: 'Templates' }).getByRole('menuitem', { name: template }).click();
  }

  async showTrash(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Trash', exact: true }).click();
  }

  async showStories(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Back to stories' }).click();
  }
}
