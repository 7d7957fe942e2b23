import { describe, expect, it } from 'vitest';
import { StoryChecker } from '../../../../shared/checks/StoryChecker.ts';
import { CLEAN_ARTICLES } from '../../../fixtures/stories/cleanArticles.ts';
import { copyStory } from './copyStory.ts';

describe('a clean article', () => {
  it.each(CLEAN_ARTICLES)('in $name is let through', ({ name: _name, paragraphs, ...fields }) => {
    const { findings } = new StoryChecker().check(copyStory(paragraphs, fields));
    expect(findings.map(({ ruleId, excerpt }) => [ruleId, excerpt])).toEqual([]);
  });
});
