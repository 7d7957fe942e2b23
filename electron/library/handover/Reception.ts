import { StetError } from '../../../shared/lang/result.ts';
import { newLayerId, type RevisionId, type StoryId } from '../../../shared/story/ids.ts';
import { mergeReview } from '../../../shared/merge/mergeReview.ts';
import { changeSentences, conflictSentences } from '../../../shared/merge/mergeSentences.ts';
import { mergeStories, type MergedContent } from '../../../shared/merge/mergeStories.ts';
import { sideChanges } from '../../../shared/merge/sideChanges.ts';
import { same } from '../../../shared/merge/threeWay.ts';
import { openConflicts } from '../../../shared/review/openConflicts.ts';
import { blankReview } from '../../../shared/story/review.ts';
import type { Story } from '../../../shared/story/story.ts';
import { listSuggestions } from '../../../shared/suggestions/listSuggestions.ts';
import { versionsOf } from '../../../shared/suggestions/versions.ts';
import { proposeOver } from '../../../shared/suggestions/proposeOver.ts';
import { hashStory } from '../hashStory.ts';
import type { DraftStore } from '../drafts/DraftStore.ts';
import type { Handover } from '../packages/handoverFormat.ts';
import type { RevisionStore } from '../revisions/RevisionStore.ts';
import type { Colleagues } from './Colleagues.ts';
import { ChangedKeyError } from './ChangedKeyError.ts';
import { ancestry, commonRevisions, type Lineage } from './commonRevisions.ts';
import type { HandoverStore, Head } from './HandoverStore.ts';
import { isExchanged } from './exchanged.ts';
import { fingerprint } from './fingerprint.ts';

/** What came of a colleague's version of a story. */
export interface Received {
  readonly storyId: StoryId;
  /** Nothing in it was new. */
  readonly isKnown: boolean;
  /** It could not be merged, having nothing in common with ours: it is to be a story of its own. */
  readonly isStranger: boolean;
  /** It was merged with ours. */
  readonly isMerged: boolean;
  /** How many things both changed and somebody has to decide, of this and of earlier merges. */
  readonly conflicts: number;
  /** Sentences: who changed what, what is to be decided, whose key it was. */
  readonly notes: readonly string[];
}

interface ReceptionParts {
  readonly drafts: DraftStore;
  readonly store: HandoverStore;
  readonly revisions: RevisionStore;
  readonly colleagues: Colleagues;
  /** Who is at work here. */
  readonly person: () => string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** A story came, or is another than before. */
  readonly onChange: (id: StoryId) => void;
}

/** A version as it was before anything was proposed. */
function withoutProposed(content: MergedContent): MergedContent {
  const [{ fields, blocks } = content] = versionsOf(content);
  return { ...content, fields, blocks: [...blocks] };
}

/** How much somebody proposes that was not proposed before. */
function proposedSentences(by: string, before: MergedContent, now: MergedContent): string[] {
  const known = new Set((before.suggestions ?? []).map(({ id }) => id));
  const count = listSuggestions(now).filter(({ layerId }) => !known.has(layerId)).length;
  if (count === 0) return [];
  return [`${by} suggests ${count === 1 ? 'one change' : `${count} changes`}, to be accepted or rejected.`];
}

function notMerged(): StetError {
  return new StetError(
    'notMerged',
    'The story was changed since it was merged, or was not merged at all. Its versions are in the Review tab.',
  );
}

/**
 * Takes in what colleagues hand over. A story that is here already is merged with theirs, from where the two parted; what was here
 * and what they sent both stay as revisions, and what both changed is marked for somebody to decide.
 */
export class Reception {
  constructor(private readonly parts: ReceptionParts) {}

  /**
   * Refuses a sender whose key is not the one they had, unless it is the one `accepted` names (its fingerprint): throws
   * ChangedKeyError. Answers what to tell of a sender seen for the first time.
   */
  async greet(
    { by, key, seal }: Pick<Handover, 'by' | 'key' | 'seal'>,
    accepted: string | undefined,
  ): Promise<string[]> {
    const { colleagues, now } = this.parts;
    const print = fingerprint(key);
    const acquaintance = await colleagues.judge(by, key);
    if (acquaintance.kind === 'changed' && accepted !== print)
      throw new ChangedKeyError({
        ...{ name: by, now: print },
        since: acquaintance.before.since.slice(0, 10),
        before: fingerprint(acquaintance.before.key),
      });
    await colleagues.trust({ name: by, key, ...(seal !== undefined && { seal }), since: now() });
    if (acquaintance.kind === 'known') return [];
    return [
      acquaintance.kind === 'new'
        ? `The first package from ${by} here. If it matters, ask ${by} by phone whether the fingerprint of the key is ${print}.`
        : `${by} has a new key from now on: ${print}.`,
    ];
  }

  /** Throws what the disk says; nothing is changed then. */
  receive(story: Story, handover: Handover): Received {
    const received = this.#take(story, handover);
    if (!received.isKnown && !received.isStranger) this.parts.onChange(received.storyId);
    return received;
  }

