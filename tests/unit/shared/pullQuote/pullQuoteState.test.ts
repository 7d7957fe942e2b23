import { describe, expect, it } from 'vitest';
import { bindPullQuotes } from '../../../../shared/pullQuote/bindPullQuotes.ts';
import { boundSource, pullQuoteState } from '../../../../shared/pullQuote/pullQuoteState.ts';
import { repullQuote } from '../../../../shared/pullQuote/repullQuote.ts';
import { pullQuoteShare, reviewPullQuotes } from '../../../../shared/pullQuote/reviewPullQuotes.ts';
import { paragraph, paragraphs, pullQuote } from './storyOf.ts';

const SAID = 'We never closed the gate, not for one single night';
const SOURCE = paragraph('s', `“${SAID},” the warden told visitors. “People knew where to come,” he said.`);
const OTHER = paragraph('o', 'The shelter opened in the spring and has been full ever since.');
const quote = pullQuote(`${SAID}.`, { block: SOURCE, passage: SAID });

describe('the state of a pull-quote', () => {
  it('is exact while its words are in the story', () => {
    expect(pullQuoteState(quote, [quote, SOURCE, OTHER]).kind).toBe('exact');
  });

  it('follows its passage into another block', () => {
    const moved = paragraph('new', `${OTHER.id} ${SAID}.`);
    const state = pullQuoteState(quote, [quote, OTHER, moved]);
    expect(state).toMatchObject({ kind: 'exact', match: { source: { blockId: 'new' } } });
  });

  it('stays exact through edits around the passage', () => {
    const longer = paragraph('s', `Last winter was hard. “${SAID},” he told them.`);
    expect(pullQuoteState(quote, [quote, longer])).toMatchObject({ kind: 'exact', match: { source: { start: 23 } } });
  });

  it('is trimmed once its own ends are cut', () => {
    const cut = pullQuote('We never closed the gate', { block: SOURCE, passage: SAID });
    expect(pullQuoteState(cut, [cut, SOURCE]).kind).toBe('trimmed');
  });

  it('is spliced when words in the middle were left out', () => {
    const joined = pullQuote('We never closed the gate, not for one single night. People knew where to come.', {
      block: SOURCE,
      passage: `${SAID},” the warden told visitors. “People knew where to come`,
    });
    expect(pullQuoteState(joined, [joined, SOURCE])).toMatchObject({
      kind: 'spliced',
      match: { leftOut: ['the warden told visitors'] },
    });
  });

  it('stays spliced when only the words it leaves out change', () => {
    const joined = pullQuote('We never closed the gate, not for one single night. People knew where to come.', {
      block: SOURCE,
      passage: `${SAID},” the warden told visitors. “People knew where to come`,
    });
    const edited = paragraph('s', `“${SAID},” the warden said. “People knew where to come,” he said.`);
    expect(pullQuoteState(joined, [joined, edited])).toMatchObject({
      kind: 'spliced',
      match: { leftOut: ['the warden said'] },
    });
  });

  it('is spliced with nothing left out when its paragraph was split', () => {
    const halves = [
      paragraph('s', '“We never closed the gate,'),
      paragraph('t', 'not for one single night,” he said.'),
    ];
    expect(pullQuoteState(quote, [quote, ...halves])).toMatchObject({ kind: 'spliced', match: { leftOut: [] } });
  });

  it.each([
    ['one word changed', SAID.replace('gate', 'door'), 'gate,', 'door,'],
    ['a word put in', SAID.replace('single', 'single cold'), undefined, 'cold'],
    ['a word taken out', SAID.replace(' single', ''), 'single', undefined],
  ])('drifts with %s in the source, and says which', (_, now, removed, added) => {
    const state = pullQuoteState(quote, [quote, paragraph('s', `“${now},” the warden told visitors.`), OTHER]);
    expect(state).toMatchObject({ kind: 'drifted', changed: 'source', source: { blockId: 's' } });
    const diff = state.kind === 'drifted' ? state.diff : [];
    expect(diff.find((part) => part.kind === 'removed')?.text).toBe(removed);
    expect(diff.find((part) => part.kind === 'added')?.text).toBe(added);
  });

  it('drifts when the quote itself is edited', () => {
    const edited = pullQuote('We never locked the gate, not for one single night.', { block: SOURCE, passage: SAID });
    expect(pullQuoteState(edited, [edited, SOURCE])).toMatchObject({ kind: 'drifted', changed: 'quote' });
  });

  it('drifts when a mid-sentence capital was corrected in the source alone', () => {
    const old = pullQuote('support from Diasporas in three countries');
    const body = paragraph('p', 'The fund relies on support from diasporas in three countries, the report says.');
    expect(pullQuoteState(old, [old, body]).kind).toBe('drifted');
  });

  it('is orphaned when its source is gone', () => {
    expect(pullQuoteState(quote, [quote, OTHER])).toEqual({ kind: 'orphaned', passage: SAID });
  });

  it('is orphaned when a word or two are left of it and only another block has them', () => {
    const rest = pullQuote('The', { block: SOURCE, passage: SAID });
    expect(pullQuoteState(rest, [rest, OTHER])).toEqual({ kind: 'orphaned', passage: SAID });
    expect(pullQuoteState(rest, [rest, SOURCE, OTHER]).kind).not.toBe('orphaned');
  });

  it('is unsourced when typed by hand and found nowhere', () => {
    const typed = pullQuote('A sentence that nobody in this story ever said aloud');
    expect(pullQuoteState(typed, [typed, SOURCE, OTHER]).kind).toBe('unsourced');
  });

  it('is empty without words', () => {
    const blank = pullQuote('  ');
    expect(pullQuoteState(blank, [blank, SOURCE]).kind).toBe('empty');
  });

  it('does not take another pull-quote for a source', () => {
    const twin = pullQuote(`${SAID}.`, undefined, 'twin');
    expect(pullQuoteState(pullQuote(`${SAID}.`), [twin, OTHER]).kind).toBe('unsourced');
  });
});

