import { $isLinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import type { Place } from '../../../shared/checks/finding.ts';
import { joinCredits } from '../../../shared/media/pictureWords.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import { isPageField } from '../fields/pageFields.ts';
import { $rebindQuotes } from '../find/rebindQuotes.ts';
import { $replaceInBlock } from '../find/replaceInBlock.ts';
import type { TextEdit } from '../find/textEdits.ts';
import { $createPlainNodes } from '../model/inlines.ts';
import { $getFields, $setField } from '../model/storyFields.ts';
import { $readLines, type TextStretch } from '../model/textOffsets.ts';
import { $findBlock } from '../model/topLevel.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import type { PlacedEdit } from '../storyEditorApi.ts';
import { $placeElement } from './placeElement.ts';

/** From the last place to the first: what stands before an edit keeps its offsets. */
function lastFirst(edits: readonly PlacedEdit[]): PlacedEdit[] {
  return edits.toSorted((a, b) => b.place.start - a.place.start);
}

/** The words that stand at a place now. */
function $wordsAt(place: Place): string | null {
  if (place.in === 'field')
    return isPageField(place.field) ? $getFields()[place.field].slice(place.start, place.end) : null;
  const element = $placeElement(place);
  if (!element) return null;
  let words = '';
  let line = 0;
  for (const { start, end, leaves } of $readLines(element)) {
    if (line > 0 && place.start < start && start <= place.end) words += '\n';
    line += 1;
    if (end <= place.start || start >= place.end) continue;
    for (const { node, start: from, end: to } of leaves) {
      if (from < place.end && to > place.start)
        words += node.getTextContent().slice(Math.max(0, place.start - from), Math.max(0, place.end - from));
    }
  }
  return words;
}

function $replaceInField({ place }: PlacedEdit, replacement: string): void {
  if (place.in !== 'field' || !isPageField(place.field)) return;
  const text = $getFields()[place.field];
  $setField(place.field, text.slice(0, place.start) + replacement + text.slice(place.end));
}

/** Gives the links at a stretch another address, those that still have the one that was meant. */
function $readdress(element: ElementNode, { start, end }: TextStretch, from: string, to: string): void {
  const leaves = $readLines(element).flatMap((line) => line.leaves);
  for (const leaf of leaves) {
    if (leaf.end <= start || leaf.start >= end) continue;
    const link = $findMatchingParent(leaf.node, $isLinkNode);
    if (link?.getURL() === from) link.setURL(to);
  }
}

/** Puts a credit that stood in the caption into the credit, behind what is said there already. */
function $moveCredit(id: BlockId, credit: string): void {
  const figure = $findBlock(id);
  const slot = $isFigureNode(figure) ? figure.getCredit() : null;
  if (!slot) return;
  const joined = joinCredits(slot.getTextContent().trim(), credit);
  if (joined === slot.getTextContent()) return;
  slot.clear();
  slot.append(...$createPlainNodes(joined));
}

function $replace(edits: readonly PlacedEdit[]): number {
  const standing = lastFirst(edits).filter(({ place, words }) => $wordsAt(place) === words);
  const ids = new Set<BlockId | null>();
  for (const { place } of standing) if (place.in === 'block') ids.add(place.blockId);
  $rebindQuotes(ids, false, () => {
    const made = new Map<BlockId | null, TextEdit[]>();
    for (const edit of standing) {
      const { place, fix } = edit;
      const element = place.in === 'block' ? $placeElement(place) : null;
      if ('address' in fix) {
        if (element) $readdress(element, place, fix.address.from, fix.address.to);
        continue;
      }
      if ('credit' in fix && place.in === 'block') $moveCredit(place.blockId, fix.credit);
      const replacement = 'credit' in fix ? '' : fix.replacement;
      if (place.in === 'field') $replaceInField(edit, replacement);
      else {
        const changed = element ? $replaceInBlock(element, [place], replacement) : [];
        // Passages are counted in a block's own text, not in its slots.
        if (place.slot === 'content') made.set(place.blockId, [...changed, ...(made.get(place.blockId) ?? [])]);
      }
    }
    return made;
  });
  return standing.length;
}

/**
 * Puts other words at several places, as one step of the one history. A place where the words are no longer those that
 * were meant is left alone. The keyboard stays where it is. Answers how many were replaced.
 */
export function replacePlaces(editor: LexicalEditor, edits: readonly PlacedEdit[]): number {
  let replaced = 0;
  editor.update(
    () => {
      replaced = $replace(edits);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
  return replaced;
}
