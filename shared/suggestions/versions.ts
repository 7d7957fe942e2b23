import type { Block } from '../story/block.ts';
import type { StoryFields } from '../story/fields.ts';
import type { BlockId } from '../story/ids.ts';
import type { Story } from '../story/story.ts';
import { otherFields, type SuggestionLayer } from '../story/suggestions.ts';
import { same } from '../merge/threeWay.ts';

/** The words of a story at one level of what is proposed. */
export interface Version {
  readonly fields: StoryFields;
  readonly blocks: readonly Block[];
}

export type Suggested = Pick<Story, 'fields' | 'blocks' | 'suggestions'>;

/** The versions of a story from the one before all that is proposed to the one with all of it: one more than it has layers. */
export function versionsOf({ fields, blocks, suggestions = [] }: Suggested): Version[] {
  const versions: Version[] = [{ fields, blocks }];
  for (const layer of suggestions.toReversed()) versions.unshift(beforeLayer(layer, versions[0] ?? { fields, blocks }));
  return versions;
}

function beforeLayer(layer: SuggestionLayer, next: Version): Version {
  const blocks = new Map([...next.blocks, ...layer.blocks].map((block) => [block.id, block]));
  const order = layer.order ?? next.blocks.map(({ id }) => id);
  const known = Object.fromEntries(Object.entries(layer.fields).filter(([, value]) => value !== undefined));
  return { fields: { ...next.fields, ...known }, blocks: order.flatMap((id) => blocks.get(id) ?? []) };
}

/** Who proposed something and when, without what. */
export type LayerHead = Pick<SuggestionLayer, 'id' | 'by' | 'at' | 'times'>;

/** What somebody proposed between two versions; null where they are the same. */
export function layerBetween(
  { id, by, at, times }: LayerHead,
  before: Version,
  after: Version,
): SuggestionLayer | null {
  const now = new Map(after.blocks.map((block) => [block.id, block]));
  const blocks = before.blocks.filter((block) => !same(block, now.get(block.id)));
  const order = before.blocks.map((block) => block.id);
  const isOrdered = order.length === now.size && after.blocks.every((block, place) => block.id === order[place]);
  const changed = otherFields(before.fields, after.fields);
  if (blocks.length === 0 && isOrdered && changed.length === 0) return null;
  const fields = Object.fromEntries(changed.map((name) => [name, before.fields[name]]));
  const touched = new Set<string>([
    ...(isOrdered ? [] : [...order, ...now.keys()]),
    ...blocks.map((block) => block.id),
  ]);
  for (const name of changed) touched.add(name);
  const kept = Object.fromEntries(Object.entries(times).filter(([name]) => touched.has(name)));
  return { id, by, at, blocks, ...(!isOrdered && { order }), fields, times: kept };
}

/** A story of these versions, with a layer between each two that differ; `heads` are whose, one fewer than versions. */
export function withVersions<Content extends Suggested>(
  story: Content,
  versions: readonly Version[],
  heads: readonly LayerHead[],
): Content {
  const { suggestions: _, ...rest } = story;
  const last = versions.at(-1) ?? story;
  const layers = heads.flatMap((head, level) => {
    const [before, after] = [versions[level], versions[level + 1]];
    return (before && after && layerBetween(head, before, after)) ?? [];
  });
  const content = { ...rest, fields: last.fields, blocks: [...last.blocks] };
  return { ...content, ...(layers.length > 0 && { suggestions: layers }) } as Content;
}

/** The ids of a version's blocks in order. */
export function orderOf({ blocks }: Version): BlockId[] {
  return blocks.map(({ id }) => id);
}
