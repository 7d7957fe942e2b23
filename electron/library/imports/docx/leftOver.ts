import { WordBag } from '../../../../shared/compare/WordBag.ts';
import type { BlockId, NoteId, ThreadId } from '../../../../shared/story/ids.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import type { Thread } from '../../../../shared/story/review.ts';
import type { Version } from '../../../../shared/suggestions/versions.ts';
import { timeOf } from './placeComments.ts';
import type { PaperReview } from './PaperReview.ts';
import type { WordLine } from './WordLine.ts';

const MOST_WORDS = 19_000;
/** Word makes a picture smaller on saving if it has more to it than can be printed; nobody can tell that from another picture. */
const OTHER_PICTURE =
  'In Word this picture became another file: it was replaced, or made smaller when the document was saved. The story keeps its own.';

interface LeftOver {
  readonly blockId: BlockId | null;
  readonly by: string;
  readonly text: string;
}

interface LeftOverParts {
  readonly review: PaperReview;
  /** The versions of the story with what was done in Word. */
  readonly versions: readonly Version[];
  readonly nameFor: (what: string) => string;
  readonly now: string;
  /** The story was only just read from it, by a reader that says itself what it left out. */
  readonly isNew: boolean;
}

/** What was done to a document that its story has no place for, as comments on the nearest block: nothing is dropped in silence. */
export function leftOver({ review, versions, nameFor, now, isNew }: LeftOverParts): Thread[] {
  const { paper } = review;
  const by = paper.savedBy || 'Word';
  const ids = new Set(versions.at(-1)?.blocks.map(({ id }) => id));
  const all = isNew
    ? lostWords(review, versions, hasChanges)
    : [...asides(review), ...pictures(review), ...lostWords(review, versions)];
  const margins = (isNew ? [] : paper.margins).map((words) => ({
    blockId: null,
    by: '',
    text: `At the head or foot of the pages in Word: “${words}”`,
  }));
  return [...margins, ...all].map((left, index) => {
    const { blockId } = left;
    const isThere = blockId !== null && ids.has(blockId);
    const block = versions.at(-1)?.blocks.find(({ id }) => id === blockId);
    const note = { by: left.by || by, at: timeOf(paper.savedAt, now), text: left.text.slice(0, MOST_WORDS) };
    return {
      id: nameFor(`left thread ${index}`) as ThreadId,
      about: isThere
        ? { kind: 'block' as const, blockId, words: (block ? blockText(block) : '').slice(0, 500) }
        : { kind: 'story' as const },
      notes: [{ id: nameFor(`left note ${index}`) as NoteId, ...note }],
      state: null,
    };
  });
}

function asides(review: PaperReview): LeftOver[] {
  return review.paper.lines.flatMap((line) =>
    line.asides.map(({ what, words, by }) => ({
      ...{ blockId: review.blockNear(line), by },
      text: `In Word there is ${what} here, for which a story has no place${words === '' ? '.' : `: “${words}”`}`,
    })),
  );
}

function pictures(review: PaperReview): LeftOver[] {
  return review.paper.lines.flatMap((line) => {
    const slot = review.slotOf(line);
    const isPlace = slot?.kind === 'block' && slot.place === 'picture';
    if (isPlace && line.pictures === 0)
      return [{ blockId: slot.id, by: '', text: 'In Word this picture was taken out.' }];
    if (isPlace && review.hasOtherPicture(line)) return [{ blockId: slot.id, by: '', text: OTHER_PICTURE }];
    if (isPlace || line.pictures === 0) return [];
    const what = line.pictures === 1 ? 'a picture was' : `${line.pictures} pictures were`;
    return [{ blockId: review.blockNear(line), by: '', text: `In Word ${what} put in here.` }];
  });
}

/** Paragraphs with words that came into no version of the story, as where ours were taken out meanwhile. */
function lostWords(
  review: PaperReview,
  versions: readonly Version[],
  isMeant: (line: WordLine) => boolean = () => true,
): LeftOver[] {
  const there = WordBag.of(versions.map(textOf).join('\n'));
  const told = new Set<string>();
  return review.changedLines.flatMap(({ text, line, by }) => {
    const missing = WordBag.of(text).without(there);
    if (missing.size === 0 || told.has(text) || !isMeant(line)) return [];
    told.add(text);
    return [{ blockId: review.blockNear(line), by, text: `In Word it says here: “${text}”` }];
  });
}

/** Whether changes were recorded in a paragraph. */
function hasChanges({ runs, endPutIn, endTakenOut }: WordLine): boolean {
  return endPutIn !== null || endTakenOut !== null || runs.some(({ putIn, takenOut }) => putIn ?? takenOut);
}

function textOf({ fields, blocks }: Version): string {
  const { headline, deck, byline, dateline } = fields;
  return [
    headline,
    deck,
    byline,
    dateline,
    ...blocks.map(blockText),
    ...blocks.flatMap((block) => (block.type === 'figure' ? block.alt : [])),
  ].join('\n');
}
