import { isBlank } from '../../export/cleanText.ts';
import { newGalleryId } from '../../story/ids.ts';
import { inlineText } from '../../story/plainText.ts';
import { blockBase } from './blockBase.ts';
import { MAX_LIST_DEPTH } from './BlockSink.ts';
import { enterElement, type HtmlContext, type HtmlDocument } from './HtmlContext.ts';
import { attribute, findElements, isElement, isText, rawText } from './htmlTree.ts';
import type { HtmlElement, HtmlNode } from './htmlTree.ts';
import { InlineSink } from './InlineSink.ts';
import { isGallery } from './isGallery.ts';
import { readFigure } from './readFigure.ts';
import { readList } from './readList.ts';
import { readPicture } from './readPicture.ts';
import { isRecording, readRecording } from './readRecording.ts';
import { isLastWord, isPullQuote, readPullQuote } from './readPullQuote.ts';
import { isLayoutTable, readTable } from './readTable.ts';
import { roleOf } from './roleOf.ts';
import type { Sink, WordListItem } from './Sink.ts';
import { inlineStyle } from './StyleSheet.ts';
import { suspectElement } from './suspectElement.ts';
import { BLOCK_TAGS, headingLevel, LIST_TAGS } from './tagKinds.ts';
import { readWebListItem, takeWordListItem } from './wordList.ts';

/** Quotation marks a browser draws around `q`, outer and inner. */
const QUOTES = [
  ['“', '”'],
  ['‘', '’'],
] as const;

/** Reads a pruned tree into sinks. */
export class HtmlWalker {
  private quoteDepth = 0;

  constructor(private readonly document: HtmlDocument) {}

  readonly walk = (nodes: readonly HtmlNode[], context: HtmlContext, sink: Sink): void => {
    for (const node of nodes) {
      if (isText(node)) sink.text(node.value, context);
      else if (isElement(node)) this.walkElement(node, context, sink);
    }
  };

  private walkElement(element: HtmlElement, around: HtmlContext, sink: Sink): void {
    const tag = element.tagName;
    if (tag === 'br') {
      sink.lineBreak();
      return;
    }
    if (tag === 'img' || isRecording(element)) {
      this.addPicture(element, around, sink);
      return;
    }
    if (isGallery(element)) {
      sink.within({ gallery: newGalleryId() }, () => this.walkInto(element, around, sink));
    } else this.walkInto(element, around, sink);
  }

  private walkInto(element: HtmlElement, around: HtmlContext, sink: Sink): void {
    const tag = element.tagName;
    const context = enterElement(element, around, this.document);
    if (isPullQuote(element)) this.addPullQuote(element, context, around, sink);
    else if (tag === 'hr') this.addSeparator(around, sink);
    else if (headingLevel(tag) !== null) this.addHeading(element, context, around, sink);
    else if (LIST_TAGS.has(tag)) this.addList(element, context, around, sink);
    else if (tag === 'table') this.addTable(element, context, around, sink);
    else if (tag === 'figure') this.addFigure(element, context, around, sink);
    else if (tag === 'blockquote') this.walkBlock(element, { ...context, isQuote: true }, around, sink);
    else if (isQuoteEnd(element, around)) {
      this.walkBlock(element, { ...context, isQuote: true, isQuoteEnd: true }, around, sink);
    } else if (tag === 'q') this.walkQuoted(element, context, sink);
    else if (tag === 'input') sink.text(attribute(element, 'checked') === null ? '☐ ' : '☑ ', context);
    else if (isSpacer(element)) this.addSpaces(element, context, sink);
    else if (this.isBlock(element)) this.addBlock(element, context, around, sink);
    else this.walk(element.childNodes, context, sink);
  }

  private isBlock(element: HtmlElement): boolean {
    const display = inlineStyle(element).get('display') ?? this.document.sheet.ruled(element).get('display') ?? '';
    if (/^(?:block|flex|grid|table|list-item|flow-root)/.test(display)) return true;
    return BLOCK_TAGS.has(element.tagName) && !display.startsWith('inline');
  }

  private addBlock(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    const item = takeWordListItem(element);
    if (item) {
      this.addWordItem(item, element, context, sink);
      return;
    }
    if (element === this.document.story) {
      sink.within({ suspicion: null }, () => this.walkBlock(element, context, around, sink));
      return;
    }
    const role = this.document.isOurs && !/^(?:p|figcaption)$/.test(element.tagName) ? null : roleOf(element);
    const suspicion = this.document.isOurs ? null : suspectElement(element);
    if (role === null && suspicion === null) this.walkBlock(element, context, around, sink);
    else {
      sink.within({ role: role ?? undefined, suspicion: suspicion ?? undefined }, () => {
        this.walkBlock(element, context, around, sink);
      });
    }
  }

  private walkBlock(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    sink.boundary(context);
    this.walk(element.childNodes, context, sink);
    sink.boundary(around);
  }

  private addWordItem(item: WordListItem, element: HtmlElement, context: HtmlContext, sink: Sink): void {
    const words = new InlineSink();
    this.walk(element.childNodes, context, words);
    if (!words.isEmpty) sink.wordItem(item, words.take().content, context);
    for (const read of words.hoisted) sink.block(read);
  }

