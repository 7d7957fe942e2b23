import { StetError } from '../../../shared/lang/result.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { isBlankReview } from '../../../shared/story/review.ts';
import { migrateStory, newerFormat } from '../../../shared/story/migrations.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
import type { Database } from '../db/Database.ts';
import { damagedLibrary } from '../db/storageError.ts';
import type { Piece } from './checksum.ts';
import { ReviewTable, type StoredReview } from './ReviewTable.ts';
import {
  blockPiece,
  FIELDS_PIECE,
  isRowSound,
  ORDER_PIECE,
  readPiece,
  REVIEW_PIECES,
  rowChecksum,
  toPiece,
  type StoryRow,
} from './storyRow.ts';

/** A story's pieces as far as they are sound, and the names of those that are not. */
export interface StoredStory {
  readonly row: StoryRow;
  readonly rowSound: boolean;
  /** Undefined when damaged or missing. */
  readonly fields: unknown;
  /** Undefined when damaged or missing. */
  readonly order: readonly string[] | undefined;
  /** Sound blocks by id. */
  readonly blocks: ReadonlyMap<string, unknown>;
  /** Blocks whose bytes are not what was written. */
  readonly broken: readonly string[];
  readonly review: StoredReview;
}

/** What the stored JSON of a figure has in it. */
const FIGURE_TYPE = Buffer.from('"type":"figure"');

function isIdList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}

function toBytes(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : Buffer.from(String(value));
}

/** Reads and writes the tables a story lies in. Nothing here decides anything. */
export class StoryTables {
  readonly reviews: ReviewTable;

  constructor(readonly database: Database) {
    this.reviews = new ReviewTable(database);
  }

  /** The row, or undefined. Throws `libraryDamaged` when only the index has lost it. */
  findRow(id: StoryId): StoryRow | undefined {
    const row = this.database.get<StoryRow>('SELECT * FROM stories WHERE id = ?', id);
    if (!row && this.database.get('SELECT 1 FROM stories NOT INDEXED WHERE id = ?', id)) throw damagedLibrary();
    return row;
  }

  /** The row, or StetError `notFound`; `libraryDamaged` when the list has the story, under an id no row goes by any more. */
  row(id: StoryId): StoryRow {
    const row = this.findRow(id);
    if (row) return row;
    if (this.database.get('SELECT 1 FROM summaries WHERE id = ?', id)) throw damagedLibrary();
    throw new StetError('notFound', 'This story is not in the library any more.');
  }

  rowByKey(key: number): StoryRow | undefined {
    return this.database.get<StoryRow>('SELECT * FROM stories WHERE key = ?', key);
  }

  /** All pieces with their checksums compared. */
  read(row: StoryRow): StoredStory {
    const fields = this.#piece('story_fields', row.key);
    const orderPiece = this.#piece('story_orders', row.key);
    const order = orderPiece && readPiece(row.key, ORDER_PIECE, orderPiece);
    const blocks = new Map<string, unknown>();
    const broken: string[] = [];
    for (const block of this.database.all<Piece & { id: string }>(
      'SELECT id, body, sum FROM blocks WHERE story = ? ORDER BY key',
      row.key,
    )) {
      const value = readPiece(row.key, blockPiece(block.id), block);
      if (value === undefined) broken.push(block.id);
      else blocks.set(block.id, value);
    }
    return {
      row,
      rowSound: isRowSound(row),
      fields: fields && readPiece(row.key, FIELDS_PIECE, fields),
      order: isIdList(order) ? order : undefined,
      blocks,
      broken,
      review: this.reviews.read(row.key),
    };
  }

  /**
   * Looks for blocks of a damaged story past the index: if the table has some that the index does not lead to, the story
   * is whole and the file is not. Throws `libraryDamaged` then.
   */
  assertIndexed({ row, blocks, broken }: StoredStory): void {
    const sql = 'SELECT count(*) AS count FROM blocks NOT INDEXED WHERE story = ?';
    const { count } = this.database.get<{ count: number }>(sql, row.key) ?? { count: 0 };
    if (count !== blocks.size + broken.length) throw damagedLibrary();
  }

  /** The sound figures of a story, in the order they were first written. Only blocks that may be one are read. */
  readFigures(key: number): unknown[] {
    // A quotation mark in somebody's words has a backslash before it: only the block's own type reads so.
    const rows = this.database.all<Piece & { id: string }>(
      'SELECT id, body, sum FROM blocks WHERE story = ? AND instr(body, ?) > 0 ORDER BY key',
      key,
      FIGURE_TYPE,
    );
    return rows.flatMap((block) => readPiece(key, blockPiece(block.id), block) ?? []);
  }

