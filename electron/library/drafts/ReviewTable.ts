import { canonicalJson } from '../../../shared/story/canonicalJson.ts';
import {
  blankReview,
  conflictSchema,
  REVIEW_KINDS,
  stepSchema,
  threadSchema,
  type Review,
} from '../../../shared/story/review.ts';
import { layerSchema, type SuggestionLayer } from '../../../shared/story/suggestions.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { LayerId } from '../../../shared/story/ids.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { putBlocks } from '../../../shared/suggestions/putBlocks.ts';
import type { Database } from '../db/Database.ts';
import type { Piece } from './checksum.ts';
import { LAYER_KIND, readPiece, reviewPiece, toPiece } from './storyRow.ts';

const SCHEMAS = { threads: threadSchema, steps: stepSchema, conflicts: conflictSchema } as const;

interface ItemRow extends Piece {
  readonly kind: string;
  readonly id: string;
}

/** A story's review as far as it is sound, and the names of the pieces that are not what was written. */
export interface StoredReview {
  readonly review: Review;
  /** What is proposed, the oldest first. */
  readonly layers: readonly SuggestionLayer[];
  readonly broken: readonly string[];
}

/** Keeps the reviews of stories, an item a row, and what is proposed, a layer a row. Nothing is ever taken out of a review. */
export class ReviewTable {
  constructor(private readonly database: Database) {}

  read(key: number): StoredReview {
    const review = blankReview();
    const layers: SuggestionLayer[] = [];
    const broken: string[] = [];
    const rows = this.database.all<ItemRow>(
      'SELECT kind, id, body, sum FROM review_items WHERE story = ? ORDER BY key',
      key,
    );
    for (const row of rows) {
      const piece = reviewPiece(row.kind, row.id);
      if (row.kind === LAYER_KIND) {
        const layer = layerSchema.safeParse(readPiece(key, piece, row)).data;
        if (layer) layers.push(layer);
        else broken.push(piece);
        continue;
      }
      const kind = REVIEW_KINDS.find((known) => known === row.kind);
      const item = kind && SCHEMAS[kind].safeParse(readPiece(key, piece, row)).data;
      if (item) (review[kind] as unknown[]).push(item);
      else broken.push(piece);
    }
    return { review, layers, broken };
  }

  /** The bytes of a piece as they are. */
  rawPiece(key: number, piece: string): Piece | undefined {
    return this.database
      .all<ItemRow>('SELECT kind, id, body, sum FROM review_items WHERE story = ?', key)
      .find(({ kind, id }) => reviewPiece(kind, id) === piece);
  }

  /** Writes what is new or other than before; what it does not name stays as it is. */
  write(key: number, review: Review, before: Review = blankReview()): void {
    for (const kind of REVIEW_KINDS) {
      const known = new Map<string, string>(before[kind].map((item) => [item.id, canonicalJson(item)]));
      for (const item of review[kind]) {
        if (known.get(item.id) !== canonicalJson(item)) this.#put(key, kind, item);
      }
    }
  }

  /** Writes what is proposed in the place of what was. */
  writeLayers(key: number, layers: readonly SuggestionLayer[]): void {
    this.database.run('DELETE FROM review_items WHERE story = ? AND kind = ?', key, LAYER_KIND);
    for (const layer of layers) this.#put(key, LAYER_KIND, layer);
  }

  /** Puts blocks into a layer in the place of those it has; `invalidChange` where it has none of that name, or is damaged. */
  followLayer(key: number, id: LayerId, blocks: readonly Block[]): void {
    const piece = reviewPiece(LAYER_KIND, id);
    const row = this.rawPiece(key, piece);
    const layer = row && layerSchema.safeParse(readPiece(key, piece, row)).data;
    const next = layer && putBlocks(layer, blocks);
    if (!next) throw new StetError('invalidChange', `The story does not have what suggestion ${id} was about.`);
    this.#put(key, LAYER_KIND, next);
  }

  #put(key: number, kind: string, item: { readonly id: string }): void {
    const { body, sum } = toPiece(key, reviewPiece(kind, item.id), item);
    this.database.run(
      `INSERT INTO review_items (story, kind, id, body, sum) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (story, kind, id) DO UPDATE SET body = excluded.body, sum = excluded.sum`,
      ...[key, kind, item.id, body, sum],
    );
  }

  /** Takes a damaged piece out, once it is in the quarantine. */
  remove(key: number, piece: string): void {
    for (const { kind, id } of this.database.all<ItemRow>('SELECT kind, id FROM review_items WHERE story = ?', key))
      if (reviewPiece(kind, id) === piece)
        this.database.run('DELETE FROM review_items WHERE story = ? AND kind = ? AND id = ?', key, kind, id);
  }
}
