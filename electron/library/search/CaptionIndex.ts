import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CaptionList } from '../../../shared/ipc/captionSchemas.ts';
import { indexWords, searchWords } from '../../../shared/lang/searchWords.ts';
import type { Figure } from '../../../shared/story/block.ts';
import type { AssetId, StoryId } from '../../../shared/story/ids.ts';
import { inlineSchema, type Inline } from '../../../shared/story/inline.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';

/** What the search knows of a figure. */
export type CaptionedFigure = Pick<Figure, 'assetId' | 'caption' | 'credit'>;

/** So many numbers each story's recency leaves for the captions in it; no story has more. */
const PLACES = 65_536;

interface Use {
  readonly figure: CaptionedFigure;
  readonly place: number;
  uses: number;
}

interface FoundRow {
  readonly key: number;
  /** Null only while it is being moved. */
  readonly place: number | null;
  readonly asset: AssetId | null;
  readonly caption: string;
  readonly credit: string;
}

const inlinesSchema = z.array(inlineSchema);

function readInlines(text: string): Inline[] {
  return inlinesSchema.safeParse(readJson(text)).data ?? [];
}

/**
 * Every caption and credit of the stories outside the trash, the same words under the same picture once, those of the story
 * that was changed last first. Derived from the stories, like their search words, and searched in the same way.
 */
export class CaptionIndex {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Captions and credits with all these words, each by its beginning and in any order; all there are for no words. */
  search(query: string, offset: number, limit: number): CaptionList {
    const words = searchWords(query);
    if (words.length === 0 && query.trim() !== '') return { total: 0, items: [] };
    const { total, rows } = words.length === 0 ? this.#browse(offset, limit) : this.#find(words, offset, limit);
    return { total, items: rows.flatMap((row) => this.#item(row) ?? []) };
  }

  #browse(offset: number, limit: number): { total: number; rows: FoundRow[] } {
    const counted = this.#database.get<{ total: number }>('SELECT count(*) AS total FROM captions');
    const rows = this.#database.all<FoundRow>(
      'SELECT key, place, asset, caption, credit FROM captions ORDER BY place DESC LIMIT ? OFFSET ?',
      limit,
      offset,
    );
    return { total: counted?.total ?? 0, rows };
  }

  #find(words: readonly string[], offset: number, limit: number): { total: number; rows: FoundRow[] } {
    // Words hold letters, digits and marks only, so nothing in them can be read as query syntax inside the quotes.
    const match = words.map((word) => `"${word}" *`).join(' AND ');
    const counted = this.#database.get<{ total: number }>(
      'SELECT count(*) AS total FROM caption_words WHERE caption_words MATCH ?',
      match,
    );
    const rows = this.#database.all<FoundRow>(
      `SELECT captions.key, place, asset, caption, credit FROM caption_words
       JOIN captions ON captions.place = caption_words.rowid
       WHERE caption_words MATCH ? ORDER BY caption_words.rowid DESC LIMIT ? OFFSET ?`,
      match,
      limit,
      offset,
    );
    return { total: counted?.total ?? 0, rows };
  }

  #item({ key, place, asset, caption, credit }: FoundRow): CaptionList['items'][number] | undefined {
    const story = this.#database.get<{
      id: StoryId;
      headline: string;
      slug: string;
      first_words: string;
      updated_at: string;
    }>(
      'SELECT id, headline, slug, first_words, updated_at FROM summaries WHERE recency = ?',
      Math.floor((place ?? 0) / PLACES),
    );
    if (!story) return undefined;
    const counted = this.#database.get<{ uses: number }>(
      'SELECT sum(uses) AS uses FROM caption_uses WHERE caption = ?',
      key,
    );
    return {
      assetId: asset,
      caption: readInlines(caption),
      credit,
      storyId: story.id,
      title: story.headline || story.slug || story.first_words,
      updatedAt: story.updated_at,
      uses: counted?.uses ?? 1,
    };
  }

  /** Makes the rows of a story anew; one in the trash has no figures here. `recency` is its place among the stories. */
  derive(story: number, recency: number, figures: readonly CaptionedFigure[]): void {
    const before = this.#database.all<{ caption: number }>('SELECT caption FROM caption_uses WHERE story = ?', story);
    const touched = new Set(before.map(({ caption }) => caption));
    this.#database.run('DELETE FROM caption_uses WHERE story = ?', story);
    for (const [name, use] of this.#uses(recency, figures)) {
      const key = this.#keep(Buffer.from(name, 'hex'), use.figure);
      touched.add(key);
      this.#database.run(
        'INSERT INTO caption_uses (story, caption, place, uses) VALUES (?, ?, ?, ?)',
        story,
        key,
        use.place,
        use.uses,
      );
    }
    this.#settle([...touched]);
    this.#database.run('DELETE FROM caption_backlog WHERE story = ?', story);
  }

  /** The key of the row with this name, made if it is not there. */
  #keep(name: Uint8Array, { assetId, caption, credit }: CaptionedFigure): number {
    const row = this.#database.get<{ key: number }>(
      `INSERT INTO captions (name, asset, caption, credit) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET caption = excluded.caption RETURNING key`,
      name,
      assetId,
      JSON.stringify(caption),
      credit,
    );
    if (!row) throw new Error('A caption that was just written is not there.');
    return row.key;
  }

  /** Puts captions where the newest story that uses them has them, and takes out those that no story uses any more. */
  #settle(keys: readonly number[]): void {
    const moved = keys.flatMap((key) => {
      const row = this.#database.get<FoundRow & { next: number | null }>(
        `SELECT key, place, asset, caption, credit,
           (SELECT max(place) FROM caption_uses WHERE caption = captions.key) AS next
         FROM captions WHERE key = ?`,
        key,
      );
      return row && row.next !== row.place ? [row] : [];
    });
    // All leave their places before any takes one: two may change theirs with each other.
    for (const { key, place } of moved) {
      this.#database.run('DELETE FROM caption_words WHERE rowid = ?', place);
      this.#database.run('UPDATE captions SET place = NULL WHERE key = ?', key);
    }
    for (const { key, next, caption, credit } of moved) {
      if (next === null) {
        this.#database.run('DELETE FROM captions WHERE key = ?', key);
        continue;
      }
      const words = indexWords(`${inlineText(readInlines(caption))}\n${credit}`);
      this.#database.run('UPDATE captions SET place = ? WHERE key = ?', next, key);
      this.#database.run('INSERT INTO caption_words (rowid, terms) VALUES (?, ?)', next, [...words].join(' '));
    }
  }

  /** The captions of a story by their names, in order; the first has the greatest number, as the newest story has. */
  #uses(recency: number, figures: readonly CaptionedFigure[]): Map<string, Use> {
    const uses = new Map<string, Use>();
    for (const figure of figures) {
      const text = inlineText(figure.caption);
      if (text.trim() === '' && figure.credit.trim() === '') continue;
      const name = createHash('sha256')
        .update(JSON.stringify([figure.assetId, text, figure.credit]))
        .digest('hex');
      const known = uses.get(name);
      if (known) known.uses += 1;
      else if (uses.size < PLACES)
        uses.set(name, { figure, place: recency * PLACES + PLACES - 1 - uses.size, uses: 1 });
    }
    return uses;
  }
}