  private addHeading(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    const level = headingLevel(element.tagName) ?? 2;
    const words = new InlineSink();
    this.walk(element.childNodes, { ...context, isBoldAnyway: true }, words);
    sink.boundary(around);
    if (!words.isEmpty) {
      const { content, language } = words.take();
      const base = blockBase(inlineText(content), { language, direction: context.direction });
      const role = roleOf(element) ?? (level === 1 ? 'headline' : undefined);
      sink.block({ block: { ...base, type: 'heading', level: level <= 2 ? 2 : 3, content }, level, role });
    }
    for (const read of words.hoisted) sink.block(read);
  }

  private addPicture(element: HtmlElement, context: HtmlContext, sink: Sink): void {
    const read = isRecording(element) ? readRecording(element, context) : readPicture(element, context, this.document);
    if (read.kind === 'words') sink.text(read.text, context);
    else if (read.kind === 'picture') sink.block({ block: read.figure, picture: read.reference });
  }

  private addPullQuote(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    const { quote, hoisted } = readPullQuote(element, context, this.document, this.walk);
    sink.boundary(around);
    if (quote) sink.block({ block: quote });
    for (const read of hoisted) sink.block(read);
  }

  private addSeparator(around: HtmlContext, sink: Sink): void {
    sink.boundary(around);
    sink.block({ block: { ...blockBase('', around), type: 'separator' } });
  }

  private addFigure(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    const isGroup = findElements(element, (inner) => /^(?:figure|table)$/.test(inner.tagName)).length > 0;
    const reads = isGroup ? null : readFigure(element, context, this.document, this.walk);
    if (!reads) {
      this.walkBlock(element, context, around, sink);
      return;
    }
    sink.boundary(around);
    for (const read of reads) sink.block(read);
  }

  private addList(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    sink.boundary(context);
    const items = element.childNodes.filter(isElement);
    const webItems = items.flatMap((item) => {
      const read = readWebListItem(element, item);
      return read ? [{ item, read }] : [];
    });
    if (items.length > 0 && webItems.length === items.length) {
      for (const { item, read } of webItems)
        this.addWordItem(read, item, enterElement(item, context, this.document), sink);
    } else if (context.listDepth >= MAX_LIST_DEPTH) this.walk(element.childNodes, context, sink);
    else {
      const { list, hoisted } = readList(element, context, this.walk);
      if (list) sink.block({ block: list });
      for (const read of hoisted) sink.block(read);
    }
    sink.boundary(around);
  }

  private addTable(element: HtmlElement, context: HtmlContext, around: HtmlContext, sink: Sink): void {
    if (isLayoutTable(element, this.document)) {
      this.walkBlock(element, context, around, sink);
      return;
    }
    sink.boundary(context);
    for (const child of element.childNodes) {
      if (isElement(child) && child.tagName === 'caption') this.walkElement(child, context, sink);
    }
    const { table, hoisted } = readTable(element, context, this.document, this.walk);
    if (table) sink.block({ block: table });
    for (const read of hoisted) sink.block(read);
    sink.boundary(around);
  }

  /** As many ordinary spaces as were typed; a tab is one. */
  private addSpaces(element: HtmlElement, context: HtmlContext, sink: Sink): void {
    const isTab = inlineStyle(element).has('mso-tab-count');
    if (isTab) sink.text(' ', context);
    else sink.text(' '.repeat(rawText(element).length), { ...context, preserve: true });
  }

  private walkQuoted(element: HtmlElement, context: HtmlContext, sink: Sink): void {
    const [open, close] = QUOTES[this.quoteDepth % 2] ?? QUOTES[0];
    this.quoteDepth += 1;
    sink.text(open, context);
    this.walk(element.childNodes, context, sink);
    sink.text(close, context);
    this.quoteDepth -= 1;
  }
}

/** Whether an element names who is quoted, under a block quote: a `footer` or `cite` of it, or its figure's caption. */
function isQuoteEnd(element: HtmlElement, around: HtmlContext): boolean {
  const parent = element.parentNode;
  if (!parent || !isElement(parent)) return false;
  if (around.isQuote && element.tagName === 'footer') return true;
  if (around.isQuote && element.tagName === 'cite')
    return parent.tagName === 'blockquote' && isLastWord(element, parent);
  const isUnderQuote = element.tagName === 'figcaption' && parent.tagName === 'figure';
  return isUnderQuote && findElements(parent, (inner) => inner.tagName === 'blockquote').length > 0;
}

/** Spaces an office program or a browser spells with no-break spaces, which nobody typed. */
function isSpacer(element: HtmlElement): boolean {
  const isFiller = attribute(element, 'class') === 'Apple-converted-space' || isOfficeSpace(element);
  return isFiller && element.childNodes.every((node) => isText(node) && isBlank(node.value));
}

function isOfficeSpace(element: HtmlElement): boolean {
  const style = inlineStyle(element);
  return style.get('mso-spacerun') === 'yes' || style.has('mso-tab-count');
}
