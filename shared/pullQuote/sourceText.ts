import type { Block, QuoteSource } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText } from '../story/plainText.ts';
import { quoteWords, type QuoteWord } from './quoteWords.ts';

/** A block that pull-quotes can be lifted from, with its words laid out. */
export interface SourceText {
  readonly blockId: BlockId;
  /** Place in the story's list of blocks. */
  readonly index: number;
  /** What the offsets of a binding count in (`blockText`). */
  readonly text: string;
  readonly words: readonly QuoteWord[];
  /** Where each word stands among `words`, by its loose key. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** A stretch of a block's text, in UTF-16 offsets of `blockText`. */
export interface PassageRange {
  readonly blockId: BlockId;
  readonly start: number;
  readonly end: number;
}

/** Blocks are replaced, never changed, so what was found out about one holds as long as it lives. */
const laidOut = new WeakMap<Block, Pick<SourceText, 'text' | 'words' | 'places'>>();

/** The blocks of a story that pull-quotes are lifted from: its copy, without other pull-quotes and captions. */
export function sourceTexts(blocks: readonly Block[]): SourceText[] {
  const texts: SourceText[] = [];
  blocks.forEach((block, index) => {
    if (block.type === 'pullQuote' || block.type === 'figure' || block.type === 'separator') return;
    let layout = laidOut.get(block);
    if (!layout) {
      const text = blockText(block);
      const words = quoteWords(text);
      layout = { text, words, places: placesOf(words) };
      laidOut.set(block, layout);
    }
    texts.push({ blockId: block.id, index, ...layout });
  });
  return texts;
}

function placesOf(words: readonly QuoteWord[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  words.forEach(({ looseKey }, at) => {
    const known = places.get(looseKey);
    if (known) known.push(at);
    else places.set(looseKey, [at]);
  });
  return places;
}

/** Characters of the story that are remembered on each side of a passage. Letters (`letterText`) are read by it: it stays. */
const AROUND = 40;

/** A binding to a stretch of a block, whose text is `text`; `passage` if other words than today's are to be remembered. */
export function sourceAt(range: PassageRange, text: string, passage = text.slice(range.start, range.end)): QuoteSource {
  const { blockId, start, end } = range;
  // Not half of a character: what is cut in two cannot be stored.
  const before = text.slice(Math.max(0, start - AROUND), start).replace(/^[\udc00-\udfff]/, '');
  const after = text.slice(end, end + AROUND).replace(/[\ud800-\udbff]$/, '');
  return { blockId, start, end, passage, before, after };
}
