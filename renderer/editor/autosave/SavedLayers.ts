import type { StoryChange } from '../../../shared/ipc/librarySchemas.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { SuggestionLayer } from '../../../shared/story/suggestions.ts';

type Layers = readonly SuggestionLayer[];

/**
 * What the disk has of what is proposed. A key in words that somebody proposed is typed into what stood there before, too: only
 * that block goes to the disk, and not all that ever stood anywhere.
 */
export class SavedLayers {
  /** null: nobody knows. */
  #saved: Layers | null;
  #sent: Layers | null = null;

  constructor(saved: Layers) {
    this.#saved = saved;
  }

  /** What is to be written so that the disk has these. */
  changeTo(layers: Layers): Pick<StoryChange, 'suggestions' | 'followed'> {
    this.#sent = layers;
    const followed = this.#saved && followedBlocks(this.#saved, layers);
    if (followed === null) return { suggestions: [...layers] };
    return followed.length > 0 ? { followed } : {};
  }

  /** The write that was asked for last has ended. */
  ended(isWritten: boolean): void {
    // Whether a write that failed has been there all the same is not known.
    if (this.#sent !== null) this.#saved = isWritten ? this.#sent : null;
    this.#sent = null;
  }
}

/** The blocks of each layer that are others, if that is all that differs; else null. */
function followedBlocks(before: Layers, now: Layers): NonNullable<StoryChange['followed']> | null {
  if (before.length !== now.length) return null;
  const followed: NonNullable<StoryChange['followed']> = [];
  for (const [index, layer] of now.entries()) {
    const known = before[index];
    if (known === layer) continue;
    if (!known || !isSameHead(known, layer) || known.blocks.length !== layer.blocks.length) return null;
    const blocks: Block[] = [];
    for (const [at, block] of layer.blocks.entries()) {
      const was = known.blocks[at];
      if (was?.id !== block.id) return null;
      if (was !== block) blocks.push(block);
    }
    if (blocks.length > 0) followed.push({ id: layer.id, blocks });
  }
  return followed;
}

/** Whether two layers differ in no more than in their blocks; told by identity, as whoever changes one makes another. */
function isSameHead(one: SuggestionLayer, other: SuggestionLayer): boolean {
  const { id, by, at, order, fields, times } = one;
  return (
    id === other.id &&
    by === other.by &&
    at === other.at &&
    order === other.order &&
    fields === other.fields &&
    times === other.times
  );
}
