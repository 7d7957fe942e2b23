import { expect, type Locator, type Page } from '@playwright/test';
import type { Block, BlockType } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import { storyOnDisk, storyOnPage } from '../storyOnDisk.ts';

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
  readonly length: Locator;
  readonly pullQuotes: Locator;
  readonly pictures: Locator;
  /** What `/` opens. */
  readonly insertMenu: Locator;

  constructor(readonly page: Page) {
    this.main = page.getByRole('main', { name: 'Page' });
    this.headline = this.main.getByRole('textbox', { name: 'Headline' });
    this.deck = this.main.getByRole('textbox', { name: 'Deck' });
    this.dateline = this.main.getByRole('textbox', { name: 'Dateline' });
    this.byline = this.main.getByRole('textbox', { name: 'Byline' });
    this.body = this.main.getByRole('textbox', { name: 'Story body' });
    this.toolbar = page.getByRole('toolbar', { name: 'Formatting' });
    this.saveStatus = page.getByRole('status', { name: 'Save status' });
    this.length = page.getByRole('group', { name: 'Length' });
    this.pullQuotes = this.body.getByRole('group', { name: 'Pull quote' });
    this.pictures = this.body.getByRole('group', { name: 'Picture' });
    this.insertMenu = page.getByRole('listbox', { name: 'Insert' });
  }

  /** Begins a new story with the library's button and waits until it can be typed into. */
  async create(): Promise<void> {
    await this.begin(() => this.page.getByRole('button', { name: 'New story' }).first().click());
  }

  /** Begins a new story by any way and waits until it can be typed into: its headline has the keyboard. */
  async begin(start: () => Promise<void>): Promise<void> {
    const before = await storyOnPage(this.page);
    await start();
    await expect.poll(() => storyOnPage(this.page)).not.toBe(before);
    await expect(this.headline).toBeFocused();
    await expect(this.body).toBeVisible();
  }

  button(name: string): Locator {
    return this.toolbar.getByRole('button', { name, exact: true });
  }

  /** Types where the caret is, key by key, as fingers do. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Puts text in where the caret is, at once, as an input method or dictation does. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the caret at the end of the body. */
  async focusBody(): Promise<void> {
    await this.body.focus();
    await this.page.keyboard.press('ControlOrMeta+End');
  }

  /** Writes paragraphs at the end of the body. */
  async write(...paragraphs: readonly string[]): Promise<void> {
    await this.focusBody();
    for (const [index, words] of paragraphs.entries()) {
      if (index > 0) await this.page.keyboard.press('Enter');
      await this.page.keyboard.insertText(words);
    }
  }

  paragraph(text: string | RegExp): Locator {
    return this.body.getByRole('paragraph').filter({ hasText: text });
  }

  /** Selects these words (the first that read so, within one run of text) as a drag of the mouse over them would. */
  async select(words: string): Promise<void> {
    await this.#setSelection(words, 'words');
  }

  /** Puts the caret right before or after these words. */
  async putCaret(side: 'before' | 'after', words: string): Promise<void> {
    await this.#setSelection(words, side);
  }

  async #setSelection(words: string, what: 'words' | 'before' | 'after'): Promise<void> {
    await this.body.evaluate(
      (root, [wanted, part]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf(wanted) ?? -1;
          if (at === -1) continue;
          const start = part === 'after' ? at + wanted.length : at;
          const end = part === 'before' ? at : at + wanted.length;
          root.focus();
          document.getSelection()?.setBaseAndExtent(node, start, node, end);
          return;
        }
        throw new Error(`No text “${wanted}” on the page`);
      },
      [words, what] as const,
    );
    await this.settle();
  }

  /** The editor has taken a selection over once the browser has told it, and drawn what follows from it. */
  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Pastes where the caret is, as another program's clipboard would. */
  async paste(data: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((entries) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, data);
  }

  /** Lifts a pull-quote from these words with the one key, and names who said them. */
  async pull(words: string, attribution: string): Promise<void> {
    await this.select(words);
    await this.press('ControlOrMeta+Shift+Q');
    await this.insert(attribution);
  }

  /** Everything typed so far is on the disk. */
  async saved(): Promise<void> {
    await expect(this.saveStatus).toHaveText(/^Saved/, { timeout: 20_000 });
  }

  /** The story as it is on the disk, once everything typed so far is there. */
  async stored(): Promise<Story> {
    await this.saved();
    return storyOnDisk(this.page);
  }

  /** The stored blocks of one type. */
  async storedBlocks<Type extends BlockType>(type: Type): Promise<Extract<Block, { type: Type }>[]> {
    const { blocks } = await this.stored();
    return blocks.filter((block): block is Extract<Block, { type: Type }> => block.type === type);
  }

  /** The one stored block of a type. */
  async storedBlock<Type extends BlockType>(type: Type): Promise<Extract<Block, { type: Type }>> {
    const blocks = await this.storedBlocks(type);
    const [block] = blocks;
    if (!block || blocks.length > 1) throw new Error(`${blocks.length} blocks of type ${type}`);
    return block;
  }
}
