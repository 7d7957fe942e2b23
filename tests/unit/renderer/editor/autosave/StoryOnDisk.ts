import type { StoryChange } from '../../../../../shared/ipc/librarySchemas.ts';
import { fail, succeed, type Result } from '../../../../../shared/lang/result.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { putBlocks } from '../../../../../shared/suggestions/putBlocks.ts';
import type { SuggestionLayer } from '../../../../../shared/story/suggestions.ts';
import { blankFields, type StoryFields } from '../../../../../shared/story/fields.ts';

type Ack = Result<{ seq: number; savedAt: string }>;

interface Underway {
  readonly change: StoryChange;
  readonly answer: (ack: Ack) => void;
}

/** The library's side of a story as the contract says it: one change is stored whole or not at all, then answered. */
export class StoryOnDisk {
  readonly underway: Underway[] = [];
  readonly blocks = new Map<BlockId, Block>();
  order: BlockId[];
  fields: StoryFields;
  layers: readonly SuggestionLayer[] = [];
  seq = 0;

  constructor(blocks: readonly Block[], fields: Partial<StoryFields> = {}) {
    for (const block of blocks) this.blocks.set(block.id, block);
    this.order = blocks.map((block) => block.id);
    this.fields = { ...blankFields(), ...fields };
  }

  put = (change: StoryChange): Promise<Ack> =>
    new Promise((answer) => this.underway.push({ change: structuredClone(change), answer }));

  /** Stores the oldest write underway and answers it; `loses` stores it and answers a failure all the same. */
  async land(loses = false): Promise<void> {
    const next = this.underway.shift();
    if (!next) return;
    this.#store(next.change);
    this.seq += 1;
    next.answer(
      loses
        ? fail('libraryAway', 'The library stopped before it answered.', true)
        : succeed({ seq: this.seq, savedAt: new Date(this.seq).toISOString() }),
    );
    await settle();
  }

  /** Refuses the oldest write underway: nothing of it is stored. */
  async refuse(message = 'the disk is full'): Promise<void> {
    this.underway.shift()?.answer(fail('diskFull', message, true));
    await settle();
  }

  /** The stored story's blocks in order. */
  story(): Block[] {
    return this.order.map((id) => {
      const block = this.blocks.get(id);
      if (!block) throw new Error(`The order names ${id}, which was never stored`);
      return block;
    });
  }

  #store(change: StoryChange): void {
    this.fields = { ...this.fields, ...change.fields };
    this.layers = (change.suggestions ?? this.layers).map((layer) => {
      const followed = change.followed?.find(({ id }) => id === layer.id)?.blocks ?? [];
      const next = putBlocks(layer, followed);
      if (!next) throw new Error('What was proposed names a block that was never stored');
      return next;
    });
    for (const block of change.blocks ?? []) this.blocks.set(block.id, block);
    if (change.order) {
      this.order = change.order;
      const kept = new Set(change.order);
      for (const id of this.blocks.keys()) if (!kept.has(id)) this.blocks.delete(id);
    }
    this.story();
  }
}

/** Lets every promise that can go on do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}
