import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { StetError } from '../../../shared/lang/result.ts';
import { migrateStory } from '../../../shared/story/migrations.ts';
import type { Story } from '../../../shared/story/story.ts';
import { checksum, hasChecksum } from '../drafts/checksum.ts';

/** What of a revision's row its checksum covers, and which state of the story it is. */
export interface StoredRevision {
  readonly key: number;
  readonly story: number;
  readonly id: string;
  readonly seq: number;
  /** The key of the whole revision that this one was stored against; missing or null for a whole one. */
  readonly base?: number | null;
  readonly body: Uint8Array;
  readonly sum: Uint8Array;
}

/** The row of a whole revision, by its key. */
export type FindBase = (key: number) => StoredRevision | undefined;

type Body = Pick<StoredRevision, 'body' | 'sum'> & { readonly base: number | null };

/** DEFLATE looks no farther back. */
const WINDOW = 32_768;
/** A whole story of so few bytes is not worth a base: when that is damaged, all that lean on it are. */
const SMALL = 1024;
/** A difference as large as this share of the whole saves too little. */
const WORTH_IT = 0.6;

/** A story stored by what it differs in: a block of the base's is its number there. */
const differenceSchema = z.object({ story: z.record(z.string(), z.unknown()), blocks: z.array(z.unknown()) });

/**
 * What a revision is stored as: in what it differs from a base, if there is a sound one and that is shorter by far, else
 * whole.
 */
export function packBody(key: number, id: string, story: Story, base: StoredRevision | undefined): Body {
  const whole = deflateRawSync(JSON.stringify(story));
  const difference = base && whole.length >= SMALL ? packDifference(story, base) : undefined;
  if (!base || !difference || difference.length > whole.length * WORTH_IT)
    return { base: null, body: whole, sum: checksum(key, pieceName(id), whole) };
  return { base: base.key, body: difference, sum: checksum(key, pieceName(id, base.id), difference) };
}

/** The story a revision holds, or undefined when its bytes, or those of its base, are not what was written. */
export function openBody(row: StoredRevision, findBase: FindBase): Story | undefined {
  const data = readBody(row, findBase);
  try {
    return data === undefined ? undefined : migrateStory(data);
  } catch (error) {
    // What a newer Stet kept is no damage to this one; it cannot be shown all the same.
    if (error instanceof StetError) return undefined;
    throw error;
  }
}

function readBody(row: StoredRevision, findBase: FindBase): unknown {
  if (typeof row.base !== 'number') return parse(readWhole(row));
  const base = findBase(row.base);
  const text = base && readWhole(base);
  if (!base || text === undefined || !hasChecksum(row, row.story, pieceName(row.id, base.id))) return undefined;
  const difference = inflateRawSync(row.body, { dictionary: dictionaryOf(text) }).toString('utf8');
  const parsed = differenceSchema.safeParse(parse(difference)).data;
  const blocks = blocksOf(parse(text));
  return (
    parsed && {
      ...parsed.story,
      blocks: parsed.blocks.map((block) => (typeof block === 'number' ? blocks[block] : block)),
    }
  );
}

/** The JSON of a whole revision as it was written, or undefined when it is damaged or not whole. */
function readWhole(row: StoredRevision): string | undefined {
  if (typeof row.base === 'number' || !hasChecksum(row, row.story, pieceName(row.id))) return undefined;
  return inflateRawSync(row.body).toString('utf8');
}

function packDifference(story: Story, base: StoredRevision): Uint8Array | undefined {
  const text = readWhole(base);
  const whole = parse(text);
  // Blocks of another format would come back as today's without having been brought up to it.
  if (text === undefined || !isOfFormat(whole, story.format)) return undefined;
  const places = new Map(blocksOf(whole).map((block, place) => [JSON.stringify(block), place]));
  const { blocks, ...rest } = story;
  const difference = { story: rest, blocks: blocks.map((block) => places.get(JSON.stringify(block)) ?? block) };
  return deflateRawSync(JSON.stringify(difference), { dictionary: dictionaryOf(text) });
}

function dictionaryOf(text: string): Buffer {
  return Buffer.from(text).subarray(-WINDOW);
}

function pieceName(id: string, baseId?: string): string {
  return baseId === undefined ? `revision:${id}` : `revision:${id}:on:${baseId}`;
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

function isOfFormat(story: unknown, format: number): boolean {
  return typeof story === 'object' && story !== null && 'format' in story && story.format === format;
}

function blocksOf(story: unknown): readonly unknown[] {
  const has = typeof story === 'object' && story !== null && 'blocks' in story && Array.isArray(story.blocks);
  return has ? (story.blocks as unknown[]) : [];
}
