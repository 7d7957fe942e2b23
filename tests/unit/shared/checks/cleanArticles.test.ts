import { describe, expect, it, vi } from 'vitest';
import { DictionaryReader } from '../../../../electron/words/DictionaryReader.ts';
import { proofread } from '../../../../shared/checks/proofread.ts';
import { CLEAN_ARTICLES } from '../../../fixtures/stories/cleanArticles.ts';
import { copyStory } from './copyStory.ts';

// Dictionaries are read on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const reader = new DictionaryReader();

describe('a clean article', () => {
  it.each(CLEAN_ARTICLES)(
    'in $name is let through, spelling and all',
    async ({ name: _name, paragraphs, ...fields }) => {
      const { findings } = await proofread(copyStory(paragraphs, fields), [], {}, reader);
      expect(findings.map(({ ruleId, excerpt }) => [ruleId, excerpt])).toEqual([]);
    },
  );
});
