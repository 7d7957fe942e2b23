import { cleanText } from '../export/cleanText.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText } from '../story/plainText.ts';
import { attachCaptions } from './html/attachCaptions.ts';
import { BlockSink } from './html/BlockSink.ts';
import { describeLeftOut } from './html/describeLeftOut.ts';
import { findStory } from './html/findStory.ts';
import { languageOf, ROOT_CONTEXT, type HtmlContext, type HtmlDocument } from './html/HtmlContext.ts';
import { attribute, classNames, findElements, rawText, type HtmlElement, type HtmlParent } from './html/htmlTree.ts';
import { HtmlWalker } from './html/HtmlWalker.ts';
import { parseTree } from './html/parseTree.ts';
import { pruneTree } from './html/pruneTree.ts';
import { settleHeadings } from './html/settleHeadings.ts';
import { settleLanguages } from './html/settleLanguages.ts';
import type { BlockRole, PictureReference, ReadBlock } from './html/Sink.ts';
import { inlineStyle, StyleSheet } from './html/StyleSheet.ts';

/** What the document's markup says of a block, beyond what the block itself can say. */
export interface BlockDetail {
  /** A candidate for one of the story's fields. */
  readonly role: BlockRole | null;
  /** Where the bytes of a picture are to be had from: the address as the document gives it, or `data:`. */
  readonly picture: PictureReference | null;
  /** Why it looks like page furniture, in plain words. */
  readonly suspicion: string | null;
}

export interface HtmlOptions {
  /** Whether Stet wrote the document: nothing in it is guessed then. By default the page says so itself. */
  readonly isOurs?: boolean;
}

/** A document in our blocks. */
export interface HtmlBlocks {
  /** Pictures are figures without an asset: nothing is fetched here. */
  readonly blocks: Block[];
  readonly details: ReadonlyMap<BlockId, BlockDetail>;
  /** BCP 47, by the document's own word or by most of its text; empty when nothing says. */
  readonly language: string;
  /** The page's `title`; empty when it has none. */
  readonly title: string;
  /** Words at the beginning of a paragraph that are marked up as its dateline; empty when none are. */
  readonly dateline: string;
  /** Whether Stet wrote the document. */
  readonly isOurs: boolean;
  /** Sentences about what was left out. */
  readonly notes: string[];
}

const OUTSIDE = "stands outside the page's article";

/**
 * Reads HTML of any origin into our blocks: a page, a clipboard of Word, Google Docs, LibreOffice or a browser, the output
 * of mammoth and marked, our own export. Nothing runs and nothing is loaded; every visible word comes through, in order,
 * apart from the menus and fields of a page, which the notes name. A first-level heading is a heading of level 2 with the
 * role `headline`. Pull-quotes are not bound to their passages yet.
 * Throws StetError `tooLarge` for what is beyond any story.
 */
export function htmlToBlocks(html: string, options: HtmlOptions = {}): HtmlBlocks {
  const tree = parseTree(html);
  const sheet = new StyleSheet(findElements(tree, named('style')).map(rawText).join('\n'));
  const metas = findElements(tree, named('meta'));
  const generator = metas.find((meta) => attribute(meta, 'name')?.toLowerCase() === 'generator');
  const isOurs = options.isOurs ?? (generator !== undefined && attribute(generator, 'content') === 'Stet');
  const title = findElements(tree, named('title')).map(rawText).join(' ');
  const base = readBase(tree);
  const leftOut = pruneTree(tree, sheet);
  const [root] = findElements(tree, named('html'));
  const [body] = findElements(tree, named('body'));
  const story = isOurs || !body ? null : findStory(body);
  const isOffice = /schemas-microsoft-com|mso-|LibreOffice|OpenOffice/.test(html.slice(0, 20_000));
  const document: HtmlDocument = { sheet, base, isOffice, isOurs, story };

  const sink = new BlockSink(isOurs);
  if (body) {
    const walker = new HtmlWalker(document);
    const context: HtmlContext = { ...ROOT_CONTEXT, direction: rootDirection([root, body], sheet) };
    sink.within({ suspicion: story && story !== body ? OUTSIDE : undefined }, () => {
      walker.walk(body.childNodes, context, sink);
    });
  }
  const said = [body, root].flatMap((element) => (element ? (languageOf(element) ?? []) : []))[0] ?? '';
  const { reads, language } = settleLanguages(settleHeadings(attachCaptions(sink.finish())), said, isOurs);
  return {
    blocks: reads.map((read) => read.block),
    details: new Map(reads.map((read) => [read.block.id, detailOf(read)])),
    language,
    title: oneLine(title),
    dateline: body ? oneLine(findElements(body, isDateline).slice(0, 1).map(rawText).join('')) : '',
    isOurs,
    notes: describeLeftOut(leftOut),
  };
}

function oneLine(text: string): string {
  return cleanText(text)
    .replace(/[\ufeff\ufffc]/g, '')
    .replace(/ +/g, ' ')
    .trim();
}

function isDateline(element: HtmlElement): boolean {
  return classNames(element).includes('dateline');
}

function named(tag: string): (element: HtmlElement) => boolean {
  return (element) => element.tagName === tag;
}

function detailOf({ block, role, picture, suspicion }: ReadBlock): BlockDetail {
  // A page's lead picture and its headline often stand above its article.
  const isKept =
    suspicion === OUTSIDE && (role === 'headline' || role === 'deck' || role === 'byline' || isCaptioned(block));
  return { role: role ?? null, picture: picture ?? null, suspicion: isKept ? null : (suspicion ?? null) };
}

function isCaptioned(block: Block): boolean {
  return block.type === 'figure' && blockText(block) !== '';
}

/** What relative links start from: the page's `base`, or the address it says it is known by. */
function readBase(tree: HtmlParent): string | null {
  const [base] = findElements(tree, (element) => element.tagName === 'base' && attribute(element, 'href') !== null);
  const [known] = findElements(tree, (element) => {
    return element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical';
  });
  for (const element of [base, known]) {
    const href = (element && attribute(element, 'href'))?.trim() ?? '';
    if (/^https?:\/\/[^\s/]/i.test(href)) return href;
  }
  return null;
}

/** Only right-to-left is taken from the page as a whole: `ltr` is what pages say that never thought of it. */
function rootDirection(elements: readonly (HtmlElement | undefined)[], sheet: StyleSheet): 'rtl' | null {
  const isRtl = elements.some((element) => {
    if (!element) return false;
    const said =
      attribute(element, 'dir') ?? inlineStyle(element).get('direction') ?? sheet.ruled(element).get('direction');
    return said?.trim().toLowerCase() === 'rtl';
  });
  return isRtl ? 'rtl' : null;
}
