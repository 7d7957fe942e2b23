import type { ListItem } from '../../story/block.ts';
import type { Inline } from '../../story/inline.ts';
import { assertNever } from '../../lang/assertNever.ts';
import type { HtmlContext } from './HtmlContext.ts';
import { InlineRun } from './InlineRun.ts';
import type { ReadBlock, Said, Sink, WordListItem } from './Sink.ts';

/**
 * Collects what can only hold words: a cell, a caption, a list item. Blocks inside become lines of it; pictures cannot,
 * and are left in `hoisted` for whoever asked.
 */
export class InlineSink implements Sink {
  readonly hoisted: ReadBlock[] = [];
  private readonly run = new InlineRun();
  private isLineOver = false;

  get isEmpty(): boolean {
    return this.run.isEmpty;
  }

  text(text: string, context: HtmlContext): void {
    // White space between two blocks must not open a line.
    if (this.isLineOver && /^[\t\n\f\r ]*$/.test(text)) return;
    this.openLine();
    this.run.add(text, context);
  }

  lineBreak(): void {
    this.openLine();
    this.run.addBreak();
  }

  boundary(): void {
    if (!this.run.isEmpty) this.isLineOver = true;
  }

  block(read: ReadBlock): void {
    const { block } = read;
    this.boundary();
    switch (block.type) {
      case 'figure':
        this.hoisted.push(read);
        return;
      case 'separator':
        return;
      case 'list':
        this.addItems(block.items, block.kind, block.start ?? 1);
        return;
      case 'table':
        for (const row of block.rows) this.addLine(row.flatMap((cell, index) => spaced(index, cell.content)));
        return;
      case 'pullQuote':
        this.addLine(block.content);
        this.addLine(block.attribution === '' ? [] : [{ type: 'text', text: block.attribution }]);
        return;
      case 'paragraph':
      case 'heading':
      case 'quote':
        this.addLine(block.content);
        return;
      default:
        assertNever(block, 'block');
    }
  }

  within(_said: Said, add: () => void): void {
    this.boundary();
    add();
    this.boundary();
  }

  wordItem({ kind, number }: WordListItem, content: readonly Inline[]): void {
    this.boundary();
    this.addItems([{ content: [...content] }], kind, number ?? 1);
  }

  private addItems(items: readonly ListItem[], kind: 'bulleted' | 'numbered', start: number): void {
    items.forEach((item, index) => {
      const mark = kind === 'numbered' ? `${start + index}. ` : '• ';
      this.addLine([{ type: 'text', text: mark }, ...item.content]);
      if (item.list) this.addItems(item.list.items, item.list.kind, 1);
    });
  }

  private addLine(content: readonly Inline[]): void {
    if (content.length === 0) return;
    this.openLine();
    this.run.addInlines(content);
    this.boundary();
  }

  private openLine(): void {
    if (this.isLineOver && !this.run.endsInBreak) this.run.addBreak();
    this.isLineOver = false;
  }

  /** Everything collected; begins anew. */
  take(): { content: Inline[]; language: string } {
    this.isLineOver = false;
    return this.run.take();
  }
}

function spaced(index: number, content: readonly Inline[]): Inline[] {
  return index > 0 && content.length > 0 ? [{ type: 'text', text: ' ' }, ...content] : [...content];
}
