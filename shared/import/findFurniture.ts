import { readGluedCredit } from '../media/gluedCredit.ts';
import type { Furniture } from '../ipc/librarySchemas.ts';
import { foldText } from '../lang/foldText.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText } from '../story/plainText.ts';
import { FURNITURE_PATTERNS } from './furniturePatterns.ts';

/** What is known of a document beside its blocks. */
export interface FurnitureHints {
  /** The story's headline, where it is no block. */
  readonly headline?: string;
  /**
   * The block that was the headline stood before this one; what is above came from the page, not from the story. null: there
   * was none. By default the headline's last copy in the blocks tells.
   */
  readonly startsAt?: BlockId | null;
  /** Why the markup says that a block is furniture. */
  readonly suspicions?: ReadonlyMap<BlockId, string>;
}

/** Longer than any line of a page's furniture. */
const MAX_FURNITURE = 240;
/** A paragraph this long, or a shorter one that ends like a sentence, is copy. */
const COPY_LENGTH = 120;
const SENTENCE_LENGTH = 60;
const SENTENCE_END = /[.!?…؟۔:]["'”’»)\]\s\u00a0]*$/u;
/** What stands under a story and belongs to it. */
const CREDITS =
  /\b(?:contributed to|report(?:ed|ing) (?:by|from)|edit(?:ed|ing) by|written by|translat(?:ed|ion) (?:by|from))\b|^[\s*#—–-]*(?:30|ends?)[\s*#—–-]*$/iu;
/** A repeated line shorter than this may be a refrain, a label, a name. */
const MIN_REPEATED = 30;
const HEAD_BLOCKS = 40;
const MIN_HEADLINE = 15;
const EXCERPT = 90;
const REPEATED_HEADLINE = 'repeats the headline';

/**
 * Finds what looks like the furniture of a page in imported or pasted blocks: appeals, buttons, notices, the headline again,
 * paragraphs printed twice. Blocks next to each other with the same reason are one offer. Nothing is removed here.
 */
export function findFurniture(blocks: readonly Block[], hints: FurnitureHints = {}): Furniture[] {
  const texts = blocks.map((block) => blockText(block).trim());
  const reasons = blocks.map((): string | undefined => undefined);
  const set = (index: number, reason: string): void => {
    reasons[index] ??= reason;
  };
  blocks.forEach((block, index) => {
    const suspicion = hints.suspicions?.get(block.id);
    if (suspicion !== undefined) set(index, suspicion);
  });
  const keys = blocks.map((block, index) => {
    return block.type === 'paragraph' || block.type === 'heading' ? keyOf(texts[index] ?? '') : '';
  });
  // Without a headline given, a line printed twice near the top is one: the last of them has the story under it.
  const isHere = keyOf(hints.headline ?? '') === '';
  const headline = isHere ? findHeadline(keys, texts) : keyOf(hints.headline ?? '');
  const lastCopy = headline === '' ? -1 : keys.lastIndexOf(headline);
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (key === '') return;
    if (key === headline) {
      if (!isHere || index !== lastCopy) set(index, REPEATED_HEADLINE);
    } else if (key.length >= MIN_REPEATED && seen.has(key)) set(index, 'stands in the story twice');
    seen.add(key);
  });
  findLines(blocks, texts, set);
  const { startsAt } = hints;
  const start = startsAt === undefined ? lastCopy : blocks.findIndex((block) => block.id === startsAt);
  findEdges(blocks, texts, start, reasons);
  return group(blocks, texts, reasons);
}

type SetReason = (index: number, reason: string) => void;

/** The key of a line, no sentence, that comes twice among the first blocks; '' if none does. */
function findHeadline(keys: readonly string[], texts: readonly string[]): string {
  const head = keys.slice(0, HEAD_BLOCKS);
  const found = head.find((key, index) => {
    const text = texts[index] ?? '';
    const isLong = key.length >= MIN_HEADLINE && text.length <= MAX_FURNITURE;
    return isLong && head.lastIndexOf(key) > index && !SENTENCE_END.test(text);
  });
  return found ?? '';
}

