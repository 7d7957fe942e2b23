import type { LibraryAnswer, LibraryPayload } from '../../shared/ipc/libraryContract.ts';
import type { OpenedStory } from '../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../shared/lang/result.ts';
import { changeReview } from '../../shared/review/changeReview.ts';
import { settleConflict } from '../../shared/review/settleConflict.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import { blankReview } from '../../shared/story/review.ts';
import type { Story } from '../../shared/story/story.ts';
import { stepSentence } from '../../shared/workflow/stepWords.ts';

type ReviewRequest =
  | 'review.read'
  | 'review.change'
  | 'review.settle'
  | 'review.unmerge'
  | 'handover.colleagues'
  | 'handover.estimate'
  | 'handover.weighRenditions';

const COLLEAGUES = ['Leila', 'Noor'];

interface FakeStories {
  /** The story in memory, to be changed in place; throws where there is none. */
  find(id: StoryId): { story: Story; seq: number };
  open(id: StoryId): OpenedStory;
  now(): string;
  tell(id: StoryId): void;
  /** A step was taken; what it was, as the history tells it. */
  stepped(id: StoryId, sentence: string): void;
}

/** The answers of the library in memory to all that concerns the review of a story. */
export function fakeReview({ find, open, now, tell, stepped }: FakeStories): {
  [Name in ReviewRequest]: (payload: LibraryPayload<Name>) => LibraryAnswer<Name>;
} {
  const reviewOf = (id: StoryId) => find(id).story.review ?? blankReview();
  return {
    'review.read': ({ storyId }) => reviewOf(storyId),
    'review.change': ({ storyId, change }) => {
      const kept = find(storyId);
      const review = changeReview(reviewOf(storyId), change, now());
      kept.story = { ...kept.story, review };
      if (change.kind === 'addStep') {
        const { status, assignee } = change;
        const progress = { ...(status && { status }), ...(assignee !== undefined && { assignee }) };
        kept.story = { ...kept.story, fields: { ...kept.story.fields, ...progress } };
        kept.seq += 1;
        stepped(storyId, stepSentence(change));
      }
      tell(storyId);
      return review;
    },
    'review.settle': ({ storyId, ids, decision, by }) => {
      const kept = find(storyId);
      const { conflicts, ...rest } = reviewOf(storyId);
      const chosen = conflicts.filter(({ id, settled }) => ids.includes(id) && !settled);
      const { fields, blocks } = chosen.reduce<Pick<Story, 'fields' | 'blocks'>>(
        (content, conflict) => settleConflict(content, conflict, decision),
        kept.story,
      );
      const settled = { by, at: now() };
      const review = { ...rest, conflicts: conflicts.map((one) => (chosen.includes(one) ? { ...one, settled } : one)) };
      kept.story = { ...kept.story, fields, blocks, review };
      kept.seq += 1;
      tell(storyId);
      return open(storyId);
    },
    'review.unmerge': ({ storyId }) => {
      find(storyId);
      throw new StetError('notMerged', 'The story was changed since it was merged, or was not merged at all.');
    },
    'handover.weighRenditions': ({ storyId }) => {
      find(storyId);
      return 640_000;
    },
    'handover.colleagues': () => COLLEAGUES,
    'handover.estimate': ({ storyId }) => {
      find(storyId);
      const fingerprint = '0a1b 2c3d 4e5f 6071 8293 a4b5 c6d7 e8f9';
      return { all: 2_400_000, none: 5_900, files: 3, recordings: 1, fingerprint, colleagues: COLLEAGUES };
    },
  };
}
