import type { Block, QuoteSource } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { gapKey, quoteWords, type QuoteWord } from './quoteWords.ts';
import { sourceAt, sourceTexts, type PassageRange, type SourceText } from './sourceText.ts';

/** How a quote was made of the story's own words. */
export interface QuoteMatch {
  /**
   * - `exact`: one passage, word for word, with its punctuation (the final one aside);
   * - `trimmed`: one passage, but the quote begins or ends as a sentence where the source does not, or changes punctuation;
   * - `spliced`: several passages joined.
   */
  readonly kind: 'exact' | 'trimmed' | 'spliced';
  /** The passages in the quote's order; one unless spliced. */
  readonly pieces: readonly PassageRange[];
  /** How many of the quote's words each piece gives. */
  readonly lengths: readonly number[];
  /** The source's words between two pieces of one block that the quote leaves out, without white space at their ends. */
  readonly leftOut: readonly string[];
  /** What to bind the quote to: all of it if it comes from one block, its longest piece otherwise. */
  readonly source: QuoteSource;
}

/** Where to look first, when the same words stand in several places. */
export interface Nearby {
  /** The block bound to so far, or the pull-quote itself. */
  readonly blockId: BlockId;
  /** Offset in that block, if it is bound. */
  readonly start?: number;
  /** The pull-quote itself, where the block bound to may be gone. */
  readonly quoteId?: BlockId;
}

/** A run of the quote's words found in a source. */
interface Run {
  readonly text: SourceText;
  /** Index of its first word in the source, and how many. */
  readonly at: number;
  readonly length: number;
}

/** Fewer words than this are found somewhere in any story, and prove nothing. */
const MIN_WORDS = 3;
const MAX_PIECES = 6;
/** Words an editor put in to make a cut readable: `[the group]`. */
const INSERTED = /\[[^\][]*\]/gu;
const SENTENCE_END = /[.!?…؟。।]/u;
const CLOSING = /^[.!?…؟。।]+/u;

/**
 * Finds the passage a quote was lifted from, in any block of copy. White space, quote marks, dashes, final punctuation and
 * the marks of Arabic and Hebrew do not count; the first letter's case does not either. null if the words are not there,
 * or are too few to tell.
 */
export function matchPullQuote(text: string, blocks: readonly Block[], near?: Nearby): QuoteMatch | null {
  const whole = matchWords(text, blocks, near);
  if (whole || !text.includes('[')) return whole;
  // The same length, so that the words keep their places.
  const spoken = text.replace(INSERTED, (inserted) => ' '.repeat(inserted.length));
  const rest = matchWords(spoken, blocks, near);
  return rest && { ...rest, kind: rest.kind === 'exact' ? 'trimmed' : rest.kind };
}

/** The same against remembered words rather than the story's. */
export function matchPassage(text: string, passage: string, blockId: BlockId): QuoteMatch | null {
  const remembered: Block = { id: blockId, type: 'paragraph', content: [{ type: 'text', text: passage }] };
  return matchPullQuote(text, [remembered], { blockId, start: 0 });
}

function matchWords(text: string, blocks: readonly Block[], near: Nearby | undefined): QuoteMatch | null {
  const words = quoteWords(text);
  if (words.length === 0) return null;
  const sources = nearestFirst(sourceTexts(blocks), blocks, near);
  const runs = coverWithRuns(words, sources, near);
  if (!runs) return null;
  const pieces = runs.map(rangeOf);
  const lengths = runs.map((run) => run.length);
  const [first] = runs;
  if (!first) return null;
  if (runs.length > 1) return { kind: 'spliced', pieces, lengths, ...describeSplice(runs, pieces) };
  const kind = isVerbatim(text, words, first) ? 'exact' : 'trimmed';
  const piece = closeRange(rangeOf(first), first.text, text, words);
  return { kind, pieces: [piece], lengths, leftOut: [], source: sourceAt(piece, first.text.text) };
}

/** Few, long runs that give the quote's words in order; null if a word is nowhere or a run too short to mean anything. */
function coverWithRuns(words: readonly QuoteWord[], sources: readonly SourceText[], near?: Nearby): Run[] | null {
  const runs: Run[] = [];
  for (let from = 0; from < words.length;) {
    const run = longestRun(words, from, sources, runs.at(-1), near);
    if (!run) return null;
    // A quote of one or two words may stand for itself only where it is already bound.
    const isEnough =
      run.length >= MIN_WORDS || (run.length === words.length && near?.start !== undefined && isBound(run, near));
    if (!isEnough || runs.length === MAX_PIECES) return null;
    runs.push(run);
    from += run.length;
  }
  return runs;
}

function isBound(run: Run, near: Nearby): boolean {
  return run.text.blockId === near.blockId;
}

