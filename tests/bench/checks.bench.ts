import { expect, it } from 'vitest';
import { StoryChecker } from '../../shared/checks/StoryChecker.ts';
import { blockText } from '../../shared/story/plainText.ts';
import { countWords } from '../../shared/story/wordCount.ts';
import { CLEAN_ARTICLES } from '../fixtures/stories/cleanArticles.ts';
import { copyStory } from '../unit/shared/checks/copyStory.ts';
import { median } from './ratios.ts';

const RUNS = 20;
const WORDS = 1_500;

it('false alarms in clean articles, and what checking a story takes', () => {
  let words = 0;
  let alarms = 0;
  for (const { name, paragraphs, ...fields } of CLEAN_ARTICLES) {
    const story = copyStory(paragraphs, fields);
    const found = new StoryChecker().check(story).findings.length;
    const length = countWords(story.blocks.map(blockText).join(' '));
    console.log(`clean article in ${name}: ${found} false alarms in ${length} words`);
    words += length;
    alarms += found;
  }
  console.log(`false alarms per 1,000 words: ${((alarms / words) * 1_000).toFixed(2)} (${alarms} in ${words})`);

  const english = CLEAN_ARTICLES.filter(({ language }) => language.startsWith('en')).flatMap((one) => one.paragraphs);
  const paragraphs: string[] = [];
  for (let count = 0; count < WORDS;) {
    const text = english[paragraphs.length % english.length] ?? '';
    paragraphs.push(text);
    count += countWords(text);
  }
  const cold: number[] = [];
  const edited: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const checker = new StoryChecker();
    cold.push(timeOf(() => checker.check(copyStory(paragraphs))));
    const [first = '', ...others] = paragraphs;
    edited.push(timeOf(() => checker.check(copyStory([`${first} And so on.`, ...others]))));
  }
  console.log(
    `a story of ${WORDS} words: ${median(cold).toFixed(1)} ms cold, ${median(edited).toFixed(1)} ms after an edit`,
  );
  expect(words).toBeGreaterThan(500);
});

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
