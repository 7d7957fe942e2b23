import { expect, type Locator, type Page } from '@playwright/test';

/** The page a story is written on, by the names it speaks to screen readers. */
export class StoryPage {
  readonly main: Locator;
  readonly headline: Locator;
  readonly deck: Locator;
  readonly dateline: Locator;
  readonly byline: Locator;
  readonly body: Locator;
  readonly toolbar: Locator;
  readonly saveStatus: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Page' });
    this.headline = this.main.getByRole('textbox', { name: 'Headline' });
    this.deck = this.main.getByRole('textbox', { name: 'Deck' });
    this.dateline = this.main.getByRole('textbox', { name: 'Dateline' });
    this.byline = this.main.getByRole('textbox', { name: 'Byline' });
    this.body = this.main.getByRole('textbox', { name: 'Story body' });
    this.toolbar = page.getByRole('toolbar', { name: 'Formatting' });
    this.saveStatus = page.getByRole('status', { name: 'Save status' });
  }

  /** Begins a new story and waits until it can be typed into. */
  async create(): Promise<void> {
    await this.page.getByRole('button', { name: 'New story' }).first().click();
    await expect(this.body).toBeVisible();
  }

  button(name: string): Locator {
    return this.toolbar.getByRole('button', { name, exact: true });
  }

  /** Types into the body where the caret is, as fingers do. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts the caret at the end of the body. */
  async focusBody(): Promise<void> {
    await this.body.focus();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  paragraph(text: string | RegExp): Locator {
    return this.body.locator('p').filter({ hasText: text });
  }

  /** Selects these words in the body with the mouse's double click and drag replaced by an exact range. */
  async select(words: string): Promise<void> {
    await this.body.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at === -1) continue;
        root.focus();
        document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error(`No text “${wanted}” on the page`);
    }, words);
    // The editor has taken the selection over once the browser has told it.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Pastes as another program's clipboard would. */
  async paste(data: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((entries) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, data);
  }

  /** Everything typed so far is on the disk. */
  async saved(): Promise<void> {
    await expect(this.saveStatus).toContainText('Saved');
  }
}
