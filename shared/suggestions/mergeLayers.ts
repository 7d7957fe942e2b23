import { mergeOrder } from '../merge/mergeOrder.ts';
import { same } from '../merge/threeWay.ts';
import type { LayerId } from '../story/ids.ts';
import type { SuggestionLayer } from '../story/suggestions.ts';
import { carryVersion } from './carryVersion.ts';
import { layerBetween, versionsOf, type Suggested, type Version } from './versions.ts';

/**
 * What is proposed once two versions of a story that began as `base` are `merged`: what either side still proposes, each
 * layer over what the other side made of the words below it. What one side settled is settled. Where both sides have another
 * idea of what stood there before, the first's is kept.
 */
export function mergeLayers(base: Suggested, one: Suggested, other: Suggested, merged: Version): SuggestionLayer[] {
  // Where one side did nothing, the other's is as it is.
  if (isSameStory(base, other)) return one.suggestions ?? [];
  if (isSameStory(base, one)) return other.suggestions ?? [];
  const sides = [base, one, other].map((story) => new Side(story));
  const [was, mine, theirs] = sides;
  const own = (story: Suggested) => (story.suggestions ?? []).map(({ id }) => id);
  const all = new Set([...own(base), ...own(one), ...own(other)]);
  const order = mergeOrder(own(base), own(one), own(other), all);
  if (!was || !mine || !theirs || order.length === 0) return [];
  const versions = order.map((_id, level) => {
    const rest = order.slice(level);
    return carryVersion(was.before(rest), theirs.before(rest), mine.before(rest));
  });
  return order.flatMap((id, level) => {
    const [before, after] = [versions[level], versions[level + 1] ?? merged];
    const [first, second] = [mine.layer(id), theirs.layer(id)];
    const head = first ?? second;
    if (!before || !head) return [];
    return layerBetween({ ...head, times: { ...second?.times, ...first?.times } }, before, after) ?? [];
  });
}

function isSameStory(one: Suggested, other: Suggested): boolean {
  const parts = ({ fields, blocks, suggestions = [] }: Suggested) => ({ fields, blocks, suggestions });
  return same(parts(one), parts(other));
}

/** A story by what stood before each of its layers. */
class Side {
  readonly #versions: readonly Version[];

  constructor(readonly story: Suggested) {
    this.#versions = versionsOf(story);
  }

  layer(id: LayerId): SuggestionLayer | undefined {
    return this.story.suggestions?.find((layer) => layer.id === id);
  }

  /** What stood before the first of these layers that the story has; without any, the story as it stands. */
  before(ids: readonly LayerId[]): Version {
    const level = (this.story.suggestions ?? []).findIndex(({ id }) => ids.includes(id));
    return this.#versions.at(level) ?? this.story;
  }
}