describe('pulling again', () => {
  const edited = paragraph('s', `“${SAID.replace('gate', 'iron door')},” the warden told visitors.`);

  it('clears the drift and keeps how the quote begins and ends', () => {
    const again = repullQuote(quote, [quote, edited]);
    expect(again?.text).toBe('We never closed the iron door, not for one single night.');
    const pulled = {
      ...quote,
      content: [{ type: 'text' as const, text: again?.text ?? '' }],
      source: again?.source ?? null,
    };
    expect(pullQuoteState(pulled, [pulled, edited]).kind).toBe('exact');
  });

  it('keeps the quote marks the quote had', () => {
    const marked = { ...quote, content: [{ type: 'text' as const, text: `“${SAID}.”` }] };
    expect(repullQuote(marked, [marked, edited])?.text).toBe(
      '“We never closed the iron door, not for one single night.”',
    );
  });

  it('has nothing to pull for an orphan', () => {
    expect(repullQuote(quote, [quote, OTHER])).toBeNull();
  });
});

describe('binding quotes that came in loose', () => {
  it('binds what the body repeats and leaves the rest alone', () => {
    const loose = pullQuote(`${SAID}.`, undefined, 'q1');
    const foreign = pullQuote('Nothing of this is in the story at all', undefined, 'q2');
    const blocks = bindPullQuotes([loose, SOURCE, foreign, OTHER]);
    expect(blocks[0]).toMatchObject({ source: { blockId: 's', start: 1, passage: SAID } });
    expect(blocks[2]).toBe(foreign);
    expect(bindPullQuotes(blocks)).toBe(blocks);
  });

  it('keeps in step with what the state calls the source', () => {
    const [bound] = bindPullQuotes([pullQuote(`${SAID}.`), SOURCE]);
    expect(bound).toMatchObject({ source: boundSource(pullQuoteState(quote, [quote, SOURCE])) });
  });
});

describe('reviewing all pull-quotes', () => {
  const half = pullQuote('People knew where to come.', undefined, 'half');
  const joined = pullQuote(`${SAID}. People knew where to come.`, undefined, 'joined');
  const blocks = [joined, SOURCE, half, OTHER];

  it('tells both of an overlapping pair', () => {
    expect(reviewPullQuotes(blocks).map((review) => review.overlaps)).toEqual([['half'], ['joined']]);
  });

  it('notices a missing attribution', () => {
    const named = { ...half, attribution: 'Warden' };
    expect(reviewPullQuotes([named, joined, SOURCE]).map((review) => review.isAttributionMissing)).toEqual([
      false,
      true,
    ]);
  });

  it('says how much of the story is pulled', () => {
    expect(
      pullQuoteShare([
        half,
        ...paragraphs('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
      ]),
    ).toBe(0.25);
    expect(pullQuoteShare([])).toBe(0);
  });
});
