import type { CaptionList } from '../../../shared/ipc/captionSchemas.ts';
import { indexWords, searchWords } from '../../../shared/lang/searchWords.ts';
import { blockSchema, type Figure } from '../../../shared/story/block.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import { STORY_FORMAT } from '../../../shared/story/story.ts';
import type { Database } from '../db/Database.ts';
import type { StoryTables } from '../drafts/StoryTables.ts';

interface Line {
  readonly figure: Pick<Figure, 'assetId' | 'caption' | 'credit'>;
  /** The same for the same words with the same picture. */
  readonly name: number;
  /** Its words, folded, each behind a space: a word of a query is found by its beginning. */
  readonly words: string;
}

interface Known {
  readonly seq: number;
  readonly lines: readonly Line[];
}

interface StoryHead {
  readonly key: number;
  readonly id: StoryId;
  readonly seq: number;
  readonly format: number;
  readonly updated_at: string;
}

/** How long (ms) stories are read at a stretch: a keystroke's way to the disk waits no longer. */
const SLICE_MS = 8;

/**
 * Every caption and credit in the library, in memory: read at the first asking, and again for each story that was changed
 * since. Derived from the stories, like the search words; it costs nothing until somebody asks.
 */
export class CaptionIndex {
  readonly #database: Database;
  readonly #tables: StoryTables;
  #stories = new Map<number, Known>();
  readonly #names = new Map<string, number>();
  /** The stories as they were at this many changes of the database. */
  #heads: readonly StoryHead[] = [];
  #changes = -1;
  #refreshing: Promise<readonly StoryHead[]> | null = null;

  constructor(database: Database, tables: StoryTables) {
    this.#database = database;
    this.#tables = tables;
  }

  /**
   * Captions and credits with all these words, each by its beginning and in any order; all there are for no words. The
   * same words with the same picture come once, those of the story that was changed last first. Without the trash.
   */
  async search(query: string, offset: number, limit: number): Promise<CaptionList> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = null));
    const heads = await this.#refreshing;
    const wanted = searchWords(query);
    if (wanted.length === 0 && query.trim() !== '') return { total: 0, items: [] };
    const found = new Map<number, { readonly line: Line; readonly head: StoryHead; uses: number }>();
    for (const head of heads) {
      for (const line of this.#stories.get(head.key)?.lines ?? []) {
        if (!wanted.every((word) => line.words.includes(` ${word}`))) continue;
        const same = found.get(line.name);
        if (same) same.uses += 1;
        else found.set(line.name, { line, head, uses: 1 });
      }
    }
    const items = [...found.values()].slice(offset, offset + limit).map(({ line, head, uses }) => ({
      ...line.figure,
      ...{ storyId: head.id, title: this.#title(head.key), updatedAt: head.updated_at, uses },
    }));
    return { total: found.size, items };
  }

  /** Reads what changed since the last time, in slices; answers the stories, those changed last first. */
  async #refresh(): Promise<readonly StoryHead[]> {
    // Every writer is this connection: where it changed nothing, nothing changed.
    const changes = this.#database.get<{ count: number }>('SELECT total_changes() AS count')?.count ?? 0;
    if (changes === this.#changes) return this.#heads;
    const heads = this.#database.all<StoryHead>(
      'SELECT key, id, seq, format, updated_at FROM stories WHERE trashed_at IS NULL ORDER BY updated_at DESC, key DESC',
    );
    const next = new Map<number, Known>();
    let until = performance.now() + SLICE_MS;
    for (const head of heads) {
      const known = this.#stories.get(head.key);
      next.set(head.key, known?.seq === head.seq ? known : { seq: head.seq, lines: this.#read(head) });
      if (performance.now() < until) continue;
      await new Promise((done) => setImmediate(done));
      // Closed meanwhile.
      if (!this.#database.isOpen) return heads;
      until = performance.now() + SLICE_MS;
    }
    this.#stories = next;
    this.#heads = heads;
    this.#changes = changes;
    return heads;
  }

  #read({ key, format }: StoryHead): Line[] {
    return this.#tables.readFigures(key).flatMap((value) => {
      // What is of today's format was checked when it was written.
      const figure = format === STORY_FORMAT ? (value as Figure) : blockSchema.safeParse(value).data;
      if (figure?.type !== 'figure') return [];
      const { assetId, caption, credit } = figure;
      const text = inlineText(caption);
      if (text.trim() === '' && credit.trim() === '') return [];
      const words = [...indexWords(`${text}\n${credit}`)].map((word) => ` ${word}`).join('');
      return [{ figure: { assetId, caption, credit }, name: this.#nameOf([assetId, text, credit]), words }];
    });
  }

  #nameOf(parts: readonly (string | null)[]): number {
    const name = JSON.stringify(parts);
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    this.#names.set(name, this.#names.size);
    return this.#names.size - 1;
  }

  #title(key: number): string {
    const row = this.#database.get<{ headline: string; slug: string; first_words: string }>(
      'SELECT headline, slug, first_words FROM summaries WHERE story = ?',
      key,
    );
    return row?.headline || row?.slug || row?.first_words || '';
  }
}
