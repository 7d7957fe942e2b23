import { storyRule, type Rule } from '../rule.ts';
import { SPEECH_WORDS } from '../words/speechWords.ts';
import type { Quotation } from '../quotations.ts';

/** Fewer quoted words are a phrase, not somebody speaking. */
const MIN_WORDS = 9;

interface Speech {
  readonly start: number;
  readonly end: number;
  readonly isAttributed: boolean;
  /** Whether the paragraph's last quotation is left open, to go on in the next. */
  readonly goesOn: boolean;
  readonly isWholeParagraph: boolean;
}

function outside(text: string, quotations: readonly Quotation[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end, depth } of quotations) {
    if (depth > 0 || start < at) continue;
    rest += `${text.slice(at, start)} “” `;
    at = end;
  }
  return rest + text.slice(at);
}

/** Every long quotation says in its own paragraph whose it is. */
export const QUOTE_SPEAKER_RULES: readonly Rule[] = [
  storyRule<Speech>({
    id: 'quote-without-speaker',
    level: 'note',
    title: 'Quotation without a speaker',
    why: 'A reader should not have to go back a paragraph to learn who speaks.',
    gather: (copy) => {
      if (!copy.isEnglish || copy.kind !== 'paragraph') return [];
      const quotations = copy.quotes.quotations.filter(({ depth }) => depth === 0);
      const long = quotations.find(({ start, end }) => {
        const words = copy.words.filter((word) => word.start >= start && word.end <= end);
        return words.length >= MIN_WORDS;
      });
      const rest = outside(copy.text, quotations);
      // Paragraphs without speech are facts too: they part one speech from the next.
      return [
        {
          ...{ start: long?.start ?? 0, end: long?.end ?? 0 },
          isAttributed: !long || SPEECH_WORDS.test(rest) || /:\s*“”/u.test(rest),
          goesOn: quotations.some(({ isClosed }) => !isClosed),
          isWholeParagraph: long !== undefined && !/[\p{L}\p{N}]/u.test(rest),
        },
      ];
    },
    judge: (sightings) =>
      sightings.flatMap(({ copy, fact }, i) => {
        const before = sightings[i - 1]?.fact;
        // A speech that runs over paragraphs was attributed in its first.
        if (fact.isAttributed || (fact.isWholeParagraph && before?.goesOn)) return [];
        return [{ copy, start: fact.start, end: fact.end, message: 'This paragraph does not say who is quoted.' }];
      }),
  }),
];
