import { foldText } from '../lang/foldText.ts';
import { readGluedCredit } from '../media/gluedCredit.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { blockText } from '../story/plainText.ts';
import { creditOf, readCreditBelow, readTwoLines } from './creditedCaption.ts';
import { isFurnitureLine } from './furniturePatterns.ts';
import type { BlockRole } from './html/Sink.ts';
import { readDateline } from './readDateline.ts';

/** The blocks of a document that are the story's furniture; null where none is. */
export interface StoryHead {
  readonly headline: BlockId | null;
  readonly deck: BlockId | null;
  readonly byline: BlockId | null;
  /** A paragraph that is a dateline and nothing else. */
  readonly dateline: BlockId | null;
  /** True when only the place and the look of the lines told, not their markup. */
  readonly isGuessed: boolean;
}

/** What the markup says of the blocks. */
export interface HeadHints {
  roleOf(id: BlockId): BlockRole | null;
  isSuspect(id: BlockId): boolean;
  /** The page's `title`; empty when there is none. */
  readonly title: string;
  /** Whether the headline is known already (front matter): none is looked for. */
  readonly hasHeadline: boolean;
  /** The document marks up everything it has: nothing is guessed. */
  readonly isMarked: boolean;
}

/** Page furniture and a lead picture may stand before the story; a headline is not further down than this. */
const HEAD_BLOCKS = 40;
const MAX_HEADLINE = 250;
const MAX_DECK = 700;
const MAX_BYLINE = 200;
const SENTENCE_END = /[.,;:،؛。۔…][\s\u00a0"'”’»)\]]*$/u;
/** How a conversation is written down. */
const SPEAKER = /^[\p{Lu}\p{M} .]{2,30}:/u;
const BYLINE =
  /^(?:by|written by|story by|par|von|por|di|بقلم|كتب(?:ت)?|كتابة|تحریر|رپورٹ|از قلم|מאת|כתב|כתבה)(?:[\s\u00a0]*:[\s\u00a0]*|[\s\u00a0]+)\p{L}/iu;

/** Finds headline, deck, byline and a dateline of its own: by markup where there is any, else by how stories begin. */
export function readHead(blocks: readonly Block[], hints: HeadHints): StoryHead {
  const head = blocks.slice(0, HEAD_BLOCKS).filter(isLine);
  const marked = (role: BlockRole, longest: number): Block | null => {
    return head.find((block) => hints.roleOf(block.id) === role && textOf(block).length <= longest) ?? null;
  };
  const byMarkup = hints.hasHeadline ? null : marked('headline', MAX_HEADLINE * 2);
  const isGuessing = !hints.isMarked && !byMarkup && !hints.hasHeadline;
  const guessed = isGuessing ? (findRepeated(head, hints.title) ?? guessHeadline(head, hints)) : null;
  const headline = byMarkup ?? guessed;
  const under = headline ? head.slice(head.indexOf(headline) + 1) : hints.hasHeadline ? head : [];
  const after = hints.isMarked ? [] : under;
  const byline = marked('byline', MAX_BYLINE) ?? after.slice(0, 4).find(isByline) ?? null;
  const dateline = marked('dateline', MAX_BYLINE) ?? after.slice(0, 5).find(isWholeDateline) ?? null;
  const [next, following] = after.filter(
    (block, at) =>
      block !== byline &&
      block !== dateline &&
      !hints.isSuspect(block.id) &&
      !isCaption(block, after[at - 1], after[at + 1]),
  );
  const markedDeck = marked('deck', MAX_DECK);
  const guessedDeck = !markedDeck && next && following && isDeck(next, following) ? next : null;
  const deck = markedDeck ?? guessedDeck;
  return {
    headline: headline?.id ?? null,
    deck: deck && deck !== headline ? deck.id : null,
    byline: byline && byline !== headline && byline !== deck ? byline.id : null,
    dateline: dateline?.id ?? null,
    isGuessed: guessed !== null || guessedDeck !== null,
  };
}

/** A headline copied off a page often comes twice; the last one has the story under it. Or it is the page's title. */
function findRepeated(head: readonly Block[], title: string): Block | null {
  const keys = head.map((block) => keyOf(textOf(block)));
  const isHeadline = (index: number): boolean => {
    const text = head[index] ? textOf(head[index]) : '';
    return text.length >= 15 && text.length <= MAX_HEADLINE && !SENTENCE_END.test(text) && !isFurnitureLine(text);
  };
  const titleKey = keyOf(title);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    const last = keys.lastIndexOf(key);
    if (isHeadline(index) && last > index) return head[last] ?? null;
    if (isHeadline(index) && titleKey !== '' && (titleKey === key || titleKey.startsWith(`${key} `)))
      return head[index] ?? null;
  }
  return null;
}

/** The first line, if it is none of a text: short, no sentence, and a longer paragraph under it. */
function guessHeadline(head: readonly Block[], hints: HeadHints): Block | null {
  const lines = head.filter((block) => !hints.isSuspect(block.id) && !isFurnitureLine(textOf(block)));
  const [first, ...rest] = lines;
  if (!first || rest.length === 0) return null;
  const text = textOf(first);
  if (text === '' || text.length > MAX_HEADLINE || SENTENCE_END.test(text)) return null;
  if (isByline(first) || readDateline(text)) return null;
  return rest.slice(0, 5).some((block) => textOf(block).length > text.length) ? first : null;
}

/** Under a headline, a line that ends without a full stop, or that stands before the paragraph with the dateline. */
function isDeck(block: Block, following: Block): boolean {
  const text = textOf(block);
  if (text.length < 20 || text.length > MAX_DECK || readDateline(text) || isByline(block) || SPEAKER.test(text))
    return false;
  if (block.type === 'heading' && following.type === 'heading') return false;
  return readDateline(textOf(following)) !== null || (!SENTENCE_END.test(text) && textOf(following).length > 60);
}

/** The lead picture's caption with its credit, or either of the two. */
function isCaption(block: Block, before: Block | undefined, after: Block | undefined): boolean {
  if (readCreditBelow(block, after) || creditOf(block) !== null) return !before || !isByline(before);
  return block.type === 'paragraph' && (readTwoLines(block) ?? readGluedCredit(textOf(block), true)) !== null;
}

function isLine(block: Block): boolean {
  return block.type === 'paragraph' || block.type === 'heading';
}

function isByline(block: Block): boolean {
  const text = textOf(block);
  return text.length <= 120 && BYLINE.test(text) && !/[.!?؟۔]$/u.test(text);
}

function isWholeDateline(block: Block): boolean {
  const text = textOf(block);
  return readDateline(text)?.length === text.length;
}

function textOf(block: Block): string {
  return blockText(block)
    .replace(/\s*\n\s*/gu, ' ')
    .trim();
}

function keyOf(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
