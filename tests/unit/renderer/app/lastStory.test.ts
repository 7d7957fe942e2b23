// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberLastStory, storyToOpen } from '../../../../renderer/app/lastStory.ts';
import type { StorySummary } from '../../../../shared/ipc/librarySchemas.ts';
import { newStoryId } from '../../../../shared/story/ids.ts';

const shown = newStoryId();
const edited = newStoryId();

function newest(updatedAt: string): StorySummary {
  return {
    id: edited,
    slug: '',
    headline: '',
    firstWords: '',
    words: 0,
    status: 'draft',
    language: 'en',
    createdAt: updatedAt,
    updatedAt,
    trashedAt: null,
    thumb: null,
    damaged: false,
  };
}

beforeEach(() => {
  localStorage.clear();
});

describe('storyToOpen', () => {
  it('is the story that was on the page last', () => {
    rememberLastStory(localStorage, shown, new Date('2026-01-01T11:00:00Z'));
    expect(storyToOpen(localStorage, newest('2026-01-01T10:00:00.000Z'))).toBe(shown);
  });

  it('is the one worked on since, when the note is older than the words', () => {
    rememberLastStory(localStorage, shown, new Date('2026-01-01T11:00:00Z'));
    expect(storyToOpen(localStorage, newest('2026-01-01T11:00:01.000Z'))).toBe(edited);
  });

  it.each(['', 'null', '{', '{"id":"../x","at":"2027"}', '{"id":7}'])('shrugs at %j', (stored) => {
    localStorage.setItem('stet.lastStory', stored);
    expect(storyToOpen(localStorage, newest('2026-01-01T10:00:00.000Z'))).toBe(edited);
  });

  it('is none in an empty library', () => {
    expect(storyToOpen(localStorage, undefined)).toBeNull();
  });
});
