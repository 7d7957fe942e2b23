import { checksum, hasChecksum, sameChecksum, type Piece } from './checksum.ts';

/** The small row every story has; its text lies in `story_fields`, `story_orders` and `blocks`. */
export interface StoryRow {
  readonly key: number;
  readonly id: string;
  readonly format: number;
  readonly seq: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly trashed_at: string | null;
  readonly place: string | null;
  readonly dirty: number;
  readonly sum: Uint8Array;
}

type SummedColumns = Pick<StoryRow, 'key' | 'id' | 'format' | 'seq' | 'created_at' | 'updated_at' | 'trashed_at'>;

/** The checksum of a story's own row; where the writer was is not worth one. */
export function rowChecksum(row: SummedColumns): Uint8Array {
  const text = JSON.stringify([row.id, row.format, row.seq, row.created_at, row.updated_at, row.trashed_at]);
  return checksum(row.key, ROW_PIECE, Buffer.from(text));
}

/** Whether a story's own row is as it was written. */
export function isRowSound(row: StoryRow): boolean {
  return sameChecksum(row.sum, rowChecksum(row));
}

/** The names of a story's pieces; their checksums are bound to them, besides the story's key. */
export const ROW_PIECE = 'row';
export const FIELDS_PIECE = 'fields';
export const ORDER_PIECE = 'order';
export function blockPiece(id: string): string {
  return `block:${id}`;
}
export function reviewPiece(kind: string, id: string): string {
  return `${REVIEW_PIECES}${kind}:${id}`;
}
/** A layer of what is proposed. */
export const LAYER_KIND = 'layers';
/** What the names of the pieces of a review begin with. */
export const REVIEW_PIECES = 'review:';

/** The piece's JSON, or undefined when its bytes are not what was written. */
export function readPiece(key: number, name: string, piece: Piece): unknown {
  if (!hasChecksum(piece, key, name)) return undefined;
  return JSON.parse(Buffer.from(piece.body).toString('utf8'));
}

/** A value as stored: JSON bytes and their checksum. */
export function toPiece(key: number, name: string, value: unknown): Piece {
  const body = Buffer.from(JSON.stringify(value));
  return { body, sum: checksum(key, name, body) };
}
