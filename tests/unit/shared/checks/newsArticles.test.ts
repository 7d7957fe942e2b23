import { describe, expect, it, vi } from 'vitest';
import { DictionaryReader } from '../../../../electron/words/DictionaryReader.ts';
import type { Finding } from '../../../../shared/checks/finding.ts';
import { proofread } from '../../../../shared/checks/proofread.ts';
import type { CleanArticle } from '../../../fixtures/stories/cleanArticles.ts';
import { HELD_BACK_ARTICLES } from '../../../fixtures/stories/heldBackArticles.ts';
import { HELD_BACK_SLIPS } from '../../../fixtures/stories/heldBackSlips.ts';
import { NEWS_ARTICLES } from '../../../fixtures/stories/newsArticles.ts';
import { PLANTED_SLIPS, type PlantedSlip } from '../../../fixtures/stories/plantedSlips.ts';
import { copyStory } from './copyStory.ts';

// Dictionaries are read on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const reader = new DictionaryReader();
const ARTICLES = [...NEWS_ARTICLES, ...HELD_BACK_ARTICLES];

/** Right, and found all the same: a timber that no dictionary has. */
const FALSE_ALARMS = [['spelling', 'iroko']];

async function findingsIn({ name: _name, paragraphs, ...fields }: CleanArticle): Promise<readonly Finding[]> {
  return (await proofread(copyStory(paragraphs, fields), [], {}, reader)).findings;
}

/** The article with the slip where its words stand first. */
function slipped({ article: name, words, slip }: PlantedSlip): CleanArticle {
  const article = ARTICLES.find((one) => one.name === name);
  if (!article) throw new Error(`There is no article “${name}”.`);
  const texts = [article.headline, article.deck, ...article.paragraphs];
  const at = texts.findIndex((text) => text.includes(words));
  if (at < 0) throw new Error(`“${words}” stands nowhere in ${name}.`);
  const [headline = '', deck = '', ...paragraphs] = texts.with(at, texts[at]?.replace(words, slip) ?? '');
  return { ...article, headline, deck, paragraphs };
}

describe('a news article', () => {
  it.each(ARTICLES)('in order is let through: $name', async (article) => {
    const found = (await findingsIn(article)).map(({ ruleId, excerpt }) => [ruleId, excerpt]);
    expect(found.filter((one) => !FALSE_ALARMS.some((known) => known.join() === one.join()))).toEqual([]);
  });

  it.each([...PLANTED_SLIPS, ...HELD_BACK_SLIPS])('is stopped by $rule for “$slip”', async (planted) => {
    const findings = await findingsIn(slipped(planted));
    expect(findings.map(({ ruleId }) => ruleId)).toContain(planted.rule);
  });

  it.each([
    [
      'a sum',
      'Two schools to close',
      'Some 340 pupils will move',
      'Of the four schools here, two shut: 180 pupils attend one and 160 pupils the other.',
    ],
    [
      'a round number',
      'Wildfire burns 40,000 acres',
      'Almost 60,000 people have fled',
      'The fire has burned 41,300 acres. Officials told 58,000 people to leave.',
    ],
    [
      'a floor',
      'Tower fire killed more than 70 people',
      '',
      'The fire in the tower killed 72 people that night, the inquiry found.',
    ],
    ['what was before', 'Bank cuts rate to 4%', '', 'The bank cut its rate by a quarter point from 4.25% on Thursday.'],
    [
      'another number of the same',
      'Rebels free 30 hostages',
      '',
      'The rebels released 30 hostages. Another 45 hostages remain.',
    ],
    [
      'the score at half-time',
      'Herons beat Boise, 101-99',
      '',
      'The Herons trailed Boise, 58-41, at the half. They beat Boise, 101-99, in the end.',
    ],
    [
      'the ages of two',
      'Map maker dies at 93',
      '',
      'The map maker, who was 93, died at home. Her sister, a map maker too, had died aged 88 in that house.',
    ],
    [
      'two people',
      'Brothers meet',
      '',
      'Steel met Steele. Later Johnson and Johnston spoke to Maria Lopez and Mario Lopez.',
    ],
  ])('may have %s in its furniture or body', async (_name, headline, deck, body) => {
    const story = copyStory([body], { headline, deck: deck || 'It ended at dawn.' });
    const { findings } = await proofread(story, [], {}, reader);
    expect(findings.map(({ ruleId, excerpt }) => [ruleId, excerpt])).toEqual([]);
  });
});
