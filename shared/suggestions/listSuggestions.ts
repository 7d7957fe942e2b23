import type { Place } from '../checks/finding.ts';
import { wordChanges } from '../merge/wordChanges.ts';
import type { Block } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import type { SuggestionLayer } from '../story/suggestions.ts';
import type { Hunk } from './hunk.ts';
import { hunksBetween, type KnownHunks } from './mixVersions.ts';
import type { SuggestionName } from './settleSuggestions.ts';
import { slotText } from './slotText.ts';
import { versionsOf, type Suggested, type Version } from './versions.ts';

/** Something somebody proposed that is not decided yet. */
export interface Suggestion extends SuggestionName {
  /** Its name in the story, while nothing near it changes. */
  readonly id: string;
  readonly by: string;
  /** ISO 8601 in UTC; to a few minutes. */
  readonly at: string;
  readonly hunk: Hunk;
  /** Where it is in the story as it stands; of a block that was taken out, where that would stand: behind `anchor`. */
  readonly place: Place;
  /** The block it is in or, of what was taken out, behind; null: a field, or before all blocks. */
  readonly anchor: BlockId | null;
}

/** Everything that is proposed, as it is read from the top; what is not shown as a change is none. `known`: see `hunksBetween`. */
export function listSuggestions(story: Suggested, known?: KnownHunks): Suggestion[] {
  const versions = versionsOf(story);
  const places = new Map(story.blocks.map(({ id }, place) => [id, place]));
  const found = (story.suggestions ?? []).flatMap((layer, level) => {
    const [before, after] = [versions[level], versions[level + 1]];
    return before && after ? suggestionsOf(layer, { before, after, story, known }, places) : [];
  });
  const rank = ({ anchor, place }: Suggestion): number =>
    place.in === 'field' ? -2 : anchor === null ? -1 : (places.get(anchor) ?? 0);
  return found
    .map((suggestion, index) => ({ suggestion, index }))
    .sort(
      ({ suggestion: one, index }, { suggestion: other, index: otherIndex }) =>
        rank(one) - rank(other) || startOf(one) - startOf(other) || index - otherIndex,
    )
    .map(({ suggestion }) => suggestion);
}

interface ListedVersions {
  readonly before: Version;
  readonly after: Version;
  readonly story: Version;
  readonly known: KnownHunks | undefined;
}

/** What was taken out comes behind all that is in the block before it. */
function startOf({ place, anchor }: Suggestion): number {
  return place.in === 'block' && place.blockId !== anchor ? Infinity : place.start;
}

function suggestionsOf(
  layer: SuggestionLayer,
  { before, after, story, known }: ListedVersions,
  places: ReadonlyMap<BlockId, number>,
): Suggestion[] {
  const now = new Map(after.blocks.map((block) => [block.id, block]));
  return hunksBetween(before, after, known).map((hunk) => {
    const { place } = hunk;
    const name = place.in === 'field' ? place.field : place.blockId;
    return {
      ...{ id: `${layer.id}/${hunk.key}`, layerId: layer.id, key: hunk.key, hunk },
      ...{ by: layer.by, at: layer.times[name] ?? layer.at },
      place: placeIn(place, now, story),
      anchor: place.in === 'field' ? null : anchorOf(place.blockId, [after, before], places),
    };
  });
}

/** A place of one version in the story as it stands. */
function placeIn(place: Place, was: ReadonlyMap<BlockId, Block>, { blocks }: Version): Place {
  if (place.in === 'field') return place;
  const [before, after] = [was.get(place.blockId), blocks.find(({ id }) => id === place.blockId)];
  if (!before || !after || before === after) return place;
  const changes = wordChanges(slotText(before, place.slot), slotText(after, place.slot));
  const mapped = (offset: number) => {
    let shift = 0;
    for (const { from, to, newFrom, newTo } of changes) {
      if (to <= offset) shift = newTo - to;
      else if (from < offset) return newFrom;
    }
    return offset + shift;
  };
  const start = mapped(place.start);
  return { ...place, start, end: Math.max(start, mapped(place.end)) };
}

/** The block itself, or the nearest one before it, in the first version that knows it, which the story still has. */
function anchorOf(id: BlockId, versions: readonly Version[], places: ReadonlyMap<BlockId, number>): BlockId | null {
  if (places.has(id)) return id;
  for (const { blocks } of versions) {
    const at = blocks.findIndex((block) => block.id === id);
    if (at < 0) continue;
    return blocks.slice(0, at).findLast((block) => places.has(block.id))?.id ?? null;
  }
  return null;
}
