import type { Block, PullQuote, QuoteSource } from '../story/block.ts';
import type { BlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import { matchPassage, matchPullQuote, type QuoteMatch } from './matchPullQuote.ts';
import { boundSource, type PullQuoteState } from './pullQuoteState.ts';
import { sourceAt, sourceTexts, type PassageRange, type SourceText } from './sourceText.ts';

/**
 * Where a pull-quote's binding points after the story changed: to the same passage, wherever it went, in its remembered
 * words, so that a later change of the source can still be told. A quote that was given other words of the story is bound
 * to those; an unbound one to what it repeats; one that lost its source keeps what it remembers. The same object if nothing
 * has to change.
 */
export function followSource(quote: PullQuote, state: PullQuoteState, blocks: readonly Block[]): QuoteSource | null {
  const { source } = quote;
  const match = 'match' in state ? state.match : null;
  if (!source) return match?.source ?? null;
  if (state.kind === 'empty') return source;
  const texts = sourceTexts(blocks);
  const passage = findPassage(source, quote.id, blocks, texts);
  if (passage) return match && !repeats(quote, match, passage, source) ? match.source : moved(source, passage, texts);
  // Both were given the same new words: nothing older is worth remembering.
  if (state.kind === 'exact' || state.kind === 'trimmed') return state.match.source;
  const now = boundSource(state);
  return now ? moved(source, now, texts) : source;
}

/** The same remembered words at another place; the same object if the place is no other. */
function moved(source: QuoteSource, range: PassageRange, texts: readonly SourceText[]): QuoteSource {
  const isThere = range.blockId === source.blockId && range.start === source.start && range.end === source.end;
  const text = texts.find(({ blockId }) => blockId === range.blockId)?.text;
  return isThere || text === undefined ? source : sourceAt(range, text, source.passage);
}

/** A quote mark or a full stop beside the passage belongs to it or not, as whoever selected it liked. */
const SLACK = 2;

/** Whether a quote is made of its passage and nothing else. */
function repeats(quote: PullQuote, { pieces }: QuoteMatch, passage: PassageRange, source: QuoteSource): boolean {
  const isInside = pieces.every(
    ({ blockId, start, end }) =>
      blockId === passage.blockId && start >= passage.start - SLACK && end <= passage.end + SLACK,
  );
  if (isInside) return true;
  // The same words nearer by do not take the place of those it was pulled from.
  return matchPassage(inlineText(quote.content), source.passage, quote.id) !== null;
}

/** The remembered passage where it stands now, in one piece; null if it does not. */
function findPassage(
  source: QuoteSource,
  quoteId: BlockId,
  blocks: readonly Block[],
  texts: readonly SourceText[],
): PassageRange | null {
  const { passage, blockId, start } = source;
  const home = texts.find((text) => text.blockId === blockId);
  if (passage !== '' && home?.text.startsWith(passage, start)) return { blockId, start, end: start + passage.length };
  const known = wordForWord(source, texts);
  if (known) return known;
  const match = matchPullQuote(passage, blocks, { ...source, quoteId });
  const [piece] = match?.pieces ?? [];
  return match?.pieces.length === 1 && piece ? piece : null;
}

/**
 * Where the passage stands to the letter: of several places the one with the most of its surroundings; of equals the
 * nearest in its own block, then the first.
 */
function wordForWord(source: QuoteSource, texts: readonly SourceText[]): PassageRange | null {
  const { passage, blockId, start, before = '', after = '' } = source;
  if (passage === '') return null;
  let best: PassageRange | null = null;
  let most = -1;
  for (const { blockId: id, text } of texts) {
    const isHome = id === blockId;
    for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
      const end = at + passage.length;
      const around = commonEnd(text.slice(0, at), before) + commonStart(text.slice(end), after);
      const rank = around + (isHome ? 0.5 + 0.4 / (1 + Math.abs(at - start)) : 0);
      if (rank <= most) continue;
      most = rank;
      best = { blockId: id, start: at, end };
    }
  }
  return best;
}

/** How many characters two texts begin with alike. */
function commonStart(text: string, other: string): number {
  let length = 0;
  while (length < other.length && text[length] === other[length]) length += 1;
  return length;
}

/** How many characters two texts end with alike. */
function commonEnd(text: string, other: string): number {
  let length = 0;
  while (length < other.length && length < text.length && text.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
