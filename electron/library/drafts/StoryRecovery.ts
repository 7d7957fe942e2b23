import { z } from 'zod';
import { blockSchema, type Block } from '../../../shared/story/block.ts';
import { STORY_ID, type BlockId, type StoryId } from '../../../shared/story/ids.ts';
import { blockText } from '../../../shared/story/plainText.ts';
import { blankFields, fieldsSchema, STORY_FORMAT, type Story, type StoryFields } from '../../../shared/story/story.ts';
import { timestamp, whenText, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import type { HistoryLog } from '../history/HistoryLog.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';
import type { StoredStory, StoryTables } from './StoryTables.ts';
import { blockPiece, FIELDS_PIECE, ORDER_PIECE, type Piece, type StoryRow } from './storyRow.ts';

/** A sound state of a story from somewhere else, newest first in a list of them. */
export interface EarlierState {
  readonly at: string;
  /** Where it came from, as in "the revision of 3 May 2026, 10:15". */
  readonly source: string;
  readonly story: Story;
}

/** Where else a story may be found: the backups. */
export type FindInBackups = (id: StoryId) => Iterable<EarlierState>;

const READABLE = /[^\p{Cc}\p{Cn}\p{Co}\ufffd]{3,}/gu;

function isTime(text: string): boolean {
  return z.iso.datetime().safeParse(text).success;
}

/** What can still be read of a damaged block's bytes: the block itself if it still is one, else its words as a paragraph. */
export function salvageBlock(id: BlockId, body: Uint8Array): Block | null {
  const text = Buffer.from(body).toString('utf8');
  try {
    const parsed = blockSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { ...parsed.data, id };
  } catch {
    // Not JSON any more: take the words out of it.
  }
  const words = [...text.matchAll(/"text":"((?:[^"\\]|\\.)*)"?/gu)].map(([, inner]) => inner ?? '');
  const readable = (words.length > 0 ? words : (text.match(READABLE) ?? []))
    .join(' ')
    .replace(/\\["\\nt]/g, ' ')
    .trim();
  return readable ? { id, type: 'paragraph', content: [{ type: 'text', text: readable }] } : null;
}

/**
 * Puts a damaged story together again (DESIGN §5). For each piece that is not what was written: its last good state from
 * a revision or a backup, else what can be read of the damaged bytes. The damaged bytes are kept in the quarantine, the
 * story's history says what happened, and `notice` tells whoever opens it. Nothing is ever deleted for being damaged.
 */
export class StoryRecovery {
  readonly #database: Database;
  readonly #tables: StoryTables;
  readonly #revisions: RevisionStore;
  readonly #history: HistoryLog;
  readonly #findInBackups: FindInBackups;
  readonly #clock: Clock;

  constructor(parts: {
    readonly database: Database;
    readonly tables: StoryTables;
    readonly revisions: RevisionStore;
    readonly history: HistoryLog;
    readonly findInBackups: FindInBackups;
    readonly clock: Clock;
  }) {
    this.#database = parts.database;
    this.#tables = parts.tables;
    this.#revisions = parts.revisions;
    this.#history = parts.history;
    this.#findInBackups = parts.findInBackups;
    this.#clock = parts.clock;
  }

  /** What to tell whoever opens the story, or null. */
  notice(key: number): string | null {
    return this.#database.get<{ message: string }>('SELECT message FROM notices WHERE story = ?', key)?.message ?? null;
  }

  /** The writer has gone on working with what was recovered: no more need to say so. */
  forgetNotice(key: number): void {
    this.#database.run('DELETE FROM notices WHERE story = ?', key);
  }

  /** Repairs the story on the disk and answers it. */
  mend(stored: StoredStory): Story {
    return this.#database.transaction(() => this.#mend(stored));
  }

  #mend(stored: StoredStory): Story {
    const key = stored.row.key;
    const earlier = this.#earlierStates(stored.row);
    const row = this.#soundRow(stored, earlier);
    const said: string[] = [];
    const sources = new Set<string>();

    const fields = this.#fields(stored, earlier, said, sources);
    const order = this.#order(stored, earlier, said, sources);
    const blocks: Block[] = [];
    let recovered = 0;
    let lost = 0;
    let excerpt = '';
    for (const id of order) {
      const sound = blockSchema.safeParse(stored.blocks.get(id));
      if (sound.success) {
        blocks.push(sound.data);
        continue;
      }
      const raw = this.#tables.rawPiece(key, blockPiece(id));
      this.#quarantine(row.id as StoryId, blockPiece(id), raw);
      const state = earlier.find((candidate) => candidate.story.blocks.some((block) => block.id === id));
      const good = state?.story.blocks.find((block) => block.id === id) ?? null;
      const block = good ?? (raw ? salvageBlock(id as BlockId, raw.body) : null);
      if (state) sources.add(state.source);
      if (!block) {
        lost += 1;
        continue;
      }
      blocks.push(block);
      recovered += 1;
      excerpt ||= blockText(block).slice(0, 60).trim();
    }
    if (recovered > 0)
      said.push(`${recovered} of its ${order.length} paragraphs and pictures${excerpt ? ` (“${excerpt}…”)` : ''}`);
    if (lost > 0) said.push(`${lost} that could not be brought back`);
    if (!stored.rowSound) said.push('its dates');

    const story: Story = {
      format: STORY_FORMAT,
      id: row.id as StoryId,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      fields,
      blocks,
    };
    this.#tables.mendRow({ ...row, format: STORY_FORMAT, seq: row.seq + 1 });
    this.#tables.writeContent(key, story);
    const from = sources.size > 0 ? ` It was put right from ${[...sources].join(' and ')}.` : '';
    const message =
      `Part of this story was damaged on the disk: ${said.join(', ') || 'its stored form'}.${from} ` +
      'Please read it through. The damaged bytes are kept in the library.';
    this.#history.add(key, story.id, 'recovered', message);
    this.#database.run('INSERT OR REPLACE INTO notices (story, message) VALUES (?, ?)', key, message);
    return story;
  }

  #earlierStates(row: StoryRow): EarlierState[] {
    const states: EarlierState[] = [];
    for (const { at, story } of this.#revisions.sound(row.key)) {
      states.push({ at, story, source: `the revision of ${whenText(at)}` });
      if (states.length === 20) break;
    }
    // A damaged id is looked up by the one its revisions remember.
    const id = STORY_ID.test(row.id) ? (row.id as StoryId) : states[0]?.story.id;
    if (id) states.push(...this.#findInBackups(id));
    return states.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  #soundRow({ row, rowSound }: StoredStory, earlier: readonly EarlierState[]): StoryRow {
    if (rowSound) return row;
    const known = earlier[0]?.story;
    const now = timestamp(this.#clock);
    this.#quarantine(row.id as StoryId, 'row', {
      body: Buffer.from(JSON.stringify({ ...row, sum: null })),
      sum: row.sum,
    });
    return {
      ...row,
      id: known?.id ?? row.id,
      created_at: isTime(row.created_at) ? row.created_at : (known?.createdAt ?? now),
      updated_at: isTime(row.updated_at) ? row.updated_at : now,
      trashed_at: row.trashed_at === null || isTime(row.trashed_at) ? row.trashed_at : null,
    };
  }

  #fields(stored: StoredStory, earlier: readonly EarlierState[], said: string[], sources: Set<string>): StoryFields {
    const sound = fieldsSchema.safeParse(stored.fields);
    if (sound.success) return sound.data;
    const raw = this.#tables.rawPiece(stored.row.key, FIELDS_PIECE);
    this.#quarantine(stored.row.id as StoryId, FIELDS_PIECE, raw);
    said.push('its headline and other fields');
    const state = earlier[0];
    if (state) {
      sources.add(state.source);
      return state.story.fields;
    }
    try {
      const parsed = fieldsSchema.safeParse(raw && JSON.parse(Buffer.from(raw.body).toString('utf8')));
      if (parsed.success) return parsed.data;
    } catch {
      // Not readable any more; the bytes are in the quarantine.
    }
    return blankFields();
  }

  #order(stored: StoredStory, earlier: readonly EarlierState[], said: string[], sources: Set<string>): string[] {
    if (stored.order) return [...stored.order];
    this.#quarantine(stored.row.id as StoryId, ORDER_PIECE, this.#tables.rawPiece(stored.row.key, ORDER_PIECE));
    said.push('the order of its paragraphs');
    const present = new Set([...stored.blocks.keys(), ...stored.broken]);
    const state = earlier[0];
    if (state) sources.add(state.source);
    const before: string[] = state?.story.blocks.map((block) => block.id) ?? [];
    const placed = before.filter((id) => present.has(id));
    // Written since then: nobody knows where they stood, so they come last, in the order they were first written.
    const rest = [...present].filter((id) => !placed.includes(id));
    return placed.length + rest.length > 0 ? [...placed, ...rest] : before;
  }

  #quarantine(storyId: StoryId, piece: string, raw: Piece | undefined): void {
    this.#database.run(
      'INSERT INTO quarantine (at, story_id, piece, body, sum) VALUES (?, ?, ?, ?, ?)',
      timestamp(this.#clock),
      storyId,
      piece,
      raw?.body ?? null,
      raw?.sum ?? null,
    );
  }
}
