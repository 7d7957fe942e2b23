import { commentMark } from '../../../../shared/review/commentMark.ts';
import { findWords, type RememberedWords } from '../../../../shared/review/findWords.ts';
import { sliceLetters, joinLetters, toInlines, toLetters, withMark } from '../../../../shared/merge/letters.ts';
import type { Block } from '../../../../shared/story/block.ts';
import { mapInlines } from '../../../../shared/story/blockInlines.ts';
import type { BlockId, NoteId, ThreadId } from '../../../../shared/story/ids.ts';
import type { Inline } from '../../../../shared/story/inline.ts';
import { inlineText } from '../../../../shared/story/plainText.ts';
import { isOpen, type Anchor, type ReviewNote, type Thread } from '../../../../shared/story/review.ts';
import type { PaperReview } from './PaperReview.ts';
import type { MarginComment } from './readComments.ts';
import type { WordLine } from './WordLine.ts';

/** How much of what stands beside words is remembered. */
const BESIDE = 40;
const MOST_WORDS = 20_000;

/** What is needed to make threads of a document's comments. */
export interface CommentParts {
  readonly review: PaperReview;
  /** Those the story has already. */
  readonly threads: readonly Thread[];
  /** A name for what is new, the same each time the same file is read. */
  readonly nameFor: (what: string) => string;
  /** ISO 8601: for what does not say when. */
  readonly now: string;
}

/** Threads that are new or go on, and the words that are to be marked for them. */
export interface PlacedComments {
  readonly threads: readonly Thread[];
  readonly marks: readonly CommentPlace[];
}

/** Words of a block a thread is about. */
export interface CommentPlace extends RememberedWords {
  readonly threadId: ThreadId;
  readonly blockId: BlockId;
}

/** Makes threads of the comments in a document's margin; those that went out with it are known again and go on. */
export function placeComments({ review, threads, nameFor, now }: CommentParts): PlacedComments {
  const known = knownNotes(threads);
  const made = new Map<string, Thread>();
  const grown = new Map<ThreadId, Thread>();
  const places: CommentPlace[] = [];
  const threadOf = new Map<string, ThreadId>();
  const spans = new Map<string, string>();
  const { paper } = review;
  for (const comment of sortByTime(paper.comments)) {
    const old = known.take(comment);
    const span = spanOf(comment.number, paper.lines);
    // LibreOffice up to 7.4 does not say what answers what, but an answer stands on the very same words.
    const parent = comment.answers ?? spans.get(span);
    if (span !== '') spans.set(span, comment.number);
    const note = noteOf(comment, nameFor(`note ${comment.number}`), now);
    if (old) {
      threadOf.set(comment.number, old.id);
      const state = stateOf(comment, old, review, now);
      if (state) grown.set(old.id, { ...(grown.get(old.id) ?? old), state });
      continue;
    }
    const parentId = parent === undefined ? undefined : threadOf.get(parent);
    const begun = parentId === undefined ? undefined : made.get(parentId);
    const kept =
      parentId === undefined ? undefined : (grown.get(parentId) ?? threads.find(({ id }) => id === parentId));
    if (parentId !== undefined && (begun ?? kept)) {
      threadOf.set(comment.number, parentId);
      if (begun) made.set(parentId, { ...begun, notes: [...begun.notes, note] });
      else if (kept) grown.set(parentId, { ...kept, notes: [...kept.notes, note] });
      continue;
    }
    const id = nameFor(`thread ${comment.number}`) as ThreadId;
    const { about, place } = aboutOf(comment.number, id, review);
    threadOf.set(comment.number, id);
    if (place) places.push(place);
    const state = comment.isResolved ? ({ is: 'resolved', by: comment.by, at: note.at } as const) : null;
    made.set(id, { id, about, notes: [note], state });
  }
  return { threads: [...grown.values(), ...made.values()], marks: places };
}

/** A block with the mark of a thread on words of it; the block itself where they do not stand there unmistakably. */
export function markWords(block: Block, { threadId, ...remembered }: CommentPlace): Block {
  let isMarked = false;
  const marked = mapInlines(block, (content) => {
    const found = isMarked ? null : findWords(inlineText(content), remembered);
    if (found === null) return [...content];
    isMarked = true;
    return markRange(content, found, found + remembered.words.length, commentMark(threadId));
  });
  return isMarked ? marked : block;
}

function markRange(content: readonly Inline[], from: number, to: number, mark: string): Inline[] {
  const letters = toLetters(content);
  return toInlines(
    joinLetters([
      sliceLetters(letters, 0, from),
      withMark(sliceLetters(letters, from, to), mark),
      sliceLetters(letters, to, letters.text.length),
    ]),
  );
}

