import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VerifyReport } from '../../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { fieldsSchema } from '../../../shared/story/fields.ts';
import type { Database } from '../db/Database.ts';
import { findStructureProblems } from '../db/findStructureProblems.ts';
import { isDamage } from '../db/storageError.ts';
import { assembleStory, type StoredStory, type StoryTables } from '../drafts/StoryTables.ts';
import type { HistoryLog } from '../history/HistoryLog.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';

interface VerifyParts {
  readonly database: Database;
  readonly tables: StoryTables;
  readonly revisions: RevisionStore;
  readonly history: HistoryLog;
  /** One sentence per picture that is not what was stored. */
  readonly media: { verify(): Promise<string[]> };
  /** The file itself is damaged, and not only what lies in it. */
  readonly onDamage: () => void;
}

/**
 * Looks at everything: SQLite's own structure, the checksum of every piece, every revision, history entry and picture.
 * Others are served meanwhile. Nothing is changed; a damaged story is mended when it is opened.
 */
export async function verifyLibrary(parts: VerifyParts): Promise<VerifyReport> {
  const { database } = parts;
  const structure = await findStructureProblems(database, 'full');
  const stories = new StoryCheck(parts);
  const problems: string[] = [];
  let assets = 0;
  try {
    const loose = database.all('PRAGMA foreign_key_check').length;
    if (loose > 0) problems.push(`${loose} pieces belong to no story any more.`);
    await stories.run();
    problems.push(...stories.problems, ...(await parts.media.verify()));
    assets = database.get<{ count: number }>('SELECT count(*) AS count FROM assets')?.count ?? 0;
  } catch (error) {
    // What lies behind the damage cannot be looked at before that is put right.
    if (!isDamage(error)) throw error;
    if (structure.length === 0) structure.push('part of it cannot be read');
  }
  if (structure.length > 0) {
    parts.onDamage();
    problems.unshift(`The library’s file is damaged; it is put right when it is opened next (${structure[0]}).`);
  }
  const { blocks, revisions } = stories;
  return { ok: problems.length === 0, stories: stories.stories, blocks, revisions, assets, problems };
}

/** Reads one story after the other, and what hangs on it. */
class StoryCheck {
  stories = 0;
  blocks = 0;
  revisions = 0;
  readonly problems: string[] = [];

  constructor(private readonly parts: VerifyParts) {}

  async run(): Promise<void> {
    const { database } = this.parts;
    const keys = database.all<{ key: number }>('SELECT key FROM stories ORDER BY key').map(({ key }) => key);
    for (const key of keys) {
      // Closed while this was going on: nobody waits for the answer any more.
      if (!database.isOpen) return;
      this.#checkStory(key);
      await nextTurn();
    }
  }

  #checkStory(key: number): void {
    const { tables } = this.parts;
    const row = tables.rowByKey(key);
    if (!row) return;
    const stored = tables.read(row);
    const name = storyName(stored);
    this.stories += 1;
    this.blocks += stored.blocks.size + stored.broken.length;
    const damage = describeDamage(stored);
    if (damage) this.problems.push(`The story ${name}: ${damage} damaged. It is put right when it is opened.`);
    const { total, unreadable: wrong } = this.parts.revisions.count(key);
    this.revisions += total;
    if (wrong > 0) this.problems.push(`The story ${name}: ${wrong} of its ${total} revisions cannot be read any more.`);
    const entries = this.parts.history.countUnreadable(row.id as StoryId);
    if (entries > 0)
      this.problems.push(`The story ${name}: ${entries} entries of its history cannot be read any more.`);
  }
}

function storyName({ row, fields }: StoredStory): string {
  const { headline, slug } = fieldsSchema.safeParse(fields).data ?? { headline: '', slug: '' };
  return headline || slug ? `“${headline || slug}”` : `with the id ${row.id}`;
}

/** What of a story is not what was written, with its verb; null for a sound one. */
function describeDamage(stored: StoredStory): string | null {
  const { rowSound, fields, order, blocks, broken, review } = stored;
  const missing = order?.filter((id) => !blocks.has(id)).length ?? broken.length;
  const parts = [
    ...(rowSound ? [] : ['its dates']),
    ...(fields === undefined ? ['its headline and other fields'] : []),
    ...(order ? [] : ['the order of its paragraphs']),
    ...(missing > 0 ? [`${missing} of its paragraphs and pictures`] : []),
    ...(review.broken.length > 0 ? [`${review.broken.length} of its comments and steps`] : []),
  ];
  if (parts.length > 0) return `${parts.join(', ')} ${parts.length === 1 && missing === 1 ? 'is' : 'are'}`;
  return isWhole(stored) ? null : 'its stored form is';
}

/** A story a newer Stet wrote is whole as far as anyone here can tell. */
function isWhole(stored: StoredStory): boolean {
  try {
    return assembleStory(stored) !== undefined;
  } catch {
    return true;
  }
}
