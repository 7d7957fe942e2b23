import type { MergedContent } from '../../../shared/merge/mergeStories.ts';
import { newRevisionId, type RevisionId, type StoryId } from '../../../shared/story/ids.ts';
import { settleConflict, sideNames, type Decision } from '../../../shared/review/settleConflict.ts';
import { blankReview, type Conflict, type Review, type Step } from '../../../shared/story/review.ts';
import type { Story } from '../../../shared/story/story.ts';
import { revisionStepId } from '../derivedIds.ts';
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
    const revisionId = newRevisionId();
    const step: Step = { id: revisionStepId(revisionId), at, ...given };
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
      revision: { id: revisionId, createdAt: at, parents: newest ? [newest] : [], by: given.by },
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
      tables.reviews.write(row.key, { ...blankReview(), steps: [step] });
    });
  }

  /** Makes `content` the working copy: a revision that comes from what was here and from a colleague's, both of which are kept. */
  absorb(head: Head, content: MergedContent, summary: string): void {
    const { database, drafts, revisions, history, unseen } = this.parts;
    database.transaction(() => {
      const { id } = head.story;
      const { row, story, before } = drafts.replace(
        id,
        { ...content, suggestions: content.suggestions ?? [] },
        'beforeMerge',
      );
      unseen.note(row.key, before);
      revisions.keep(row.key, row.seq, head.story, 'received', { given: head });
      const { id: revisionId } = revisions.keep(row.key, row.seq, story, 'merged', { alsoFrom: before });
      history.add(row.key, id, 'merged', summary, { revisionId });
    });
  }

  /** Makes `content` the working copy in the place of a merge; it comes from that and from what was here before (`mine`). */
  repropose(
    id: StoryId,
    content: Pick<Story, 'fields' | 'blocks' | 'suggestions'>,
    mine: RevisionId,
    summary: string,
  ): void {
    const { database, drafts, revisions, history, clock } = this.parts;
    database.transaction(() => {
      const open = drafts.readReview(id).conflicts.filter(({ settled }) => !settled);
      // What both changed is no longer there twice.
      const settled = { by: '', at: timestamp(clock) };
      const review = { ...blankReview(), conflicts: open.map((conflict) => ({ ...conflict, settled })) };
      const given = { ...content, suggestions: content.suggestions ?? [], review };
      const { row, story } = drafts.replace(id, given, 'beforeRestore');
      const { id: revisionId } = revisions.keep(row.key, row.seq, story, 'merged', { alsoFrom: mine });
      history.add(row.key, id, 'merged', summary, { revisionId });
    });
  }

  /** Decides conflicts of a story; what was there is kept as a revision first. Those that are gone are passed over. */
  settle(id: StoryId, conflictIds: readonly string[], decision: Decision, by: string): void {
    const { database, drafts, history, clock } = this.parts;
    database.transaction(() => {
      const story = drafts.read(id);
      const chosen = (story.review?.conflicts ?? []).filter((one) => conflictIds.includes(one.id) && !one.settled);
      if (chosen.length === 0) return;
      const { fields, blocks } = chosen.reduce<Pick<Story, 'fields' | 'blocks'>>(
        (now, conflict) => settleConflict(now, conflict, decision),
        story,
      );
      const at = timestamp(clock);
      const conflicts = chosen.map((conflict) => ({ ...conflict, settled: { by, at } }));
      const { row } = drafts.replace(id, { fields, blocks, review: { ...blankReview(), conflicts } }, 'beforeRestore');
      for (const conflict of conflicts) history.add(row.key, id, 'merged', settledSentence(conflict, decision, by));
    });
  }

  /** Adds what was said and done elsewhere. */
  addReview(id: StoryId, review: Review): void {
    const { database, tables, drafts } = this.parts;
    database.transaction(() => tables.reviews.write(tables.row(id).key, review, drafts.readReview(id)));
  }
}
