import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { pointOfFile } from '../../../shared/media/focalPoint.ts';
import { figureMedium } from '../../../shared/media/medium.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { blockText, inlineText } from '../../../shared/story/plainText.ts';
import { countWords, isBodyCopy, readingMinutes } from '../../../shared/story/wordCount.ts';
import type { DraftChange } from '../autosave/DraftSaver.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $getFields } from '../model/storyFields.ts';
import { $findBlock } from '../model/topLevel.ts';
import type { OutlineEntry, StoryStats } from '../storyEditorApi.ts';

interface BlockFigures {
  readonly words: number;
  readonly characters: number;
  readonly pulledWords: number;
  readonly entry: OutlineEntry | null;
}

interface Reports {
  readonly onStats: (stats: StoryStats) => void;
  readonly onOutline: (outline: readonly OutlineEntry[]) => void;
}

/** Counting waits (ms) until the keys rest; while they do not, figures are this old at most. */
const REST_MS = 300;
const OLDEST_MS = 2_000;

/** How many characters a reader would count: code points, without the breaks between parts. */
function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (character !== '\n') count += 1;
  return count;
}

function entryOf(block: Block, text: string): OutlineEntry | null {
  if (block.type === 'heading' || block.type === 'pullQuote') return { blockId: block.id, type: block.type, text };
  if (block.type !== 'figure') return null;
  const { id: blockId, assetId, credit, alt, origin } = block;
  const words = { caption: inlineText(block.caption), credit, alt };
  const picture = { assetId, words, origin, medium: figureMedium(block), point: pointOfFile(block) };
  return { blockId, type: 'figure', text, picture };
}

function $readFigures(node: LexicalNode): BlockFigures {
  const block = $readBlock(node);
  const text = blockText(block);
  const entry = entryOf(block, text);
  const pulledWords = block.type === 'pullQuote' ? countWords(inlineText(block.content)) : 0;
  if (!isBodyCopy(block)) return { words: 0, characters: 0, pulledWords, entry };
  return { words: countWords(text), characters: countCharacters(text), pulledWords, entry };
}

function isSameEntry(a: OutlineEntry, b: OutlineEntry | undefined): boolean {
  if (a.blockId !== b?.blockId || a.text !== b.text) return false;
  return a.picture === b.picture || JSON.stringify(a.picture) === JSON.stringify(b.picture);
}

function sameOutline(a: readonly OutlineEntry[], b: readonly OutlineEntry[]): boolean {
  return a.length === b.length && a.every((entry, at) => isSameEntry(entry, b[at]));
}

/**
 * Counts the story and the selection and keeps its outline, off the typing path: only blocks that changed are counted
 * again, when the page is idle.
 */
export class StoryFigures {
  readonly #blocks = new Map<BlockId, BlockFigures>();
  readonly #dirty = new Map<BlockId, string>();
  #order: readonly BlockId[] = [];
  #isOrderStale = true;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** The first change that is not counted yet came then. */
  #since: number | null = null;
  #idle = 0;
  #outline: readonly OutlineEntry[] | null = null;
  #said = '';

  constructor(
    private readonly editor: LexicalEditor,
    private readonly reports: Reports,
  ) {}

  /** Something changed on the page. */
  changed(change: DraftChange): void {
    for (const [id, hint] of change.blocks) this.#dirty.set(id, hint);
    this.#isOrderStale ||= change.order;
    this.ask();
  }

  /** Counts when there is time: after a change, or when only the selection moved. */
  ask(): void {
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#whenIdle(), Math.min(REST_MS, this.#since + OLDEST_MS - now));
  }

  stop(): void {
    clearTimeout(this.#rest);
    cancelIdleCallback(this.#idle);
  }

  #whenIdle(): void {
    this.#since = null;
    cancelIdleCallback(this.#idle);
    this.#idle = requestIdleCallback(() => this.count(), { timeout: 1000 });
  }

  /** Counts now. */
  count(): void {
    this.editor.getEditorState().read(() => {
      this.#refresh();
      this.#tellStats();
      this.#tellOutline();
    });
  }

  #refresh(): void {
    for (const [id, key] of this.#dirty) {
      const hinted = $getNodeByKey(key);
      const node = hinted && $getBlockId(hinted) === id ? hinted : $findBlock(id);
      if (node) this.#blocks.set(id, $readFigures(node));
    }
    this.#dirty.clear();
    if (!this.#isOrderStale) return;
    this.#isOrderStale = false;
    const order: BlockId[] = [];
    for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
      const id = $getBlockId(node);
      if (id === null) continue;
      order.push(id);
      if (!this.#blocks.has(id)) this.#blocks.set(id, $readFigures(node));
    }
    this.#order = order;
    const kept = new Set(order);
    for (const id of this.#blocks.keys()) if (!kept.has(id)) this.#blocks.delete(id);
  }

  #tellStats(): void {
    let words = 0;
    let characters = 0;
    let pulledWords = 0;
    for (const figures of this.#blocks.values()) {
      words += figures.words;
      pulledWords += figures.pulledWords;
      characters += figures.characters;
    }
    const selection = $getSelection();
    const selected = $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent() : '';
    const stats: StoryStats = {
      words,
      characters,
      readingMinutes: readingMinutes(words),
      targetWords: $getFields().targetWords,
      pulledWords,
      selection: selected === '' ? null : { words: countWords(selected), characters: countCharacters(selected) },
    };
    const said = JSON.stringify(stats);
    if (said === this.#said) return;
    this.#said = said;
    this.reports.onStats(stats);
  }

  #tellOutline(): void {
    const outline = this.#order.flatMap((id) => this.#blocks.get(id)?.entry ?? []);
    if (this.#outline && sameOutline(this.#outline, outline)) return;
    this.#outline = outline;
    this.reports.onOutline(outline);
  }
}