/** Words alone: printed twice, a headline may have other quotation marks, case or spaces. */
function keyOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function findLines(blocks: readonly Block[], texts: readonly string[], set: SetReason): void {
  const isCopyAt = texts.map((text, index) => isCopy(blocks[index], text));
  const first = isCopyAt.indexOf(true);
  const last = isCopyAt.lastIndexOf(true);
  blocks.forEach((block, index) => {
    const text = texts[index] ?? '';
    if (!isLine(block) || text === '' || text.length > MAX_FURNITURE) return;
    const isAtEdge = index < first || index > last || first < 0;
    const found = FURNITURE_PATTERNS.find(({ pattern, atEdges }) => (isAtEdge || !atEdges) && pattern.test(text));
    if (found) set(index, found.reason);
  });
}

/**
 * Above the headline, and below the last sentence of the story, a line need not say what it is: it goes with those around
 * it, if one of them does.
 */
function findEdges(
  blocks: readonly Block[],
  texts: readonly string[],
  start: number,
  reasons: (string | undefined)[],
): void {
  const isLoose = (index: number): boolean => {
    const text = texts[index] ?? '';
    // A caption that ends in its credit is the lead picture's.
    return isLine(blocks[index]) && text.length <= MAX_FURNITURE && readGluedCredit(text, true) === null;
  };
  let end = blocks.length;
  while (end > 0 && isLoose(end - 1) && (reasons[end - 1] !== undefined || isLabel(texts[end - 1] ?? ''))) end -= 1;
  for (const [place, from, to] of [
    ['above the headline', 0, start],
    ['below the story', Math.max(end, 1), blocks.length],
  ] as const) {
    const lines = blocks.flatMap((_, index) => (index >= from && index < to && isLoose(index) ? [index] : []));
    const said = lines.flatMap((index) => reasons[index] ?? []).find((reason) => reason !== REPEATED_HEADLINE);
    if (said === undefined) continue;
    for (const index of lines) if (reasons[index] !== REPEATED_HEADLINE) reasons[index] = `${said}, ${place}`;
  }
}

function isLine(block: Block | undefined): boolean {
  return block?.type === 'paragraph' || block?.type === 'heading' || block?.type === 'list';
}

function isCopy(block: Block | undefined, text: string): boolean {
  if (block?.type !== 'paragraph') return block?.type === 'quote' || block?.type === 'pullQuote';
  return text.length >= COPY_LENGTH || (text.length >= SENTENCE_LENGTH && SENTENCE_END.test(text));
}

/** A line that is no sentence, as on buttons and banners; not the credits of those who helped. */
function isLabel(text: string): boolean {
  if (CREDITS.test(text)) return false;
  const isShouted = text === text.toUpperCase() && text !== text.toLowerCase();
  return text.length < COPY_LENGTH && (isShouted || !SENTENCE_END.test(text));
}

function group(
  blocks: readonly Block[],
  texts: readonly string[],
  reasons: readonly (string | undefined)[],
): Furniture[] {
  const offers: { blockIds: BlockId[]; reason: string; texts: string[] }[] = [];
  blocks.forEach((block, index) => {
    const reason = reasons[index];
    if (reason === undefined) return;
    const last = offers.at(-1);
    const text = texts[index] ?? '';
    if (last && reasons[index - 1] === reason) {
      last.blockIds.push(block.id);
      last.texts.push(text);
    } else offers.push({ blockIds: [block.id], reason, texts: [text] });
  });
  return offers.map(({ blockIds, reason, texts: words }) => ({ blockIds, reason, excerpt: excerptOf(words) }));
}

function excerptOf(texts: readonly string[]): string {
  const text = texts.filter(Boolean).join(' · ').replace(/\s+/gu, ' ');
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT);
  return `${cut.slice(0, cut.lastIndexOf(' ') > EXCERPT / 2 ? cut.lastIndexOf(' ') : EXCERPT)}…`;
}