function sortByTime(comments: readonly MarginComment[]): MarginComment[] {
  return comments.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** The notes a story has already, each to be found once. */
function knownNotes(threads: readonly Thread[]) {
  const key = (by: string, text: string) => JSON.stringify([by.trim(), text.replace(/\s+/gu, ' ').trim()]);
  const left = new Map<string, Thread[]>();
  for (const thread of threads)
    for (const { by, text } of thread.notes) {
      const name = key(by, text);
      if (text.trim() !== '') left.set(name, [...(left.get(name) ?? []), thread]);
    }
  return { take: ({ by, text }: MarginComment): Thread | undefined => left.get(key(by, text))?.shift() };
}

/** Which runs a comment stands on; empty for none. */
function spanOf(number: string, lines: readonly WordLine[]): string {
  return lines
    .flatMap(({ runs }, line) =>
      runs.flatMap(({ comments }, run) => (comments.includes(number) ? `${line}.${run}` : [])),
    )
    .join(' ');
}

function noteOf({ by, at, text }: MarginComment, id: string, now: string): ReviewNote {
  return { id: id as NoteId, by: by.slice(0, 500), at: timeOf(at, now), text: text.slice(0, MOST_WORDS) };
}

/** A time as the story keeps it; `now` for one that is none. */
export function timeOf(at: string, now: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? now : new Date(time).toISOString();
}

/** What became of a thread in Word; null: nothing. */
function stateOf(
  { isResolved, answers }: MarginComment,
  thread: Thread,
  { paper }: PaperReview,
  now: string,
): Thread['state'] {
  if (isResolved === null || answers !== null || isResolved === !isOpen(thread)) return null;
  return { is: isResolved ? 'resolved' : 'open', by: paper.savedBy, at: timeOf(paper.savedAt, now) };
}

interface About {
  readonly about: Anchor;
  readonly place: CommentPlace | null;
}

/** What a comment is about, as the story has it. */
function aboutOf(number: string, threadId: ThreadId, review: PaperReview): About {
  const line = review.lines.find(({ members }) =>
    members.some(({ runs }) => runs.some((run) => run.comments.includes(number) && review.isLeft(run))),
  );
  if (line) return aboutWords(number, threadId, line.members, review);
  const point = review.paper.lines.find(({ points }) => points.includes(number));
  const isFirst = point !== undefined && review.paper.lines.indexOf(point) === 0;
  const blockId = point && !isFirst ? review.blockNear(point) : null;
  if (blockId === null || point === undefined) return { about: { kind: 'story' }, place: null };
  return { about: { kind: 'block', blockId, words: textOf(point, review).slice(0, 500) }, place: null };
}

function textOf({ runs }: WordLine, review: PaperReview): string {
  return runs
    .filter((run) => review.isLeft(run))
    .map(({ text }) => text)
    .join('');
}

function aboutWords(number: string, threadId: ThreadId, members: readonly WordLine[], review: PaperReview): About {
  const runs = members.flatMap((line) => line.runs.filter((run) => review.isLeft(run)));
  const isOn = runs.map(({ comments }) => comments.includes(number));
  const slot = members.map((line) => review.slotOf(line)).find((one) => one !== null) ?? null;
  const all = runs.map(({ text }) => text).join('');
  const [first, end] = [isOn.indexOf(true), isOn.lastIndexOf(true) + 1];
  const start = runs.slice(0, first).reduce((sum, { text }) => sum + text.length, 0);
  const words = runs
    .slice(first, end)
    .map(({ text }) => text)
    .join('');
  if (slot?.kind === 'field')
    return { about: { kind: 'field', field: slot.field, words: all.slice(0, 500) }, place: null };
  if (runs.slice(first, end).every(({ isDateline }) => isDateline))
    return { about: { kind: 'field', field: 'dateline', words: words.slice(0, 500) }, place: null };
  const [head] = members;
  const own = members.map((line) => review.blockOf(line)).find((id) => id !== null);
  const blockId = own ?? (head ? review.blockNear(head) : null);
  if (blockId === null) return { about: { kind: 'story' }, place: null };
  const isPlain = slot?.kind === 'block' && /^(?:credit|attribution|alt|note|picture)$/.test(slot.place);
  if (isPlain) return { about: { kind: 'block', blockId, words: words.slice(0, 500) }, place: null };
  const beside = {
    words: words.slice(0, MOST_WORDS),
    before: all.slice(Math.max(0, start - BESIDE), start),
    after: all.slice(start + words.length, start + words.length + BESIDE),
  };
  return { about: { kind: 'words', blockId, ...beside }, place: { threadId, blockId, ...beside } };
}