/** The longest run of the quote's words from `from` on. Among equals: after the run before, then close to `near`. */
function longestRun(
  words: readonly QuoteWord[],
  from: number,
  sources: readonly SourceText[],
  before: Run | undefined,
  near: Nearby | undefined,
): Run | null {
  const first = words[from];
  if (!first) return null;
  let best: Run | null = null;
  let bestRank = Infinity;
  for (const text of sources) {
    for (const at of text.places.get(first.looseKey) ?? []) {
      let length = 1;
      while (from + length < words.length && isSameWord(words[from + length], text.words[at + length])) length += 1;
      if (best && length < best.length) continue;
      const rank = rankOf(text, at, before, near);
      if (!best || length > best.length || rank < bestRank) {
        best = { text, at, length };
        bestRank = rank;
      }
    }
    // Sources come nearest first: what is complete here cannot be bettered further away.
    if (best && best.length === words.length - from) break;
  }
  return best;
}

function isSameWord(word: QuoteWord | undefined, other: QuoteWord | undefined): boolean {
  return word !== undefined && word.key === other?.key;
}

/** Lower is nearer. Sources come nearest first, so that only places inside one block have to be told apart. */
function rankOf(text: SourceText, at: number, before: Run | undefined, near: Nearby | undefined): number {
  const start = text.words[at]?.start ?? 0;
  if (before?.text === text && at >= before.at + before.length) return at - before.at - before.length;
  if (near?.start !== undefined && text.blockId === near.blockId) return 1e6 + Math.abs(start - near.start);
  return 1e9;
}

/** The block bound to, then the blocks by their distance from it; what follows a pull-quote is nearer than what precedes it. */
function nearestFirst(sources: SourceText[], blocks: readonly Block[], near: Nearby | undefined): SourceText[] {
  const place = (id: BlockId | undefined) => blocks.findIndex((block) => block.id === id);
  const bound = place(near?.blockId);
  const home = bound < 0 ? place(near?.quoteId) : bound;
  if (home < 0) return sources;
  const distance = (index: number) => (index >= home ? (index - home) * 2 : (home - index) * 2 + 1);
  return sources.sort((a, b) => distance(a.index) - distance(b.index));
}

function rangeOf({ text, at, length }: Run): PassageRange {
  return {
    blockId: text.blockId,
    start: text.words[at]?.start ?? 0,
    end: text.words[at + length - 1]?.end ?? 0,
  };
}

/** Takes the source's full stop into the passage if the quote has one too. */
function closeRange(range: PassageRange, source: SourceText, text: string, words: readonly QuoteWord[]): PassageRange {
  const mark = CLOSING.exec(source.text.slice(range.end))?.[0];
  const ending = text.slice(words.at(-1)?.end ?? 0);
  return mark && SENTENCE_END.test(ending) ? { ...range, end: range.end + mark.length } : range;
}

/** Whether quote and passage read the same: punctuation inside, the first letter, and an ending that is one in both. */
function isVerbatim(text: string, words: readonly QuoteWord[], run: Run): boolean {
  const source = run.text;
  const first = words[0];
  const sourceFirst = source.words[run.at];
  if (!first || !sourceFirst || first.key !== sourceFirst.key) return false;
  for (let i = 1; i < words.length; i += 1) {
    const gap = gapKey(text.slice(words[i - 1]?.end, words[i]?.start));
    const sourceGap = source.text.slice(source.words[run.at + i - 1]?.end, source.words[run.at + i]?.start);
    if (gap !== gapKey(sourceGap)) return false;
  }
  const ending = text.slice(words.at(-1)?.end);
  const end = source.words[run.at + run.length - 1]?.end ?? 0;
  const next = source.words[run.at + run.length]?.start ?? source.text.length;
  const runsOn = gapKey(source.text.slice(end, next)) === '' && next < source.text.length;
  const pauses = /["'“”«»‹›’‘]/u.test(source.text.slice(end, next));
  return !(runsOn && !pauses && SENTENCE_END.test(ending));
}

function describeSplice(runs: readonly Run[], pieces: readonly PassageRange[]): Pick<QuoteMatch, 'leftOut' | 'source'> {
  const leftOut: string[] = [];
  for (let i = 1; i < runs.length; i += 1) {
    const before = pieces[i - 1];
    const after = pieces[i];
    const text = runs[i]?.text;
    if (!before || !after || !text || before.blockId !== after.blockId || after.start < before.end) continue;
    const between = trimMarks(text.text.slice(before.end, after.start));
    if (between !== '') leftOut.push(between);
  }
  const blockIds = new Set(pieces.map((piece) => piece.blockId));
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  const range =
    blockIds.size === 1
      ? {
          ...rangeOf(longest),
          start: Math.min(...pieces.map((piece) => piece.start)),
          end: Math.max(...pieces.map((piece) => piece.end)),
        }
      : rangeOf(longest);
  return { leftOut, source: sourceAt(range, longest.text.text) };
}

function trimMarks(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
