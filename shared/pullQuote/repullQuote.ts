import type { Block, PullQuote, QuoteSource } from '../story/block.ts';
import { inlineText } from '../story/plainText.ts';
import { boundSource, pullQuoteState } from './pullQuoteState.ts';

const OPENING = /^[\s"'“”„«»‹›‘‚[(]+/u;
const PAUSE = /[\s,;:،؛—–-]+$/u;
const SENTENCE_END = /[.!?…؟۔]["'”’»]*$/u;

/** A pull-quote's words as its source has them now. */
export interface Repull {
  readonly text: string;
  readonly source: QuoteSource;
}

/**
 * Lifts a pull-quote from its source once more: the whole passage as it reads now, beginning with a capital if the quote
 * did, and ending with a full stop if it had one. null if there is no source to lift it from. A spliced quote gets the
 * words it left out back.
 */
export function repullQuote(quote: PullQuote, blocks: readonly Block[]): Repull | null {
  const source = boundSource(pullQuoteState(quote, blocks));
  if (!source) return null;
  const was = inlineText(quote.content).trim();
  const lead = OPENING.exec(was)?.[0] ?? '';
  let text = source.passage.replace(PAUSE, '');
  if (startsUpper(was.slice(lead.length))) text = upperFirst(text);
  const tail = /["'”’»]+$/u.exec(was)?.[0] ?? '';
  const stop = SENTENCE_END.exec(was)?.[0].replace(/["'”’»]/gu, '') ?? '';
  if (stop !== '' && !SENTENCE_END.test(text)) text += stop;
  return { text: `${lead}${text}${tail}`, source };
}

function startsUpper(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return first !== first.toLowerCase();
}

function upperFirst(text: string): string {
  return text.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
