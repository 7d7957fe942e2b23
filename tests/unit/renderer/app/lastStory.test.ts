import { describe, expect, it } from 'vitest';
import { storyToOpen } from '../../../../renderer/app/lastStory.ts';
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
    thumbPoint: null,
    damaged: false,
  };
}

describe('storyToOpen', () => {
  it('is the story that was on the page last', () => {
    const last = { id: shown, at: '2026-01-01T11:00:00.000Z' };
    expect(storyToOpen(last, newest('2026-01-01T10:00:00.000Z'))).toBe(shown);
  });

  it('is the one worked on since, when the note is older than the words', () => {
    const last = { id: shown, at: '2026-01-01T11:00:00.000Z' };
    expect(storyToOpen(last, newest('2026-01-01T11:00:01.000Z'))).toBe(edited);
  });

  it('is the newest when nothing is remembered', () => {
    expect(storyToOpen(null, newest('2026-01-01T10:00:00.000Z'))).toBe(edited);
  });

  it('is none in an empty library', () => {
    expect(storyToOpen({ id: shown, at: '2026-01-01T11:00:00.000Z' }, undefined)).toBeNull();
  });
});
