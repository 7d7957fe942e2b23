import type {
  OpenedStory,
  Place,
  RevisionReason,
  RevisionSummary,
  StoryChange,
  Template,
} from '../../../shared/ipc/librarySchemas.ts';
import { placeSchema } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { editBetween } from '../../../shared/suggestions/editBetween.ts';
import { makeEdit } from '../../../shared/suggestions/followEdit.ts';
import { bringBack } from '../../../shared/compare/bringBack.ts';
import { fieldName } from '../../../shared/compare/fieldName.ts';
import { bringFieldsBack, type Passage } from '../../../shared/compare/passage.ts';
import { changeReview } from '../../../shared/review/changeReview.ts';
import type { ReviewChange } from '../../../shared/review/reviewChange.ts';
import { blankReview, type Review, type Step } from '../../../shared/story/review.ts';
import { newStoryId, type BlockId, type RevisionId, type StoryId } from '../../../shared/story/ids.ts';
import { fieldsSchema, type StoryFields } from '../../../shared/story/fields.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import { withProgress } from '../../../shared/workflow/progress.ts';
import { stepSentence } from '../../../shared/workflow/stepWords.ts';
import { STORY_FORMAT, type Story } from '../../../shared/story/story.ts';
import { timestamp, whenText, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import { readJson } from '../db/readJson.ts';
import type { HistoryLog } from '../history/HistoryLog.ts';
import type { GivenRevision, RevisionStore } from '../revisions/RevisionStore.ts';
import type { UnseenChanges } from '../revisions/UnseenChanges.ts';
import type { StoryRecovery } from './StoryRecovery.ts';
import { assembleStory, type StoryTables } from './StoryTables.ts';
import { isRowSound, type StoryRow } from './storyRow.ts';
import { templateStory } from './templateStory.ts';

const HOUR_MS = 60 * 60 * 1000;
/** How many stories' orders are remembered, so that a put need not read them back. */
const REMEMBERED = 8;

export interface DraftParts {
  readonly database: Database;
  readonly tables: StoryTables;
  readonly revisions: RevisionStore;
  readonly unseen: UnseenChanges;
  readonly history: HistoryLog;
  readonly recovery: StoryRecovery;
  readonly clock: Clock;
  /** Whether what is changed here is changed by the writer's own hands. */
  readonly isAttended: boolean;
}

/** A story after it was replaced, and the revision that holds what was there. */
export interface ReplacedStory {
  readonly story: Story;
  readonly row: StoryRow;
  readonly before: RevisionId;
}

/** A revision as sentences name it. */
function nameOf({ name, createdAt }: RevisionSummary): string {
  return name ? `“${name}”` : `of ${whenText(createdAt)}`;
}

function readPlace(text: string | null): Place | null {
  if (!text) return null;
  return placeSchema.safeParse(readJson(text)).data ?? null;
}

/**
 * The working copies. A `put` is one transaction on the disk before it is answered (DESIGN D2); what an hour of work
 * changes can be gone back to; and nothing here ever writes "empty" over text without being asked to.
 */
export class DraftStore {
  readonly #parts: DraftParts;
  /** Ids of the blocks of stories being written, with the `seq` they are true for. */
  readonly #orders = new Map<number, { readonly seq: number; readonly ids: ReadonlySet<string> }>();

  constructor(parts: DraftParts) {
    this.#parts = parts;
  }

  create(template: Template, own: Pick<StoryFields, 'byline' | 'dateline' | 'language'>): OpenedStory {
    const at = timestamp(this.#parts.clock);
    const story: Story = {
      format: STORY_FORMAT,
      id: newStoryId(),
      createdAt: at,
      updatedAt: at,
      ...templateStory(template, own),
    };
    this.add(story, 'created', 'Created.');
    return this.open(story.id);
  }

  /** Stores a whole story under its own id: with its first revision and history, or not at all. Answers its key. */
  add(
    story: Story,
    reason: 'created' | 'imported' | 'received',
    summary: string,
    extra: { readonly kind?: 'duplicated'; readonly given?: GivenRevision } = {},
  ): number {
    const { database, tables, revisions, history } = this.#parts;
    return database.transaction(() => {
      if (tables.findRow(story.id)) throw new StetError('exists', 'This story is in the library already.');
      const key = tables.addRow(story, 1);
      tables.writeContent(key, story);
      const { id: revisionId } = revisions.keep(key, 1, story, reason, extra.given && { given: extra.given });
      history.add(key, story.id, extra.kind ?? reason, summary, { revisionId });
      return key;
    });
  }

  find(id: StoryId): Story | null {
    const row = this.#parts.tables.findRow(id);
    return row ? this.#load(row).story : null;
  }

  /** The story as it stands; throws `notFound`. */
  read(id: StoryId): Story {
    return this.#load(this.#parts.tables.row(id)).story;
  }

  /** The story with all an editor needs; damage is mended on the way and told in `notice`. */
  open(id: StoryId): OpenedStory {
    const { story, row } = this.#load(this.#parts.tables.row(id));
    return {
      story,
      seq: row.seq,
      place: readPlace(row.place),
      trashedAt: row.trashed_at,
      notice: this.#parts.recovery.notice(row.key),
    };
  }

  #load(row: StoryRow): { story: Story; row: StoryRow } {
    const { tables, recovery } = this.#parts;
    const stored = tables.read(row);
    const story = assembleStory(stored);
    if (story) return { story, row };
    tables.assertIndexed(stored);
    const mended = recovery.mend(stored);
    return { story: mended, row: tables.rowByKey(row.key) ?? row };
  }

  /** The durable write. Throws `notFound`, `invalidChange`, or what the disk says; then nothing of it is stored. */
  put(change: StoryChange): { seq: number; savedAt: string } {
    const { database, tables, recovery, clock } = this.#parts;
    let key = 0;
    let ids: ReadonlySet<string> = new Set();
    const saved = database.transaction(() => {
      const row = this.#soundRow(change.id);
      key = row.key;
      this.#keepHourly(row);
      this.#noteUnseen(row);
      // What an older Stet wrote is brought to today's format before today's pieces are mixed into it.
      if (row.format < STORY_FORMAT) tables.writeContent(key, this.#load(row).story);
      ids = this.#apply(row, change);
      recovery.forgetNotice(key);
      const savedAt = timestamp(clock);
      const place = change.place ? JSON.stringify(change.place) : row.place;
      return { seq: tables.touch(row, savedAt, place), savedAt };
    });
    this.#remember(key, saved.seq, ids);
    return saved;
  }

  /** The row to write to; a write must not put a fresh checksum on a damaged one. */
  #soundRow(id: StoryId): StoryRow {
    const row = this.#parts.tables.row(id);
    return isRowSound(row) ? row : this.#load(row).row;
  }

  /** The state before an hour's work is kept when the first change after that hour comes in. */
  #keepHourly(row: StoryRow): void {
    const { revisions, clock } = this.#parts;
    const mark = revisions.mark(row.key);
    // A clock that was set back must not stop this: either direction counts.
    const age = mark ? Math.abs(clock().getTime() - Date.parse(mark.at)) : Infinity;
    if (age < HOUR_MS || mark?.seq === row.seq) return;
    revisions.keep(row.key, row.seq, this.#load(row).story, 'hourly');
  }

  /** A script's change is one the writer has not seen: what they saw last is kept. */
  #noteUnseen(row: StoryRow): void {
    const { revisions, unseen, isAttended } = this.#parts;
    if (isAttended || unseen.isNoted(row.key)) return;
    unseen.note(row.key, revisions.keep(row.key, row.seq, this.#load(row).story, 'hourly').id);
  }

  #apply(row: StoryRow, change: StoryChange): ReadonlySet<string> {
    const { tables } = this.#parts;
    const key = row.key;
    const present = this.#blockIds(row);
    const given = new Set<string>();
    for (const block of change.blocks ?? []) {
      if (given.has(block.id)) throw new StetError('invalidChange', `Block ${block.id} comes twice in one change.`);
      given.add(block.id);
    }
    let ids = present;
    if (change.order) {
      ids = new Set<string>(change.order);
      if (ids.size !== change.order.length) throw new StetError('invalidChange', 'The order names a block twice.');
      for (const id of ids)
        if (!present.has(id) && !given.has(id))
          throw new StetError('invalidChange', `The order names block ${id}, which the story does not have.`);
    }
    for (const block of change.blocks ?? []) {
      if (!ids.has(block.id)) throw new StetError('invalidChange', `Block ${block.id} is not in the story's order.`);
      tables.writeBlock(key, block);
    }
    if (change.order) {
      for (const id of present) if (!ids.has(id)) tables.removeBlock(key, id);
      tables.writeOrder(key, change.order);
    }
    if (change.fields) this.#mergeFields(row, change.fields);
    if (change.suggestions) tables.reviews.writeLayers(key, change.suggestions);
    for (const { id, blocks } of change.followed ?? []) tables.reviews.followLayer(key, id, blocks);
    return ids;
  }

  #mergeFields(row: StoryRow, changed: Partial<StoryFields>): void {
    const { tables } = this.#parts;
    const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
    const stored = fieldsSchema.safeParse(tables.readFields(row.key));
    const fields = stored.success ? stored.data : this.#load(row).story.fields;
    tables.writeFields(row.key, { ...fields, ...given });
  }

  #blockIds(row: StoryRow): ReadonlySet<string> {
    const remembered = this.#orders.get(row.key);
    if (remembered?.seq === row.seq) return remembered.ids;
    const order = this.#parts.tables.readOrder(row.key);
    return new Set<string>(order ?? this.#load(row).story.blocks.map((block) => block.id));
  }

  #remember(key: number, seq: number, ids: ReadonlySet<string>): void {
    this.#orders.delete(key);
    this.#orders.set(key, { seq, ids });
    const oldest = this.#orders.keys().next();
    if (this.#orders.size > REMEMBERED && !oldest.done) this.#orders.delete(oldest.value);
  }

  keepPlace(id: StoryId, place: Place): void {
    const { key } = this.#parts.tables.row(id);
    this.#parts.database.run('UPDATE stories SET place = ? WHERE key = ?', JSON.stringify(place), key);
  }

  /** Keeps the story as it is now; answers the newest revision if nothing changed since. */
  keepRevision(id: StoryId, reason: RevisionReason, name = ''): RevisionSummary {
    const { database, tables, revisions } = this.#parts;
    return database.transaction(() => {
      const { row, story } = this.#load(tables.row(id));
      return revisions.keep(row.key, row.seq, story, reason, { name });
    });
  }

  /**
   * Makes a revision the working copy, as a revision of its own that comes from both; what was there is kept first.
   * Answers the story's id. Throws `notFound` or `damagedRevision`.
   */
  restore(id: RevisionId): StoryId {
    const { database, revisions, history } = this.#parts;
    const { summary, story } = revisions.read(id);
    const { storyId } = summary;
    database.transaction(() => {
      // Where the story stands now was said by steps, which no revision takes back.
      const fields = withProgress(story.fields, this.read(storyId).fields);
      const { suggestions = [], ...content } = story;
      const restoring = { ...content, fields, suggestions };
      const { row, story: restored } = this.#replace(storyId, restoring, 'beforeRestore');
      const { id: revisionId } = revisions.keep(row.key, row.seq, restored, 'restored', { alsoFrom: id });
      const told = `Went back to the revision ${nameOf(summary)}.`;
      history.add(row.key, storyId, 'restored', told, { revisionId });
    });
    return storyId;
  }

  /**
   * Brings passages and fields of a revision back into the working copy, as a revision of its own that comes from both; what was there
   * is kept first. Answers the story's id. Throws `notFound` or `damagedRevision`.
   */
  restoreBlocks(id: RevisionId, { bring, remove, fields: names = [] }: Passage): StoryId {
    const { database, revisions, history } = this.#parts;
    const { summary, story } = revisions.read(id);
    const { storyId } = summary;
    database.transaction(() => {
      const { fields, blocks } = this.read(storyId);
      const content = {
        fields: bringFieldsBack(fields, story.fields, names),
        blocks: bringBack(blocks, story.blocks, bring, remove),
      };
      const { row, story: restored } = this.#replace(storyId, content, 'beforeRestore');
      const { id: revisionId } = revisions.keep(row.key, row.seq, restored, 'restored', { alsoFrom: id });
      const what = bring.length === 0 ? `the ${names.map(fieldName).join(' and the ')}` : 'a passage';
      const told = `Brought ${what} back from the revision ${nameOf(summary)}.`;
      history.add(row.key, storyId, 'restored', told, { revisionId });
    });
    return storyId;
  }

  /** What people said of the story and did with it. */
  readReview(id: StoryId): Review {
    return this.read(id).review ?? blankReview();
  }

  /**
   * Does one thing to the review of a story, on the disk before it is answered. With a step go the story's fields, a revision and
   * an entry of the history. Throws `notFound`.
   */
  changeReview(id: StoryId, change: ReviewChange): Review {
    const { database, tables, clock } = this.#parts;
    return database.transaction(() => {
      const { row, story } = this.#load(tables.row(id));
      const before = story.review ?? blankReview();
      const review = changeReview(before, change, timestamp(clock));
      tables.reviews.write(row.key, review, before);
      if (change.kind === 'addStep') this.#takeStep(id, change);
      return review;
    });
  }

  /** Marks an approved story as sent, as a step of `by`; false where it is not approved, and nothing was done. */
  markSent(id: StoryId, by: string, note: string): boolean {
    if (this.read(id).fields.status !== 'approved') return false;
    this.changeReview(id, { kind: 'addStep', by, status: 'sent', note });
    return true;
  }

  #takeStep(id: StoryId, step: Omit<Step, 'id' | 'at'>): void {
    const { history } = this.#parts;
    const { status, assignee, by } = step;
    this.put({ id, fields: { ...(status && { status }), ...(assignee !== undefined && { assignee }) } });
    const { key } = this.#parts.tables.row(id);
    const name = `${status ? STATUS_LABELS[status] : ''}${by === '' ? '' : ` by ${by}`}`;
    const kept = status ? this.keepRevision(id, 'submitted', name) : null;
    history.add(key, id, 'stepped', stepSentence(step), kept ? { revisionId: kept.id } : {});
  }

  /** Takes blocks out of a story; what was there is kept as a revision first. Ids it does not have are passed over. */
  removeBlocks(id: StoryId, gone: ReadonlySet<BlockId>): void {
    this.#parts.database.transaction(() => {
      const { fields, blocks } = this.read(id);
      this.#replace(id, { fields, blocks: blocks.filter((block) => !gone.has(block.id)) }, 'hourly');
    });
  }

  /** As the writer wants it; what was said of damage is seen to with that. */
  #replace(
    id: StoryId,
    content: Pick<Story, 'fields' | 'blocks' | 'suggestions'>,
    before: 'beforeRestore' | 'hourly',
  ): Pick<ReplacedStory, 'story' | 'row'> {
    const replaced = this.replace(id, content, before);
    this.#parts.recovery.forgetNotice(replaced.row.key);
    return replaced;
  }

  /**
   * Replaces fields and blocks, and adds to the review, keeping what was there as a revision first. Where the content says
   * nothing of what is proposed, what is proposed stays proposed. For the caller's transaction.
   */
  replace(
    id: StoryId,
    content: Pick<Story, 'fields' | 'blocks' | 'review' | 'suggestions'>,
    reason: RevisionReason,
  ): ReplacedStory {
    const { tables, revisions, clock, unseen, isAttended } = this.#parts;
    const { row, story } = this.#load(tables.row(id));
    const { id: before } = revisions.keep(row.key, row.seq, story, reason);
    if (!isAttended) unseen.note(row.key, before);
    const { suggestions = makeEdit(story.suggestions ?? [], editBetween(story, content)) } = content;
    tables.writeContent(row.key, { ...content, suggestions: [...suggestions] });
    tables.touch(row, timestamp(clock), row.place);
    return { ...this.#load(tables.row(id)), before };
  }

  /** A copy under a new id, at the newest place of the list. Its blocks keep their ids, so that the two can be compared. */
  duplicate(id: StoryId): { id: StoryId; key: number } {
    const at = timestamp(this.#parts.clock);
    // What was said of the original was said of that one.
    const { review: _, ...original } = this.read(id);
    const fields = withProgress(original.fields, { status: 'draft' });
    const copy: Story = { ...original, fields, id: newStoryId(), createdAt: at, updatedAt: at };
    const title = original.fields.headline || original.fields.slug || 'a story without a headline';
    return { id: copy.id, key: this.add(copy, 'created', `Copied from ${title}.`, { kind: 'duplicated' }) };
  }

  /** Moves a story to the trash (`true`) or out of it; doing it twice does nothing. Answers the story's key. */
  setTrashed(id: StoryId, trashed: boolean): number {
    const { database, tables, history, clock } = this.#parts;
    return database.transaction(() => {
      const row = tables.row(id);
      if ((row.trashed_at !== null) === trashed) return row.key;
      tables.setTrashed(row, trashed ? timestamp(clock) : null);
      if (trashed) history.add(row.key, id, 'trashed', 'Moved to the trash.');
      else history.add(row.key, id, 'untrashed', 'Taken out of the trash.');
      return row.key;
    });
  }

  /** Deletes every story in the trash with all that belongs to it. `onDelete` is called first, in the same transaction. */
  emptyTrash(onDelete: (key: number) => void): number {
    const { database } = this.#parts;
    return database.transaction(() => {
      const rows = database.all<{ key: number }>('SELECT key FROM stories WHERE trashed_at IS NOT NULL');
      for (const { key } of rows) {
        onDelete(key);
        database.run('DELETE FROM stories WHERE key = ?', key);
        this.#orders.delete(key);
      }
      return rows.length;
    });
  }
}
