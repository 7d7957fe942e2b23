import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { DictionaryReader } from '../../electron/words/DictionaryReader.ts';
import { proofread } from '../../shared/checks/proofread.ts';
import { StoryChecker } from '../../shared/checks/StoryChecker.ts';
import { Proofs } from '../../shared/spelling/Proofs.ts';
import { blockText } from '../../shared/story/plainText.ts';
import { countWords } from '../../shared/story/wordCount.ts';
import { buildForNode } from '../fixtures/library/buildForNode.ts';
import { CLEAN_ARTICLES } from '../fixtures/stories/cleanArticles.ts';
import { HELD_BACK_ARTICLES } from '../fixtures/stories/heldBackArticles.ts';
import { NEWS_ARTICLES } from '../fixtures/stories/newsArticles.ts';
import { copyStory } from '../unit/shared/checks/copyStory.ts';
import { paragraphsOf } from './paragraphsOf.ts';
import { median } from './ratios.ts';

const RUNS = 20;
const PROCESSES = 7;
const WORDS = 1_500;

it('false alarms in clean articles, and what checking a story takes', async () => {
  let words = 0;
  let alarms = 0;
  const dictionaries = new DictionaryReader();
  for (const { name, paragraphs, ...fields } of [...CLEAN_ARTICLES, ...NEWS_ARTICLES, ...HELD_BACK_ARTICLES]) {
    const story = copyStory(paragraphs, fields);
    const found = (await proofread(story, [], {}, dictionaries)).findings.length;
    const length = countWords(story.blocks.map(blockText).join(' '));
    console.log(`clean article in ${name}: ${found} false alarms in ${length} words`);
    words += length;
    alarms += found;
  }
  console.log(`false alarms per 1,000 words: ${((alarms / words) * 1_000).toFixed(2)} (${alarms} in ${words})`);

  const paragraphs = paragraphsOf(CLEAN_ARTICLES, WORDS);
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
  const spelt = { unread: [] as number[], read: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    const reader = new DictionaryReader();
    spelt.unread.push(await timeWithSpelling(paragraphs, reader));
    spelt.read.push(await timeWithSpelling(paragraphs, reader));
  }
  console.log(
    `with spelling: ${median(spelt.unread).toFixed(1)} ms cold, dictionary and all; ${median(spelt.read).toFixed(1)} ms once it is read`,
  );
  const built = await buildForNode('tests/bench/coldCheck.ts');
  const fresh = Array.from({ length: PROCESSES }, () =>
    Number(execFileSync(process.execPath, [built.path], { env: {} })),
  );
  built.remove();
  console.log(
    `in a fresh process, two dictionaries and all: ${median(fresh).toFixed(1)} ms, at most ${Math.max(...fresh).toFixed(1)}`,
  );
  expect(words).toBeGreaterThan(500);
});

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Until the last finding is there: checked, each word looked up, checked again with what the dictionary said. */
async function timeWithSpelling(paragraphs: readonly string[], reader: DictionaryReader): Promise<number> {
  const start = performance.now();
  const proofs = new Proofs();
  const checker = new StoryChecker({ proofs });
  checker.check(copyStory([...paragraphs]));
  for (const query of proofs.takeWanted()) proofs.learn(query, await reader.unknownWords(query));
  checker.check(copyStory([...paragraphs]));
  return performance.now() - start;
}
