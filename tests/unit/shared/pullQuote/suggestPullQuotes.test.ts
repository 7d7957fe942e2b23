import { describe, expect, it } from 'vitest';
import { suggestPullQuotes } from '../../../../shared/pullQuote/suggestPullQuotes.ts';
import { blockText } from '../../../../shared/story/plainText.ts';
import { paragraphs, pullQuote } from './storyOf.ts';

const GOOD = 'We count the nests at night because by day the beach belongs to the hotels.';
const LEANING = 'It is the only hour when nobody asks us for a photograph or a coin.';
const STORY = paragraphs(
  'The beach is four kilometres long and was longer.',
  `“${GOOD}” said Halima Yusuf, a marine biologist in Mombasa. “${LEANING}”`,
  'A sign reads “No lights after nine”.',
  '“The hotels say they dim their lamps, and then the wedding parties come and nobody dims anything at all until four in the morning,” one guard said.',
);

describe('suggested pull-quotes', () => {
  const suggestions = suggestPullQuotes(STORY);

  it('come best first: of a good length, standing on their own, by somebody with a name', () => {
    expect(suggestions.map(({ text }) => text).slice(0, 2)).toEqual([GOOD, LEANING]);
    expect(suggestions[0]?.attribution?.text).toBe('Halima Yusuf, marine biologist in Mombasa');
  });

  it('say why', () => {
    expect(suggestions[0]?.reasons).toEqual([
      '75 characters, reads at a glance',
      'a whole sentence',
      'said by Halima Yusuf, marine biologist in Mombasa',
      'in the first person',
    ]);
    expect(suggestions[1]?.reasons).toContain('begins with “It”');
    expect(suggestions[2]?.reasons).toContain('said by One guard');
  });

  it('are the story’s own words, where they stand', () => {
    for (const { source } of suggestions) {
      const block = STORY.find((candidate) => candidate.id === source.blockId);
      expect(block && blockText(block).slice(source.start, source.end)).toBe(source.passage);
    }
  });

  it('leave out what is pulled already', () => {
    const pulled = pullQuote(GOOD);
    expect(suggestPullQuotes([pulled, ...STORY]).map(({ text }) => text)).not.toContain(GOOD);
  });

  it('are nothing for a story in which nobody speaks at length', () => {
    expect(suggestPullQuotes(paragraphs('The beach is long.', 'A sign reads “No lights”.'))).toEqual([]);
  });
});
