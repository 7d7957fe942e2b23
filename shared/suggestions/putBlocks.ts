import type { Block } from '../story/block.ts';
import type { SuggestionLayer } from '../story/suggestions.ts';

/** A layer with these blocks in the place of those it has; null where it does not have them all. */
export function putBlocks(layer: SuggestionLayer, blocks: readonly Block[]): SuggestionLayer | null {
  const fresh = new Map(blocks.map((block) => [block.id, block]));
  const known = layer.blocks.filter(({ id }) => fresh.has(id));
  if (known.length !== fresh.size) return null;
  return { ...layer, blocks: layer.blocks.map((block) => fresh.get(block.id) ?? block) };
}
