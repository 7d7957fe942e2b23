import { $isElementNode, $isTextNode, type ElementNode, type LexicalNode, type TextNode } from 'lexical';
import type { RememberedWords } from '../../../shared/review/findWords.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { $readLines, type TextStretch } from '../model/textOffsets.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';

/** Words of one block, by what stood around them. */
export interface CommentedPiece extends RememberedWords {
  readonly blockId: BlockId;
}

/** How much of the words on both sides is remembered, in letters. */
const AROUND = 60;

/** The part of a block that can carry marks: its words, a picture's caption, what a pull-quote says; null where it has none. */
export function $markableElement(block: LexicalNode): ElementNode | null {
  if ($isFigureNode(block)) return block.getCaption();
  if ($isPullQuoteNode(block)) return block.getQuote();
  return $isElementNode(block) ? block : null;
}

/** All words of an element; offsets are those of `$readLines`. */
export function $elementText(element: ElementNode): string {
  return $readLines(element)
    .map(({ leaves }) => leaves.map(({ node }) => node.getTextContent()).join(''))
    .join('\n');
}

/** The texts that make up a stretch of an element, parted from what is beside them. */
export function $cutTexts(element: ElementNode, { start, end }: TextStretch): TextNode[] {
  return $readLines(element).flatMap(({ leaves }) =>
    leaves.flatMap(({ node, start: from, end: to }) => {
      if (!$isTextNode(node) || from >= end || to <= start) return [];
      const first = Math.max(0, start - from);
      const last = Math.min(to, end) - from;
      const cuts = [first, last].filter((at) => at > 0 && at < to - from);
      const parts = cuts.length > 0 ? node.splitText(...cuts) : [node];
      return parts[first > 0 ? 1 : 0] ?? [];
    }),
  );
}

/** A stretch of a text with what stands around it, to be known by later. */
export function pieceAt(blockId: BlockId, text: string, { start, end }: TextStretch): CommentedPiece {
  return {
    blockId,
    words: text.slice(start, end),
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
  };
}
