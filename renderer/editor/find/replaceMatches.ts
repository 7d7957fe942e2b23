import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type ElementNode,
  type LexicalEditor,
  type NodeKey,
  type PointType,
} from 'lexical';
import type { BlockId } from '../../../shared/story/ids.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $getFields, $setField } from '../model/storyFields.ts';
import { $createStretchSelection, $offsetOfPoint, type TextStretch } from '../model/textOffsets.ts';
import { $blockAround } from '../model/topLevel.ts';
import type { PageField } from '../fields/pageFields.ts';
import type { Place } from './Match.ts';
import { $rebindQuotes } from './rebindQuotes.ts';
import { $replaceInBlock } from './replaceInBlock.ts';
import { replaceInText, shiftOffset, type TextEdit } from './textEdits.ts';

/** Hits of one place that are to be replaced, in order. */
export interface PlaceStretches {
  readonly place: Place;
  readonly hits: readonly TextStretch[];
}

type Edits = ReadonlyMap<NodeKey, readonly TextEdit[]>;

/** Where a point of the selection is, in a way that survives the replacing of text nodes. */
interface Kept {
  readonly point: PointType;
  readonly block: ElementNode | null;
  readonly offset: number;
}

function $keep(point: PointType): Kept {
  const block = $blockAround(point.getNode());
  if (!$isElementNode(block)) return { point, block: null, offset: 0 };
  return { point, block, offset: $offsetOfPoint(block, point) };
}

/** Makes changes to words; the selection stays around the words it was around. */
function $keepingSelection(change: () => Edits): void {
  const selection = $getSelection();
  const kept = $isRangeSelection(selection) ? [$keep(selection.anchor), $keep(selection.focus)] : [];
  const edits = change();
  const isEdited = (block: ElementNode | null) => block !== null && (edits.get(block.getKey()) ?? []).length > 0;
  if (!kept.some(({ block }) => isEdited(block))) return;
  const next = $createRangeSelection();
  kept.forEach(({ point, block, offset }, index) => {
    const target = index === 0 ? next.anchor : next.focus;
    if (!block) {
      target.set(point.key, point.offset, point.type);
      return;
    }
    const at = shiftOffset(offset, edits.get(block.getKey()) ?? [], 'end');
    const { anchor } = $createStretchSelection(block, { start: at, end: at });
    target.set(anchor.key, anchor.offset, anchor.type);
  });
  $setSelection(next);
}

function $replaceInBlocks(places: readonly PlaceStretches[], replacement: string): Edits {
  const edits = new Map<NodeKey, TextEdit[]>();
  for (const { place, hits } of places) {
    const block = place.kind === 'block' ? $getNodeByKey(place.key) : null;
    if ($isElementNode(block)) edits.set(block.getKey(), $replaceInBlock(block, hits, replacement));
  }
  return edits;
}

/** Replaces in a field; answers how many of the hits read otherwise before. */
function $replaceInField(name: PageField, hits: readonly TextStretch[], replacement: string): number {
  const text = $getFields()[name];
  $setField(name, replaceInText(text, hits, replacement));
  return hits.filter(({ start, end }) => text.slice(start, end) !== replacement).length;
}

function $replace(places: readonly PlaceStretches[], replacement: string, isWhole: boolean): number {
  let changed = 0;
  for (const { place, hits } of places) {
    if (place.kind === 'field') changed += $replaceInField(place.name, hits, replacement);
  }
  const ids = new Map<NodeKey, BlockId | null>();
  for (const { place } of places) {
    const block = place.kind === 'block' ? $getNodeByKey(place.key) : null;
    if (block) ids.set(block.getKey(), $getBlockId(block));
  }
  $keepingSelection(() => {
    let edits: Edits = new Map();
    $rebindQuotes(new Set(ids.values()), isWhole, () => {
      edits = $replaceInBlocks(places, replacement);
      return new Map([...edits].map(([key, made]) => [ids.get(key) ?? null, made]));
    });
    for (const made of edits.values()) changed += made.length;
    return edits;
  });
  return changed;
}

/**
 * Puts `replacement` in place of these hits, in the fields and in the body, as one step of the one history. New words
 * take the marks of the first character they replace. `isWhole` when these are all the hits there are. The keyboard
 * stays where it is. Answers how many read otherwise before; when none did, nothing happens.
 */
export function replaceMatches(
  editor: LexicalEditor,
  places: readonly PlaceStretches[],
  replacement: string,
  isWhole: boolean,
): number {
  let changed = 0;
  editor.update(
    () => {
      changed = $replace(places, replacement, isWhole);
    },
    { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  );
  return changed;
}