  #piece(table: 'story_fields' | 'story_orders', key: number): Piece | undefined {
    return this.database.get<Piece>(`SELECT body, sum FROM ${table} WHERE story = ?`, key);
  }

  /** The ids in order, or undefined when the order is damaged. */
  readOrder(key: number): string[] | undefined {
    const piece = this.#piece('story_orders', key);
    const order = piece && readPiece(key, ORDER_PIECE, piece);
    return isIdList(order) ? order : undefined;
  }

  readFields(key: number): unknown {
    const piece = this.#piece('story_fields', key);
    return piece && readPiece(key, FIELDS_PIECE, piece);
  }

  /** The bytes of a piece as they are, for the quarantine; text where a damaged row holds something else. */
  rawPiece(key: number, name: string): Piece | undefined {
    const piece = this.#find(key, name);
    return piece && { body: toBytes(piece.body), sum: toBytes(piece.sum) };
  }

  #find(key: number, name: string): Piece | undefined {
    if (name === FIELDS_PIECE) return this.#piece('story_fields', key);
    if (name === ORDER_PIECE) return this.#piece('story_orders', key);
    if (name.startsWith(REVIEW_PIECES)) return this.reviews.rawPiece(key, name);
    const id = name.slice(blockPiece('').length);
    return this.database.get<Piece>('SELECT body, sum FROM blocks WHERE story = ? AND id = ?', key, id);
  }

  /** Adds the story's own row; answers its key. */
  addRow(story: Story, seq: number): number {
    const { id, format, createdAt, updatedAt } = story;
    const { lastId: key } = this.database.run(
      `INSERT INTO stories (id, format, seq, created_at, updated_at, trashed_at, place, dirty, sum)
       VALUES (?, ?, ?, ?, ?, NULL, NULL, 1, x'')`,
      id,
      format,
      seq,
      createdAt,
      updatedAt,
    );
    this.#sumRow(key);
    return key;
  }

  #sumRow(key: number): void {
    const row = this.rowByKey(key);
    if (row) this.database.run('UPDATE stories SET sum = ? WHERE key = ?', rowChecksum(row), key);
  }

  /** Counts one more durable change to a story in today's format, and marks what is derived from it as stale. */
  touch(row: StoryRow, updatedAt: string, place: string | null): number {
    const next = { ...row, format: STORY_FORMAT, seq: row.seq + 1, updated_at: updatedAt };
    this.database.run(
      'UPDATE stories SET format = ?, seq = ?, updated_at = ?, place = ?, dirty = 1, sum = ? WHERE key = ?',
      next.format,
      next.seq,
      updatedAt,
      place,
      rowChecksum(next),
      row.key,
    );
    return next.seq;
  }

  setTrashed(row: StoryRow, trashedAt: string | null): void {
    const sum = rowChecksum({ ...row, trashed_at: trashedAt });
    this.database.run('UPDATE stories SET trashed_at = ?, sum = ? WHERE key = ?', trashedAt, sum, row.key);
  }

  /** Writes the row's columns anew with a fresh checksum, after a repair. */
  mendRow(row: StoryRow): void {
    this.database.run(
      `UPDATE stories SET id = ?, format = ?, seq = ?, created_at = ?, updated_at = ?, trashed_at = ?, dirty = 1, sum = ?
       WHERE key = ?`,
      row.id,
      row.format,
      row.seq,
      row.created_at,
      row.updated_at,
      row.trashed_at,
      rowChecksum(row),
      row.key,
    );
  }

  writeFields(key: number, fields: StoryFields): void {
    const piece = toPiece(key, FIELDS_PIECE, fields);
    this.database.run(
      `INSERT INTO story_fields (story, body, sum) VALUES (?, ?, ?)
       ON CONFLICT (story) DO UPDATE SET body = excluded.body, sum = excluded.sum`,
      key,
      piece.body,
      piece.sum,
    );
  }

  writeOrder(key: number, order: readonly string[]): void {
    const piece = toPiece(key, ORDER_PIECE, order);
    this.database.run(
      `INSERT INTO story_orders (story, body, sum) VALUES (?, ?, ?)
       ON CONFLICT (story) DO UPDATE SET body = excluded.body, sum = excluded.sum`,
      key,
      piece.body,
      piece.sum,
    );
  }

  writeBlock(key: number, block: Block): void {
    const piece = toPiece(key, blockPiece(block.id), block);
    this.database.run(
      `INSERT INTO blocks (story, id, body, sum) VALUES (?, ?, ?, ?)
       ON CONFLICT (story, id) DO UPDATE SET body = excluded.body, sum = excluded.sum`,
      key,
      block.id,
      piece.body,
      piece.sum,
    );
  }

  removeBlock(key: number, id: string): void {
    this.database.run('DELETE FROM blocks WHERE story = ? AND id = ?', key, id);
  }

  /** Replaces fields, blocks, order and what is proposed by the story's own; a review is only ever added to. */
  writeContent(key: number, story: Pick<Story, 'fields' | 'blocks' | 'review' | 'suggestions'>): void {
    this.writeFields(key, story.fields);
    this.database.run('DELETE FROM blocks WHERE story = ?', key);
    for (const block of story.blocks) this.writeBlock(key, block);
    this.writeOrder(
      key,
      story.blocks.map((block) => block.id),
    );
    if (story.review) this.reviews.write(key, story.review);
    this.reviews.writeLayers(key, story.suggestions ?? []);
  }
}

/**
 * Puts sound pieces together and checks them; undefined when any is damaged, missing, or not what a story is made of.
 * Throws `newerFormat` for a story a newer Stet wrote: that is no damage.
 */
export function assembleStory(stored: StoredStory): Story | undefined {
  const { row, fields, order, blocks } = stored;
  if (!stored.rowSound) return undefined;
  if (row.format > STORY_FORMAT) throw newerFormat();
  if (fields === undefined || !order || stored.broken.length > 0 || stored.review.broken.length > 0) return undefined;
  const placed: unknown[] = [];
  for (const id of order) {
    const block = blocks.get(id);
    if (block === undefined) return undefined;
    placed.push(block);
  }
  const { format, id, created_at: createdAt, updated_at: updatedAt } = row;
  try {
    const { review, layers } = stored.review;
    const said = { ...(!isBlankReview(review) && { review }), ...(layers.length > 0 && { suggestions: layers }) };
    return migrateStory({ format, id, createdAt, updatedAt, fields, blocks: placed, ...said });
  } catch (error) {
    if (error instanceof StetError) return undefined;
    throw error;
  }
}
