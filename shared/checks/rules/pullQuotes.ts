import type { Level } from '../finding.ts';
import type { PullQuoteReview } from '../../pullQuote/reviewPullQuotes.ts';
import { storyRule, type Rule, type StorySpot } from '../rule.ts';
import type { DiffPart } from '../../lang/diffWords.ts';

/** Beyond these (characters) a pull-quote stops being one, and beyond the second it is a page. */
const LONG = 120;
const TOO_LONG = 1000;

function rule(
  card: { id: string; level: Level; title: string; why: string },
  say: (review: PullQuoteReview, all: readonly PullQuoteReview[]) => string | null,
  slot: 'content' | 'attribution' = 'content',
): Rule {
  return storyRule({
    ...card,
    judge: (_, { pullQuotes, texts }) =>
      pullQuotes.flatMap((review): StorySpot[] => {
        const message = say(review, pullQuotes);
        if (message === null) return [];
        const copy = texts.find((text) => text.key === `${review.quote.id}/${slot}`);
        return copy
          ? [{ copy, start: 0, end: copy.text.length, message }]
          : [{ place: { in: 'block', blockId: review.quote.id, slot, start: 0, end: 0 }, message }];
      }),
  });
}

function changes(diff: readonly DiffPart[]): string {
  const removed = diff.filter(({ kind }) => kind === 'removed').map(({ text }) => `“${text}”`);
  const added = diff.filter(({ kind }) => kind === 'added').map(({ text }) => `“${text}”`);
  if (removed.length === 0) return `the source also says ${added.join(', ')}`;
  if (added.length === 0) return `the source does not say ${removed.join(', ')}`;
  return `it says ${removed.join(', ')}, the source ${added.join(', ')}`;
}

/** Pull-quotes that say what the story says, once, and whose words they are. */
export const PULL_QUOTE_RULES: readonly Rule[] = [
  rule(
    {
      id: 'pull-quote-empty',
      level: 'block',
      title: 'Empty pull-quote',
      why: 'A pull-quote without words prints as a hole.',
    },
    ({ state }) => (state.kind === 'empty' ? 'This pull-quote has no words.' : null),
  ),
  rule(
    {
      id: 'pull-quote-drifted',
      level: 'block',
      title: 'Pull-quote no longer says what its source says',
      why: 'Its source was edited since it was pulled, or the quote was: in quote marks, a false word is a false quote.',
    },
    ({ state, kept }) =>
      state.kind === 'drifted' && !kept ? `This pull-quote differs from the story: ${changes(state.diff)}.` : null,
  ),
  rule(
    {
      id: 'pull-quote-spliced',
      level: 'warn',
      title: 'Pull-quote joins several passages',
      why: 'Words left out between two passages can change what was said.',
    },
    ({ state, kept }) => {
      if (state.kind !== 'spliced' || kept) return null;
      const { leftOut, pieces } = state.match;
      const words = leftOut.map((text) => `“${text}”`).join(', ');
      return `This pull-quote joins ${pieces.length} passages${words && ` and leaves out ${words}`}.`;
    },
  ),
  rule(
    {
      id: 'pull-quote-orphaned',
      level: 'warn',
      title: 'Pull-quote without its source',
      why: 'The passage it was pulled from is no longer in the story.',
    },
    ({ state, kept }) =>
      state.kind === 'orphaned' && !kept ? 'The passage this was pulled from is no longer in the story.' : null,
  ),
  rule(
    {
      id: 'pull-quote-unsourced',
      level: 'warn',
      title: 'Pull-quote found nowhere in the story',
      why: 'A pull-quote repeats the story; one that was typed by hand may say what nobody said.',
    },
    ({ state, kept }) => (state.kind === 'unsourced' && !kept ? 'These words stand nowhere in the story.' : null),
  ),
  rule(
    {
      id: 'pull-quote-overlapping',
      level: 'warn',
      title: 'Pull-quotes repeat each other',
      why: 'Two pull-quotes with the same words print one sentence three times.',
    },
    ({ quote, overlaps }, all) => {
      // Said once, at the later of the two.
      const index = all.findIndex((review) => review.quote === quote);
      const isLater = all.slice(0, index).some((review) => overlaps.includes(review.quote.id));
      return isLater ? 'This pull-quote repeats words of another one.' : null;
    },
  ),
  rule(
    {
      id: 'pull-quote-speaker',
      level: 'warn',
      title: 'Pull-quote without a speaker',
      why: 'Large print without a name reads as the paper’s own opinion.',
    },
    ({ state, isAttributionMissing }) =>
      isAttributionMissing && state.kind !== 'empty' ? 'This pull-quote does not say whose words it prints.' : null,
    'attribution',
  ),
  rule(
    {
      id: 'pull-quote-long',
      level: 'note',
      title: 'Long pull-quote',
      why: `Beyond ${LONG} characters a pull-quote is read as a paragraph.`,
    },
    ({ length }) =>
      length > LONG && length <= TOO_LONG ? `This pull-quote has ${length} characters; up to ${LONG} read well.` : null,
  ),
  rule(
    {
      id: 'pull-quote-too-long',
      level: 'block',
      title: 'Pull-quote too long',
      why: `More than ${TOO_LONG} characters are no pull-quote: most systems refuse or cut them.`,
    },
    ({ length }) => (length > TOO_LONG ? `This pull-quote has ${length} characters; ${TOO_LONG} are the most.` : null),
  ),
];
