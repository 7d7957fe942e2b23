import { $isTextNode, type ElementNode, type TextNode } from 'lexical';
import { $readLines, type TextStretch } from '../model/textOffsets.ts';
import type { TextEdit } from './textEdits.ts';

interface Words extends TextStretch {
  readonly node: TextNode;
}

function $readWords(block: ElementNode): Words[] {
  const words: Words[] = [];
  for (const { leaves } of $readLines(block)) {
    for (const { node, start, end } of leaves) if ($isTextNode(node)) words.push({ node, start, end });
  }
  return words;
}

/** The words of these texts that a stretch covers. */
function overlap(words: readonly Words[], { start, end }: TextStretch): Words[] {
  return words.filter((leaf) => leaf.start < end && leaf.end > start);
}

function $textOf(words: readonly Words[], stretch: TextStretch): string {
  return overlap(words, stretch)
    .map(({ node, start }) =>
      node.getTextContent().slice(Math.max(0, stretch.start - start), Math.max(0, stretch.end - start)),
    )
    .join('');
}

/** The new words go where the first replaced character was, with its marks and into its link; the others go. */
function $replaceStretch(words: readonly Words[], stretch: TextStretch, replacement: string): void {
  overlap(words, stretch).forEach(({ node, start, end }, index) => {
    const from = Math.max(0, stretch.start - start);
    const size = Math.min(stretch.end, end) - start - from;
    const added = index === 0 ? replacement : '';
    if (added === '' && size === node.getTextContentSize()) node.remove();
    else node.spliceText(from, size, added);
  });
}

/**
 * Puts other words in place of stretches of a block's text, given in order and none overlapping another. Answers what
 * changed; a stretch that reads like its replacement already is left alone. Inside an update.
 */
export function $replaceInBlock(
  block: ElementNode,
  stretches: readonly TextStretch[],
  replacement: string,
): TextEdit[] {
  const words = $readWords(block);
  const different = stretches.filter((stretch) => $textOf(words, stretch) !== replacement);
  // From the last to the first: what is before an edit keeps its place.
  for (const stretch of different.toReversed()) $replaceStretch(words, stretch, replacement);
  return different.map(({ start, end }) => ({ start, end, length: replacement.length }));
}
