import { z } from 'zod';
import { blockSchema, type Block } from '../../../shared/story/block.ts';
import type { BlockId, StoryId } from '../../../shared/story/ids.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import { isBlankReview, REVIEW_KINDS, type Review } from '../../../shared/story/review.ts';
import { blankFields, fieldsSchema, type StoryFields } from '../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
import { readJson } from '../db/readJson.ts';
import { salvageBlock } from './salvageBlock.ts';
import type { StoredStory } from './StoryTables.ts';
import { blockPiece, FIELDS_PIECE, ORDER_PIECE, reviewPiece, ROW_PIECE, type StoryRow } from './storyRow.ts';

/** A sound state of a story from somewhere else, newest first in a list of them. */
export interface EarlierState {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Where it came from, as in "the revision of 2026-05-03 10:15 UTC". */
  readonly source: string;
  readonly story: Story;
}

/** What came of a damaged story. */
export interface Mended {
  readonly row: StoryRow;
  readonly story: Story;
  /** Names of the pieces that were not what was written. */
  readonly damaged: readonly string[];
  /** For whoever opens the story. */
  readonly message: string;
}

const EXCERPT = 60;

function isTime(text: unknown): text is string {
  return z.iso.datetime().safeParse(text).success;
}

/**
 * Puts a damaged story together again: each piece that is not what was written comes from its last sound state in
 * `earlier`, else from what can be read of its bytes (`bytesOf`, by the piece's name). Nothing is written.
 */
export function mendStory(
  stored: StoredStory,
  earlier: readonly EarlierState[],
  bytesOf: (piece: string) => Uint8Array | undefined,
  now: string,
): Mended {
  return new Mending(stored, earlier, bytesOf, now).run();
}

/** One story being put together, with what there is to say about it. */
class Mending {
  readonly #damaged: string[] = [];
  readonly #said: string[] = [];
  readonly #sources = new Set<string>();
  /** What stood in damaged blocks that an older state took the place of. */
  readonly #unsure: string[] = [];

  constructor(
    private readonly stored: StoredStory,
    private readonly earlier: readonly EarlierState[],
    private readonly bytesOf: (piece: string) => Uint8Array | undefined,
    private readonly now: string,
  ) {}

  run(): Mended {
    const fields = this.#fields();
    const blocks = this.#blocks(this.#order());
    const review = this.#review();
    const row = this.#row();
    const { id, created_at: createdAt, updated_at: updatedAt } = row;
    const { layers } = this.stored.review;
    const said = { ...(!isBlankReview(review) && { review }), ...(layers.length > 0 && { suggestions: [...layers] }) };
    const story: Story = { format: STORY_FORMAT, id: id as StoryId, createdAt, updatedAt, fields, blocks, ...said };
    return { row, story, damaged: this.#damaged, message: this.#message() };
  }

  #fields(): StoryFields {
    const sound = fieldsSchema.safeParse(this.stored.fields);
    if (sound.success) return sound.data;
    this.#damaged.push(FIELDS_PIECE);
    this.#said.push('its headline and other fields');
    const [newest] = this.earlier;
    if (newest) {
      this.#sources.add(newest.source);
      return newest.story.fields;
    }
    const bytes = this.bytesOf(FIELDS_PIECE);
    const readable = fieldsSchema.safeParse(bytes && readJson(Buffer.from(bytes).toString('utf8')));
    return readable.data ?? blankFields();
  }

  #order(): readonly string[] {
    if (this.stored.order) return this.stored.order;
    this.#damaged.push(ORDER_PIECE);
    this.#said.push('the order of its paragraphs');
    const [newest] = this.earlier;
    if (newest) this.#sources.add(newest.source);
    const before: string[] = newest?.story.blocks.map((block) => block.id) ?? [];
    const present = new Set([...this.stored.blocks.keys(), ...this.stored.broken]);
    if (present.size === 0) return before;
    const placed = before.filter((id) => present.has(id));
    // Written since then: nobody knows where they stood, so they come last, in the order they were first written.
    return [...new Set([...placed, ...present])];
  }

  #blocks(order: readonly string[]): Block[] {
    const blocks: Block[] = [];
    const recovered: Block[] = [];
    for (const id of order) {
      const sound = blockSchema.safeParse(this.stored.blocks.get(id));
      const block = sound.success ? sound.data : this.#brokenBlock(id as BlockId);
      if (block) blocks.push(block);
      if (block && !sound.success) recovered.push(block);
    }
    if (recovered.length > 0) {
      const excerpt = recovered.map((block) => blockText(block).slice(0, EXCERPT).trim()).find((text) => text !== '');
      this.#said.push(
        `${recovered.length} of its ${order.length} paragraphs and pictures${excerpt ? ` (“${excerpt}…”)` : ''}`,
      );
    }
    const lost = order.length - blocks.length;
    if (lost > 0) this.#said.push(`${lost} that could not be brought back`);
    return blocks;
  }

  #brokenBlock(id: BlockId): Block | null {
    const piece = blockPiece(id);
    this.#damaged.push(piece);
    const bytes = this.bytesOf(piece);
    const readable = bytes ? salvageBlock(id, bytes) : null;
    for (const { story, source } of this.earlier) {
      const sound = story.blocks.find((block) => block.id === id);
      if (!sound) continue;
      this.#sources.add(source);
      const words = readable ? blockText(readable).trim() : '';
      if (words !== '' && words !== blockText(sound).trim()) this.#unsure.push(`“${words}”`);
      return sound;
    }
    return readable;
  }

  /** What is sound of it, and what a backup has of the rest. */
  #review(): Review {
    const { review, broken } = this.stored.review;
    if (broken.length === 0) return review;
    this.#damaged.push(...broken);
    this.#said.push(`${broken.length} of its comments, steps and suggestions`);
    const merged = { threads: [...review.threads], steps: [...review.steps], conflicts: [...review.conflicts] };
    for (const kind of REVIEW_KINDS)
      for (const { story, source } of this.earlier)
        for (const item of story.review?.[kind] ?? []) {
          const isHere = merged[kind].some(({ id }) => id === item.id);
          if (isHere || !broken.includes(reviewPiece(kind, item.id))) continue;
          (merged[kind] as unknown[]).push(item);
          this.#sources.add(source);
        }
    return merged;
  }

  #row(): StoryRow {
    const { row, rowSound } = this.stored;
    if (rowSound) return row;
    this.#damaged.push(ROW_PIECE);
    this.#said.push('its dates');
    const known = this.earlier[0]?.story;
    const { created_at: created, updated_at: updated, trashed_at: trashed } = row;
    return {
      ...row,
      id: known?.id ?? row.id,
      created_at: isTime(created) ? created : (known?.createdAt ?? this.now),
      updated_at: isTime(updated) ? updated : this.now,
      trashed_at: isTime(trashed) ? trashed : null,
    };
  }

  #message(): string {
    const what = this.#said.join(', ') || 'its stored form';
    const sources = [...this.#sources].join(' and ');
    return [
      `Part of this story was damaged on the disk: ${what}.`,
      ...(sources ? [`It was put right from ${sources}.`] : []),
      'Please read it through. The damaged bytes are kept in the library.',
      ...(this.#unsure.length > 0 ? [`In the damaged places stood: ${this.#unsure.join(' ')}`] : []),
    ].join(' ');
  }
}
