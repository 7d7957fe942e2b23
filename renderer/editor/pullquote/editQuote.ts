import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import type { Repull } from '../../../shared/pullQuote/repullQuote.ts';
import type { QuoteSuggestion } from '../../../shared/pullQuote/suggestPullQuotes.ts';
import type { Block, KeptQuote, QuoteSource } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { Inline } from '../../../shared/story/inline.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import { $createInlineNodes, $createPlainNodes } from '../model/inlines.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';
import { $isPullQuoteNode, type PullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { sliceInlines } from '../paste/sliceInlines.ts';
import { $createPullQuote, passageWords } from './pullFromSelection.ts';

/** One step of the history, the keyboard and the page staying where they are. */
function step(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] });
}

function $findQuote(id: BlockId): PullQuoteNode | null {
  const node = $findBlock(id);
  return $isPullQuoteNode(node) ? node : null;
}

/** Notes where passages went; no step of its own: whoever undoes a change undoes what followed from it. */
export function bindQuotes(editor: LexicalEditor, moved: readonly { id: BlockId; source: QuoteSource }[]): void {
  editor.update(
    () => {
      for (const { id, source } of moved) $findQuote(id)?.setSource(source);
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
}

/** Puts the words of the source as it reads now into a pull-quote. */
export function applyRepull(editor: LexicalEditor, id: BlockId, { text, source }: Repull): void {
  step(editor, () => {
    const node = $findQuote(id);
    const slot = node?.getQuote();
    if (!node || !slot) return;
    const home = $findBlock(source.blockId);
    const words = home ? dress($readBlock(home), source, text) : [{ type: 'text' as const, text }];
    const selection = $getSelection();
    const isInside = $isRangeSelection(selection) && $blockAround(selection.anchor.getNode())?.is(node);
    slot.clear();
    slot.append(...$createInlineNodes(words));
    node.setSource(source).setKept(null);
    if (isInside) slot.selectEnd();
  });
}

/** The pulled words with the marks and links they have in the source, where its letters are the same. */
function dress(block: Block, { start, end }: QuoteSource, text: string): Inline[] {
  const plain: Inline[] = [{ type: 'text', text }];
  if (!('content' in block)) return plain;
  const inlines = sliceInlines(block.content, start, end);
  const bare = inlineText(inlines).replace(/[\s,;:،؛—–-]+$/u, '');
  const at = text.toLowerCase().indexOf(bare.toLowerCase());
  if (bare === '' || at < 0) return plain;
  // Only the first letter's case can differ.
  let offset = at;
  const recase = (inline: Inline): Inline => {
    if (inline.type === 'lineBreak') {
      offset += 1;
      return inline;
    }
    if (inline.type === 'link') return { ...inline, children: inline.children.map(recase) as typeof inline.children };
    const own = text.slice(offset, offset + inline.text.length);
    offset += inline.text.length;
    return { ...inline, text: own };
  };
  const words = sliceInlines(inlines, 0, bare.length).map(recase);
  const before = text.slice(0, at);
  const after = text.slice(at + bare.length);
  return [
    ...(before === '' ? [] : [{ type: 'text' as const, text: before }]),
    ...words,
    ...(after === '' ? [] : [{ type: 'text' as const, text: after }]),
  ];
}

/** Records that a pull-quote stands as it is, or takes that back. */
export function applyKeep(editor: LexicalEditor, id: BlockId, kept: KeptQuote | null): void {
  step(editor, () => {
    $findQuote(id)?.setKept(kept);
  });
}

/** Moves a pull-quote before the block its words come from. */
export function moveBefore(editor: LexicalEditor, id: BlockId, sourceId: BlockId): void {
  step(editor, () => {
    const node = $findQuote(id);
    const source = $findBlock(sourceId);
    if (node && source) source.insertBefore(node, false);
  });
}

/** Writes who said it. */
export function applyAttribution(editor: LexicalEditor, id: BlockId, text: string): void {
  step(editor, () => {
    const slot = $findQuote(id)?.getAttribution();
    if (!slot) return;
    slot.clear();
    slot.append(...$createPlainNodes(text));
  });
}

/** Pulls a suggested passage: before its block, the caret where the speaker's name goes. */
export function pullSuggestion(editor: LexicalEditor, { source }: QuoteSuggestion): void {
  editor.update(
    () => {
      const home = $findBlock(source.blockId);
      if (!$isElementNode(home)) return;
      const node = $createPullQuote(source, passageWords($readBlock(home), source));
      home.insertBefore(node, false);
      node.getAttribution()?.select();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
