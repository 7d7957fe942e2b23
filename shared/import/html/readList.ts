import { isBlank } from '../../export/cleanText.ts';
import type { ListBlock, ListItem } from '../../story/block.ts';
import { inlineText } from '../../story/plainText.ts';
import { blockBase } from './blockBase.ts';
import type { HtmlContext } from './HtmlContext.ts';
import { attribute, findElements, isElement, isText, type HtmlElement, type HtmlNode } from './htmlTree.ts';
import { InlineSink } from './InlineSink.ts';
import type { ReadBlock, Walk } from './Sink.ts';
import { LIST_TAGS } from './tagKinds.ts';

/** What was read of a list: null if no item has words, and the pictures that stood in its items. */
export interface ReadList {
  readonly list: ListBlock | null;
  readonly hoisted: readonly ReadBlock[];
}

/** Reads a list with the lists inside it; `context` is the list element's own. */
export function readList(element: HtmlElement, context: HtmlContext, walk: Walk): ReadList {
  const inner: HtmlContext = { ...context, listDepth: context.listDepth + 1 };
  const hoisted: ReadBlock[] = [];
  const items: ListItem[] = [];
  for (const nodes of itemNodes(element)) {
    const sink = new ItemSink();
    walk(nodes.nodes, inner, sink);
    const [first, ...rest] = sink.finish();
    hoisted.push(...sink.hoisted);
    if (!first) continue;
    const last = items.at(-1);
    // A list right inside a list, as Word and Google Docs write it, belongs to the item before it.
    if (nodes.isLoose && last && !last.list && first.content.length === 0) last.list = first.list;
    else items.push(first);
    items.push(...rest);
  }
  if (items.length === 0) return { list: null, hoisted };
  const base = blockBase(items.map((item) => inlineText(item.content)).join('\n'), context);
  const kind = element.tagName === 'ol' ? 'numbered' : 'bulleted';
  const start = kind === 'numbered' ? readStart(element) : 1;
  const list: ListBlock = { ...base, type: 'list', kind, ...(start === 1 ? {} : { start }), items };
  return { list, hoisted };
}

/** Collects one item; words after a list inside it make another item, so that the order stays. */
class ItemSink extends InlineSink {
  private readonly items: ListItem[] = [];

  override block(read: ReadBlock): void {
    if (read.block.type !== 'list') {
      super.block(read);
      return;
    }
    this.closeItem();
    const { kind, items } = read.block;
    const last = this.items.at(-1);
    if (!last || (last.list && last.list.kind !== kind)) this.items.push({ content: [], list: { kind, items } });
    else if (last.list) last.list.items.push(...items);
    else last.list = { kind, items };
  }

  finish(): ListItem[] {
    this.closeItem();
    return this.items;
  }

  private closeItem(): void {
    const isWritten = !this.isEmpty;
    const { content } = this.take();
    if (isWritten) this.items.push({ content });
  }
}

/** What makes up each item: an `li`, or whatever else was put into the list. Wrappers around items are looked through. */
function itemNodes(list: HtmlElement): { nodes: readonly HtmlNode[]; isLoose: boolean }[] {
  return list.childNodes.flatMap((node) => {
    if (isText(node)) return isBlank(node.value) ? [] : [{ nodes: [node], isLoose: true }];
    if (!isElement(node)) return [];
    if (node.tagName === 'li') return [{ nodes: [node], isLoose: false }];
    const isList = LIST_TAGS.has(node.tagName);
    const isWrapper = !isList && findElements(node, (inner) => inner.tagName === 'li').length > 0;
    return isWrapper ? itemNodes(node) : [{ nodes: [node], isLoose: true }];
  });
}

function readStart(list: HtmlElement): number {
  const first = findElements(list, (inner) => inner.tagName === 'li')[0];
  const written = (first && attribute(first, 'value')) ?? attribute(list, 'start') ?? '1';
  const start = Number.parseInt(written, 10);
  return Number.isSafeInteger(start) && Math.abs(start) < 1_000_000_000 ? start : 1;
}
