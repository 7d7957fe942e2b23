import { assetSchema, type Asset } from '../../../shared/media/asset.ts';
import type { AssetId, StoryId } from '../../../shared/story/ids.ts';
import type { Database } from '../db/Database.ts';
import { checksum, sameChecksum } from '../drafts/checksum.ts';

interface AssetRow {
  readonly id: string;
  readonly body: Uint8Array;
  readonly sum: Uint8Array;
}

/** What a checksum is bound to besides the picture's id. */
const PIECE = 'asset';

/** The asset a row holds, or null when its bytes are not what was written. */
function readRow({ id, body, sum }: AssetRow): Asset | null {
  if (!sameChecksum(sum, checksum(id, PIECE, body))) return null;
  const parsed = assetSchema.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
  return parsed.success ? parsed.data : null;
}

/** Reads and writes the table of pictures. Nothing here decides anything. */
export class AssetTable {
  constructor(private readonly database: Database) {}

  /** What is known of the picture; `damaged` when its row is there but not what was written. */
  find(id: AssetId): Asset | 'damaged' | null {
    const row = this.database.get<AssetRow>('SELECT id, body, sum FROM assets WHERE id = ?', id);
    return row ? (readRow(row) ?? 'damaged') : null;
  }

  /** Writes the picture's row, new or in the place of what was there. */
  put(asset: Asset): void {
    const body = Buffer.from(JSON.stringify(asset));
    this.database.run(
      'INSERT INTO assets (id, body, sum) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body, sum = excluded.sum',
      asset.id,
      body,
      checksum(asset.id, PIECE, body),
    );
  }

  /** Every picture's id, oldest first. */
  ids(): AssetId[] {
    return this.database.all<{ id: AssetId }>('SELECT id FROM assets ORDER BY key').map(({ id }) => id);
  }

  /** Pictures whose rows are sound, those added last first. */
  newest(limit: number): Asset[] {
    return this.#read('SELECT id, body, sum FROM assets ORDER BY key DESC LIMIT ?', limit);
  }

  /** The pictures one story uses, those added last first. */
  usedBy(storyId: StoryId, limit: number): Asset[] {
    return this.#read(
      `SELECT assets.id, body, assets.sum FROM assets
       JOIN uses ON uses.asset = assets.id
       JOIN stories ON stories.key = uses.story
       WHERE stories.id = ? ORDER BY assets.key DESC LIMIT ?`,
      storyId,
      limit,
    );
  }

  /** How many stories use the picture. */
  uses(id: AssetId): number {
    return this.database.get<{ count: number }>('SELECT count(*) AS count FROM uses WHERE asset = ?', id)?.count ?? 0;
  }

  #read(sql: string, ...values: (string | number)[]): Asset[] {
    return this.database.all<AssetRow>(sql, ...values).flatMap((row) => readRow(row) ?? []);
  }
}