  #take(story: Story, handover: Handover): Received {
    const { drafts, revisions, store } = this.parts;
    const { by, revision } = handover;
    const head = { ...revision, by, story };
    const here = drafts.find(story.id);
    if (!here) {
      drafts.add(story, 'received', `Came from ${by}.`, { given: head });
      return { storyId: story.id, isKnown: false, isStranger: false, isMerged: false, conflicts: 0, notes: [] };
    }
    if (revisions.has(story.id, revision.id)) return this.#takeReview(here, story, by);
    const base = this.#base(story.id, handover);
    if (!base) return { storyId: story.id, isKnown: false, isStranger: true, isMerged: false, conflicts: 0, notes: [] };
    const mine = { by: this.parts.person() || 'this library', content: here };
    const merged = mergeStories(base, mine, { by, content: story }, this.parts.now());
    const notes = [
      ...changeSentences(by, sideChanges(withoutProposed(base), withoutProposed(story))),
      ...proposedSentences(by, base, story),
      ...conflictSentences(merged.conflicts),
    ];
    store.absorb(head, merged.content, [`Merged with the version of ${by}.`, ...notes].join(' '));
    return {
      storyId: story.id,
      isKnown: false,
      isStranger: false,
      isMerged: true,
      conflicts: openConflicts(merged.content).length,
      notes,
    };
  }

  /**
   * Has what a merge took over from a colleague proposed instead, over what was here before. What was there is kept as a
   * revision. Throws StetError `notMerged` where the newest thing that was done to the story is no merge.
   */
  unmerge(id: StoryId): void {
    const { drafts, revisions, store, now } = this.parts;
    const [merged] = revisions.list(id);
    const story = drafts.read(id);
    const [headId, mineId] = merged?.parents ?? [];
    if (merged?.reason !== 'merged' || !headId || !mineId || hashStory(story) !== merged.hash) throw notMerged();
    const lineage = revisions.lineage(id);
    const common = commonRevisions(lineage, mineId, ancestry(lineage, headId));
    const base = this.#together(lineage, common.length > 0 ? common : this.#lastExchange(id, lineage, mineId));
    if (!base) throw notMerged();
    const [mine, { summary, story: theirs }] = [revisions.read(mineId).story, revisions.read(headId)];
    const head = { id: newLayerId(), by: summary.by, at: now(), times: {} };
    const said = `What ${summary.by || 'a colleague'} did is proposed now, over what was here.`;
    store.repropose(id, proposeOver(base, mine, theirs, head), mineId, said);
    this.parts.onChange(id);
  }

  /** The last version on the way to this one that was handed over or came from somebody: where a colleague's began at the latest. */
  #lastExchange(id: StoryId, lineage: Lineage, from: RevisionId): RevisionId[] {
    const known = new Map(this.parts.revisions.list(id).map((revision) => [revision.id, revision.reason]));
    return ancestry(lineage, from)
      .filter((revision) => isExchanged(known.get(revision)))
      .slice(0, 1);
  }

  /** The revision of a story with this content, by its hash; null where there is none. */
  findVersion(id: StoryId, hash: string): { readonly id: RevisionId; readonly story: Story } | null {
    const { revisions } = this.parts;
    const found = revisions.list(id).find((revision) => revision.hash === hash);
    return found ? { id: found.id, story: revisions.read(found.id).story } : null;
  }

  /** Makes `content` the working copy: ours, with a version that came (`head`) proposed over it. Both are kept as revisions. */
  propose(head: Head, content: MergedContent, summary: string): void {
    this.parts.store.absorb(head, content, summary);
    this.parts.onChange(head.story.id);
  }

  /** The words are here already; what was said of them since may not be. */
  #takeReview(here: Story, story: Story, by: string): Received {
    const before = here.review ?? blankReview();
    const review = mergeReview(before, story.review ?? blankReview());
    const isKnown = same(before, review);
    if (!isKnown) this.parts.store.addReview(here.id, review);
    const notes = isKnown ? [] : [`New comments or steps of ${by} were taken over; the words are the same.`];
    const conflicts = openConflicts({ ...here, review }).length;
    return { storyId: here.id, isKnown, isStranger: false, isMerged: false, conflicts, notes };
  }

  /** Where the two versions parted; where they were exchanged crosswise, what those versions have together. */
  #base(id: StoryId, { revision, ancestors }: Handover): MergedContent | null {
    const { revisions } = this.parts;
    const lineage = revisions.lineage(id);
    const mine = revisions.newest(id);
    if (!mine) return null;
    return this.#together(lineage, commonRevisions(lineage, mine, [...revision.parents, ...ancestors]));
  }

  #together(lineage: Lineage, [first, ...others]: readonly RevisionId[]): MergedContent | null {
    if (!first) return null;
    const read = (id: RevisionId) => this.parts.revisions.read(id).story;
    return others.reduce<MergedContent>((content, other) => {
      const parted = this.#together(lineage, commonRevisions(lineage, first, ancestry(lineage, other)));
      const sides = [content, read(other)].map((side, place) => ({ by: String(place), content: side }));
      const [one = { by: '', content }, two = one] = sides;
      return mergeStories(parted ?? content, one, two, this.parts.now()).content;
    }, read(first));
  }
}
