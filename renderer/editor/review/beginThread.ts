import { $isTableSelection } from '@lexical/table';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type LexicalNode,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { newThreadId, type BlockId } from '../../../shared/story/ids.ts';
import type { Anchor } from '../../../shared/story/review.ts';
import { $selectedBlocks } from '../blocks/selectedBlocks.ts';
import { isPageField } from '../fields/pageFields.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround, $caretBlock } from '../model/topLevel.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $slotAround } from '../nodes/slots.ts';
import type { BegunThread } from '../storyEditorApi.ts';
import { $cutTexts, $elementText, $markableElement, pieceAt, type CommentedPiece } from './commentedText.ts';
import { $addThread, TALK_TAG } from './threadNodes.ts';

/** Longest words kept of what a thread is about; more would tell no more. */
const MOST_WORDS = 2000;

interface Covered {
  readonly piece: CommentedPiece;
  readonly texts: readonly TextNode[];
}

/** How far into an element a point is; `ifOutside` where it is not in it. */
function $offsetIn(element: LexicalNode, point: PointType, ifOutside: number): number {
  const at = point.getNode();
  if (!$isElementNode(element) || !(element.is(at) || element.isParentOf(at))) return ifOutside;
  return $offsetOfPoint(element, point);
}

function $cover(blockId: BlockId, element: LexicalNode, from: number, to: number): Covered[] {
  if (!$isElementNode(element) || to <= from) return [];
  const text = $elementText(element);
  const chosen = text.slice(from, to);
  const start = from + chosen.length - chosen.trimStart().length;
  const end = from + chosen.trimEnd().length;
  if (end <= start) return [];
  return [{ piece: pieceAt(blockId, text, { start, end }), texts: $cutTexts(element, { start, end }) }];
}

/** What the selection covers of each block's words. */
function $coveredWords(selection: RangeSelection): Covered[] {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const slot = $slotAround(start.getNode());
  if (slot && !slot.isRich() && slot.is($slotAround(end.getNode()))) return [];
  return $selectedBlocks().flatMap((block) => {
    const id = $getBlockId(block);
    const element = $markableElement(block);
    if (id === null || !element) return [];
    const size = $elementText(element).length;
    return $cover(id, element, $offsetIn(element, start, 0), $offsetIn(element, end, size));
  });
}

/** Whole cells of a table. */
function $coveredCells(nodes: readonly LexicalNode[]): Covered[] {
  const texts = nodes.filter($isTextNode);
  const block = texts[0] && $blockAround(texts[0]);
  const blockId = block ? $getBlockId(block) : null;
  if (blockId === null) return [];
  const words = texts.map((node) => node.getTextContent()).join('\n');
  return [{ piece: { blockId, words, before: '', after: '' }, texts }];
}

function wordsAnchor(covered: readonly Covered[]): Anchor | null {
  const [first] = covered;
  const last = covered.at(-1);
  if (!first || !last) return null;
  const words = covered.map(({ piece }) => piece.words).join('\n');
  const { blockId, before } = first.piece;
  return { kind: 'words', blockId, words: words.slice(0, MOST_WORDS), before, after: last.piece.after };
}

/** The block the caret is in; a caption where it is in one. */
function $blockAnchor(): Anchor | null {
  const block = $caretBlock();
  const blockId = block ? $getBlockId(block) : null;
  if (!block || blockId === null) return null;
  const selection = $getSelection();
  const slot = $isRangeSelection(selection) ? $slotAround(selection.anchor.getNode()) : null;
  const element = $markableElement(block);
  const words = (element ? $elementText(element) : '').slice(0, MOST_WORDS);
  const isCaption = $isFigureNode(block) && slot?.getName() === 'caption';
  return { kind: isCaption ? 'caption' : 'block', blockId, words };
}

/** What a field says, or what is selected in it. */
function fieldAnchor(field: HTMLTextAreaElement): Anchor | null {
  const name = field.dataset['storyField'];
  if (!isPageField(name as 'headline')) return null;
  const { selectionStart, selectionEnd, value } = field;
  const chosen = value.slice(selectionStart, selectionEnd).trim();
  return { kind: 'field', field: name as 'headline', words: (chosen || value).slice(0, MOST_WORDS) };
}

/**
 * Begins a thread on what is selected: words (in several blocks, too), the field that had the keyboard, else the block with the
 * caret. The words are marked at once, so that they may be edited while somebody thinks of what to say. Marks are no step of
 * the history. null where there is nothing to speak of.
 */
export function beginThread(editor: LexicalEditor, field: HTMLTextAreaElement | null): BegunThread | null {
  const id = newThreadId();
  if (field) {
    const about = fieldAnchor(field);
    return about && { id, about };
  }
  let about: Anchor | null = null;
  editor.update(
    () => {
      const selection = $getSelection();
      const covered = $isTableSelection(selection)
        ? $coveredCells(selection.getNodes())
        : $isRangeSelection(selection) && !selection.isCollapsed()
          ? $coveredWords(selection)
          : [];
      about = wordsAnchor(covered) ?? $blockAnchor();
      for (const { texts } of covered) $addThread(texts, id);
    },
    { discrete: true, tag: [HISTORY_MERGE_TAG, TALK_TAG, SKIP_DOM_SELECTION_TAG] },
  );
  return about && { id, about };
}
