import { createHash } from 'node:crypto';
import { mergeReview } from '../../../../shared/merge/mergeReview.ts';
import type { MergedContent } from '../../../../shared/merge/mergeStories.ts';
import type { BlockId, LayerId } from '../../../../shared/story/ids.ts';
import { blankReview, isBlankReview } from '../../../../shared/story/review.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { carryVersion } from '../../../../shared/suggestions/carryVersion.ts';
import { versionsOf, withVersions, type LayerHead, type Version } from '../../../../shared/suggestions/versions.ts';
import { leftOver } from './leftOver.ts';
import { PaperReview } from './PaperReview.ts';
import { markWords, placeComments, timeOf } from './placeComments.ts';
import type { WordLine } from './WordLine.ts';
import type { WordPaper } from './readWordParts.ts';

/** What a document is read into. */
export interface ReviewedParts {
  readonly paper: WordPaper;
  /** The story as it stands here. */
  readonly mine: Story;
  /** The version the document was made of; null: not known here, so that only recorded changes can be told. */
  readonly base: Story | null;
  /** Names the file: what is new in it gets the same names each time it is read. */
  readonly seed: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

export interface ReviewedStory {
  /** Ours, with what was done in Word proposed and what was said there. */
  readonly content: MergedContent;
  /** The story as the document reads with all its changes. */
  readonly theirs: Version;
}

/** A story with what somebody did to it in Word as suggestions over it, and what was said there as comments. */
export function reviewedStory({ paper, mine, base, seed, now }: ReviewedParts): ReviewedStory {
  const nameFor = namesFrom(seed);
  const review = new PaperReview(base ?? mine, paper, nameFor);
  const before: Version = base ?? review.versions[0] ?? mine;
  const carried = review.versions.map((version) => carryVersion(before, version, mine));
  const unrecorded = { by: `${paper.savedBy || 'Somebody'} (not recorded)`, at: paper.savedAt };
  const heads = [unrecorded, ...review.levels].map((level, index) => headOf(level, index, nameFor, now));
  const versions = [...versionsOf(mine), ...carried];
  return {
    content: assemble(mine, versions, [...(mine.suggestions ?? []), ...heads], { review, nameFor, now, isNew: false }),
    theirs: review.versions.at(-1) ?? mine,
  };
}

/** A story that was just read from a document, with the changes recorded there as suggestions and its comments. */
export function storyOfPaper(story: Story, { paper, seed, now }: Pick<ReviewedParts, 'paper' | 'seed' | 'now'>): Story {
  if (paper.comments.length === 0 && !paper.lines.some(isTracked)) return story;
  const nameFor = namesFrom(seed);
  const review = new PaperReview(story, paper, nameFor);
  const last = review.versions.at(-1) ?? story;
  const carried = review.versions.slice(0, -1).map((version) => carryVersion(last, version, story));
  const heads = review.levels.map((level, index) => headOf(level, index, nameFor, now));
  return { ...story, ...assemble(story, [...carried, story], heads, { review, nameFor, now, isNew: true }) };
}

function isTracked({ runs, cell, endPutIn, endTakenOut, kindBefore }: WordLine): boolean {
  const isRowTracked = (cell?.rowPutIn ?? cell?.rowTakenOut) != null;
  const isHere = ({ putIn, takenOut, before }: WordLine['runs'][number]) => (putIn ?? takenOut ?? before) !== null;
  return isRowTracked || (endPutIn ?? endTakenOut ?? kindBefore) !== null || runs.some(isHere);
}

interface Reading {
  readonly review: PaperReview;
  readonly nameFor: (what: string) => string;
  readonly now: string;
  readonly isNew: boolean;
}

function assemble(
  mine: Story,
  versions: readonly Version[],
  heads: readonly LayerHead[],
  { review, nameFor, now, isNew }: Reading,
): MergedContent {
  const old = mine.review ?? blankReview();
  const { threads, marks } = placeComments({ review, threads: old.threads, nameFor, now });
  const marked = versions.map(({ fields, blocks }) => ({
    fields,
    blocks: blocks.map((block) =>
      marks.filter(({ blockId }) => blockId === block.id).reduce((now_, place) => markWords(now_, place), block),
    ),
  }));
  const left = leftOver({ review, versions: marked, nameFor, now, isNew });
  const merged = mergeReview(old, { ...blankReview(), threads: [...threads, ...left] });
  const { fields, blocks, suggestions } = withVersions(mine, marked, heads);
  return {
    ...{ fields, blocks },
    ...(suggestions && { suggestions }),
    ...(!isBlankReview(merged) && { review: merged }),
  };
}

function headOf(
  { by, at }: { readonly by: string; readonly at: string },
  index: number,
  nameFor: (what: string) => string,
  now: string,
): LayerHead {
  const time = timeOf(at, now);
  return { id: nameFor(`layer ${index}`) as LayerId, by: by.slice(0, 500), at: time, times: {} };
}

/** Names shaped like a block's id, made of a seed and of what they are for. */
function namesFrom(seed: string): (what: string) => BlockId {
  return (what) => {
    const bytes = createHash('sha256').update(`${seed} ${what}`).digest();
    return Array.from(bytes.subarray(0, 12), (byte) => (byte % 36).toString(36)).join('') as BlockId;
  };
}
