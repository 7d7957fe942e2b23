import { DictionaryReader } from '../../electron/words/DictionaryReader.ts';
import { proofread } from '../../shared/checks/proofread.ts';
import { CLEAN_ARTICLES } from '../fixtures/stories/cleanArticles.ts';
import { copyStory } from '../unit/shared/checks/copyStory.ts';
import { paragraphsOf } from './paragraphsOf.ts';

/* A process of its own that checks one story, the first of its life, and prints how many milliseconds that took. */

const story = copyStory(paragraphsOf(CLEAN_ARTICLES, 1_500));
const start = performance.now();
await proofread(story, [], {}, new DictionaryReader());
console.log((performance.now() - start).toFixed(1));
