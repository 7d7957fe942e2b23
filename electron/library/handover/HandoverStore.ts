import { StetError } from '../../../shared/lang/result.ts';
import type { MergedContent } from '../../../shared/merge/mergeStories.ts';
import { newRevisionId, newStepId, type StoryId } from '../../../shared/story/ids.ts';
import { settleConflict, sideNames, type Decision } from '../../../shared/review/settleConflict.ts';
import { blankReview, type Conflict, type Review, type Step } from '../../../shared/story/review.ts';
import type { Story } from '../../../shared/story/story.ts';
import { timestamp, type Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import type { DraftStore } from '../drafts/DraftStore.ts';
import type { StoryTables } from '../drafts/StoryTables.ts';
import type { HistoryLog } from '../history/HistoryLog.ts';
import type { GivenRevision, RevisionStore } from '../revisions/RevisionStore.ts';
import type { UnseenChanges } from '../revisions/UnseenChanges.ts';

interface HandoverStoreParts {
  readonly database: Database;
  readonly tables: StoryTables;
  readonly drafts: DraftStore;
  readonly revisions: RevisionStore;
  readonly history: HistoryLog;
  readonly unseen: UnseenChanges;
  readonly clock: Clock;
}

/** A story as it is about to be handed over, and the revision that will be. */
export interface PreparedStep {
  readonly story: Story;
  readonly step: Step;
  readonly revision: GivenRevision;
}

/** A colleague's version. */
export interface Head extends GivenRevision {
  readonly story: Story;
}

/** What was decided, for the history. */
function settledSentence(conflict: Conflict, decision: Decision, by: string): string {
  const [one, two] = sideNames(conflict);
  const who = by === '' ? 'Decided' : `${by} decided`;
  if (decision === 'both') return `${who} to keep what both ${one} and ${two} had.`;
  return `${who} for the version of ${decision === 1 ? one : two}, against that of ${decision === 1 ? two : one}.`;
}

/** What handing over and taking in writes, each in one transaction. */
export class HandoverStore {
  constructor(private readonly parts: HandoverStoreParts) {}

  /** The story with a step done to it. Nothing is written: a package is made of it first. */
  prepare(id: StoryId, given: Omit<Step, 'id' | 'at'>): PreparedStep {
    const { drafts, revisions, clock } = this.parts;
    const before = drafts.read(id);
    const at = timestamp(clock);
    const step: Step = { id: newStepId(), at, ...given };
    const { threads, steps, conflicts } = before.review ?? blankReview();
    const fields = {
      ...before.fields,
      ...(given.status && { status: given.status }),
      ...(given.assignee !== undefined && { assignee: given.assignee }),
    };
    const newest = revisions.newest(id);
    return {
      story: { ...before, fields, review: { threads, steps: [...steps, step], conflicts } },
      step,
      revision: { id: newRevisionId(), createdAt: at, parents: newest ? [newest] : [], by: given.by },
    };
  }

  /** The package is on the disk: the step counts, and its revision is kept by a name. What was typed meanwhile stays. */
  commit({ story, step, revision }: PreparedStep, name: string): void {
    const { database, tables, drafts, revisions } = this.parts;
    database.transaction(() => {
      const { id } = story;
      const { status, assignee } = step;
      drafts.put({ id, fields: { ...(status && { status }), ...(assignee !== undefined && { assignee }) } });
      const row = tables.row(id);
      revisions.keep(row.key, row.seq, story, 'submitted', { name, given: revision });
      this.#addReview(row.key, id, { ...blankReview(), steps: [step] });
    });
  }

  /** Takes in a story that was not here, as the revision its sender knows it by. Throws StetError `exists`. */
  adopt(head: Head, summary: string): void {
    const { database, tables, revisions, history } = this.parts;
    database.transaction(() => {
      const { story } = head;
      if (tables.findRow(story.id)) throw new StetError('exists', 'This story is in the library already.');
      const key = tables.addRow(story, 1);
      tables.writeContent(key, story);
      revisions.keep(key, 1, story, 'received', { given: head });
      history.add(key, story.id, 'received', summary, { revisionId: head.id });
    });
  }

  /** Makes `content` the working copy: a revision that comes from what was here and from a colleague's, both of which are kept. */
  absorb(head: Head, content: MergedContent, summary: string): void {
    const { database, tables, drafts, revisions, history, unseen, clock } = this.parts;
    database.transaction(() => {
      const { id } = head.story;
      const mine = drafts.read(id);
      const row = tables.row(id);
      const { id: before } = revisions.keep(row.key, row.seq, mine, 'beforeMerge');
      revisions.keep(row.key, row.seq, head.story, 'received', { given: head });
      tables.writeContent(row.key, content);
      unseen.note(row.key, before);
      const seq = tables.touch(row, timestamp(clock), row.place);
      const merged = { ...mine, ...content };
      const { id: revisionId } = revisions.keep(row.key, seq, merged, 'merged', { alsoFrom: before });
      history.add(row.key, id, 'merged', summary, { revisionId });
    });
  }

  /** Decides conflicts of a story; what was there is kept as a revision first. Those that are gone are passed over. */
  settle(id: StoryId, conflictIds: readonly string[], decision: Decision, by: string): void {
    const { database, tables, drafts, revisions, history, clock } = this.parts;
    database.transaction(() => {
      const story = drafts.read(id);
      const row = tables.row(id);
      const chosen = (story.review?.conflicts ?? []).filter((one) => conflictIds.includes(one.id) && !one.settled);
      if (chosen.length === 0) return;
      revisions.keep(row.key, row.seq, story, 'beforeRestore');
      const content = chosen.reduce<Pick<Story, 'fields' | 'blocks'>>(
        (now, conflict) => settleConflict(now, conflict, decision),
        story,
      );
      const at = timestamp(clock);
      const settled = chosen.map((conflict) => ({ ...conflict, settled: { by, at } }));
      tables.writeContent(row.key, { fields: content.fields, blocks: content.blocks });
      this.#addReview(row.key, id, { ...blankReview(), conflicts: settled });
      tables.touch(row, at, row.place);
      for (const conflict of settled) history.add(row.key, id, 'merged', settledSentence(conflict, decision, by));
    });
  }

  /** Adds what was said and done elsewhere. */
  addReview(id: StoryId, review: Review): void {
    const { database, tables } = this.parts;
    database.transaction(() => this.#addReview(tables.row(id).key, id, review));
  }

  #addReview(key: number, id: StoryId, review: Review): void {
    this.parts.tables.reviews.write(key, review, this.parts.drafts.readReview(id));
  }
}
