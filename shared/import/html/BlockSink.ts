import type { ListBlock, ListItem } from '../../story/block.ts';
import type { GalleryId } from '../../story/ids.ts';
import type { Inline } from '../../story/inline.ts';
import { inlineText } from '../../story/plainText.ts';
import { MAX_BLOCKS, tooLong } from '../tooLong.ts';
import { blockBase } from './blockBase.ts';
import { ROOT_CONTEXT, type HtmlContext } from './HtmlContext.ts';
import { InlineRun } from './InlineRun.ts';
import type { BlockRole, ReadBlock, Said, Sink, WordListItem } from './Sink.ts';

/** Word's own limit; deeper ones are flattened into it. */
export const MAX_LIST_DEPTH = 9;

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

interface OpenItem extends WordListItem {
  readonly content: readonly Inline[];
}

/** Collects the blocks of a body: paragraphs and quotes of loose words, and whole blocks between them. */
export class BlockSink implements Sink {
  readonly reads: ReadBlock[] = [];
  private readonly run = new InlineRun();
  private context: HtmlContext = ROOT_CONTEXT;
  /** Pictures met inside a sentence. */
  private waiting: ReadBlock[] = [];
  private items: OpenItem[] = [];
  private listContext: HtmlContext = ROOT_CONTEXT;
  /** What the elements around say of all that is in them. */
  private roles: BlockRole[] = [];
  private suspicions: (string | null)[] = [];
  private galleries: GalleryId[] = [];

  /** `joinsLines`: an empty line (`<br><br>`) is one of the paragraph's, as in what Stet wrote itself. */
  constructor(private readonly joinsLines = false) {}

  text(text: string, context: HtmlContext): void {
    if (!context.preserve) {
      this.run.add(text, context);
      return;
    }
    text.split(LINE_END).forEach((line, index) => {
      if (index > 0) this.lineBreak();
      this.run.add(line, context);
    });
  }

  lineBreak(): void {
    // An empty line is how people part paragraphs where they have no other way.
    if (!this.joinsLines && this.run.closeEmptyLine()) this.flush();
    else this.run.addBreak();
  }

  boundary(context: HtmlContext): void {
    this.flush();
    this.context = context;
  }

  block(read: ReadBlock): void {
    if (read.block.type === 'figure' && !this.run.isEmpty) {
      this.waiting.push(read);
      return;
    }
    this.flush();
    this.closeList();
    this.push(read);
  }

  within({ role, suspicion, gallery }: Said, add: () => void): void {
    this.flush();
    if (role) this.roles.push(role);
    if (suspicion !== undefined) this.suspicions.push(suspicion);
    if (gallery) this.galleries.push(gallery);
    add();
    this.flush();
    if (role) this.roles.pop();
    if (suspicion !== undefined) this.suspicions.pop();
    if (gallery) this.galleries.pop();
  }

  wordItem(item: WordListItem, content: readonly Inline[], context: HtmlContext): void {
    this.flush();
    if (this.items.length === 0) this.listContext = context;
    this.items.push({ ...item, content });
  }

  /** All blocks, once the walk is over. */
  finish(): ReadBlock[] {
    this.flush();
    this.closeList();
    return this.reads;
  }

  private flush(): void {
    const isWritten = !this.run.isEmpty;
    const { content, language } = this.run.take();
    if (isWritten) {
      this.closeList();
      this.pushWords(content, language);
    }
    const { waiting } = this;
    this.waiting = [];
    for (const read of waiting) this.push(read);
  }

  private pushWords(content: Inline[], language: string): void {
    const { direction, isQuote, isQuoteEnd } = this.context;
    const last = this.reads.at(-1);
    if (isQuoteEnd && last?.block.type === 'quote') {
      const quote = { ...last.block, content: [...last.block.content, { type: 'lineBreak' } as const, ...content] };
      this.reads[this.reads.length - 1] = { ...last, block: quote };
      return;
    }
    const base = blockBase(inlineText(content), { language, direction });
    this.push({ block: { ...base, type: isQuote ? 'quote' : 'paragraph', content } });
  }

  private push(read: ReadBlock): void {
    if (this.reads.length === MAX_BLOCKS) throw tooLong();
    const role = read.role ?? this.roles.at(-1);
    const suspicion = read.suspicion === undefined ? this.suspicions.at(-1) : read.suspicion;
    const gallery = this.galleries.at(-1);
    const block = gallery && read.block.type === 'figure' ? { ...read.block, gallery } : read.block;
    this.reads.push({ ...read, block, role, suspicion });
  }

  private closeList(): void {
    const { items } = this;
    if (items.length === 0) return;
    this.items = [];
    const lists = nestItems(items);
    for (const { kind, start, items: nested } of lists) {
      const text = nested.map((item) => inlineText(item.content)).join('\n');
      const base = blockBase(text, this.listContext);
      const list: ListBlock = { ...base, type: 'list', kind, items: nested };
      this.push({ block: kind === 'numbered' && start !== 1 ? { ...list, start } : list });
    }
  }
}

interface OpenList {
  readonly kind: 'bulleted' | 'numbered';
  readonly start: number;
  readonly level: number;
  readonly items: ListItem[];
}

/** Items with levels as lists in lists. A change of kind on the outermost level begins a new list. */
function nestItems(items: readonly OpenItem[]): OpenList[] {
  const lists: OpenList[] = [];
  let open: OpenList[] = [];
  for (const { level, kind, number, content } of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    const last = open.at(-1);
    const parent = last?.items.at(-1);
    if (last && parent && !parent.list && level > last.level && open.length < MAX_LIST_DEPTH) {
      const inner: OpenList = { kind, start: 1, level, items: [] };
      parent.list = { kind, items: inner.items };
      open.push(inner);
    } else if (!last || (open.length === 1 && last.kind !== kind)) {
      const outer: OpenList = { kind, start: number ?? 1, level, items: [] };
      lists.push(outer);
      open = [outer];
    }
    open.at(-1)?.items.push({ content: [...content] });
  }
  return lists;
}
