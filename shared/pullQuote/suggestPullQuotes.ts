import { splitSentences, type TextRange } from '../lang/sentences.ts';
import type { Block, QuoteSource } from '../story/block.ts';
import { boundSource } from './pullQuoteState.ts';
import { proposeAttribution, type AttributionProposal } from './proposeAttribution.ts';
import { reviewPullQuotes } from './reviewPullQuotes.ts';
import { sourceAt, type PassageRange } from './sourceText.ts';
import { speechOf } from './speakerPhrases.ts';

/** A passage in direct speech that would make a pull-quote. */
export interface QuoteSuggestion {
  readonly source: QuoteSource;
  /** As it would be printed: the passage without the comma it runs on with. */
  readonly text: string;
  /** The sum of what its reasons weigh; only good for comparing suggestions of one story. */
  readonly score: number;
  /** Why it stands where it does in the list, in plain words, what speaks for it first. */
  readonly reasons: readonly string[];
  readonly attribution: AttributionProposal | null;
}

const MOST = 8;
/** Characters: fewer say nothing at a glance, more are a paragraph. */
const SHORTEST = 30;
const LONGEST = 300;
/** The length that reads at a glance. */
const GOOD = { from: 60, to: 120 };

/** Words that lean on the sentence before. */
const LEANING =
  /^(?:But|And|So|Yet|Or|Because|Which|It|This|That|These|Those|They|He|She|Then|Also|However|Mais|Et|Donc|Il|Elle|Cela|ولكن|لكن|وهذا|هذا|ذلك|אבל|וזה|זה)(?![\p{L}’'])/u;
const FIRST_PERSON =
  /(?<![\p{L}])(?:I|[Mm]y|[Ww]e|[Oo]ur|[Uu]s|me|Je|je|[Nn]ous|[Nn]otre|نحن|أنا|אני|אנחנו|אנו)(?![\p{L}])/u;
const OPENING = /^[\s"'“”„«»‹›‘‚[(]+/u;
const ENDING = /[\s"'“”»‹›’,;:،؛–—-]+$/u;

interface Reason {
  readonly weight: number;
  readonly says: string;
}

/**
 * The passages in direct speech that are not pulled yet, best first: by length, by whether they stand on their own, and by
 * whether the story says who speaks. One of each speech. The same story always gives the same list.
 */
export function suggestPullQuotes(blocks: readonly Block[], most = MOST): QuoteSuggestion[] {
  const pulled = reviewPullQuotes(blocks).flatMap(({ state }) => boundSource(state) ?? []);
  const suggestions: QuoteSuggestion[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph' && block.type !== 'quote') continue;
    const { text, quotations } = speechOf(block);
    for (const quotation of quotations) {
      const inner = { start: quotation.start + 1, end: quotation.end - (quotation.isClosed ? 1 : 0) };
      let best: QuoteSuggestion | null = null;
      for (const range of passagesOf(text, inner)) {
        const passage = { blockId: block.id, ...range };
        if (pulled.some((other) => overlap(passage, other))) continue;
        const suggestion = weigh(passage, text, inner, blocks);
        if (suggestion && (!best || suggestion.score > best.score)) best = suggestion;
      }
      if (best) suggestions.push(best);
    }
  }
  // Sorting is stable: of equals the earlier in the story comes first.
  return suggestions.sort((a, b) => b.score - a.score).slice(0, most);
}

/** The sentences of a speech, each two in a row, and all of it. */
function passagesOf(text: string, { start, end }: TextRange): TextRange[] {
  const sentences = splitSentences(text.slice(start, end)).map((sentence) => ({
    start: start + sentence.start,
    end: start + sentence.end,
  }));
  const passages = [...sentences];
  sentences.forEach((sentence, at) => {
    const next = sentences[at + 1];
    if (next) passages.push({ start: sentence.start, end: next.end });
  });
  const [first] = sentences;
  const last = sentences.at(-1);
  if (first && last && sentences.length > 2) passages.push({ start: first.start, end: last.end });
  return passages;
}

function overlap(a: PassageRange, b: PassageRange): boolean {
  return a.blockId === b.blockId && a.start < b.end && b.start < a.end;
}

function weigh(range: PassageRange, text: string, speech: TextRange, blocks: readonly Block[]): QuoteSuggestion | null {
  const raw = text.slice(range.start, range.end);
  const start = range.start + (OPENING.exec(raw)?.[0].length ?? 0);
  const end = range.end - (ENDING.exec(raw)?.[0].length ?? 0);
  const words = text.slice(start, end);
  if (words.length < SHORTEST || words.length > LONGEST) return null;
  const attribution = proposeAttribution({ ...range, start, end }, blocks);
  const reasons = [
    lengthReason(words.length),
    completeReason(words, end >= speech.end - 2),
    leaningReason(words),
    speakerReason(attribution),
    FIRST_PERSON.test(words) ? { weight: 6, says: 'in the first person' } : null,
  ].filter((reason): reason is Reason => reason !== null);
  reasons.sort((a, b) => b.weight - a.weight);
  return {
    source: sourceAt({ blockId: range.blockId, start, end }, text),
    text: words,
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    reasons: reasons.map(({ says }) => says),
    attribution,
  };
}

function lengthReason(length: number): Reason {
  const says = `${length} characters`;
  if (length >= GOOD.from && length <= GOOD.to) return { weight: 40, says: `${says}, reads at a glance` };
  if (length < GOOD.from) return { weight: 22 + (length - SHORTEST) / 2, says: `${says}, short` };
  // Loses as it grows: twice the good length is worth little.
  return { weight: Math.max(0, 34 - Math.round((length - GOOD.to) / 5)), says: `${says}, long` };
}

function completeReason(words: string, isSpeechEnd: boolean): Reason {
  const first = /\p{L}/u.exec(words)?.[0] ?? '';
  const begins = first === first.toUpperCase();
  const ends = /[.!?…؟۔।]$/u.test(words) || isSpeechEnd;
  if (begins && ends) return { weight: 25, says: 'a whole sentence' };
  if (begins) return { weight: 5, says: 'stops in the middle of a sentence' };
  return { weight: -10, says: 'begins in the middle of a sentence' };
}

function leaningReason(words: string): Reason | null {
  const leaning = LEANING.exec(words)?.[0];
  return leaning ? { weight: -9, says: `begins with “${leaning}”` } : null;
}

function speakerReason(attribution: AttributionProposal | null): Reason {
  if (!attribution) return { weight: -5, says: 'the story does not say who speaks' };
  if (attribution.role !== null) return { weight: 24, says: `said by ${attribution.text}` };
  return { weight: 18, says: `said by ${attribution.name}` };
}
