import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibrarySession } from '../../../../electron/cli/LibrarySession.ts';
import { findStory } from '../../../../electron/cli/findStory.ts';
import { listStories } from '../../../../electron/cli/listStories.ts';
import { newStoryId } from '../../../../shared/story/ids.ts';
import { blankFields } from '../../../../shared/story/fields.ts';
import { STORY_FORMAT, type Story } from '../../../../shared/story/story.ts';

// More than the library answers at once.
const COUNT = 503;
const ALL = { query: '', status: null, trashed: false };

const folder = mkdtempSync(join(tmpdir(), 'stet-many-'));
let library: LibrarySession;
const stories: Story[] = [];

beforeAll(() => {
  library = LibrarySession.open(folder, { make: true });
  for (let index = 0; index < COUNT; index += 1) {
    const at = new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();
    const story: Story = {
      ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at },
      ...{ fields: { ...blankFields(), headline: `Story ${index}`, slug: `slug-${index}` }, blocks: [] },
    };
    library.access.createStory(story, { reason: 'created', summary: 'Put there for a test.' });
    stories.push(story);
  }
}, 120_000);
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('listStories', () => {
  it('lists all, each once, newest first', async () => {
    const { total, items } = await listStories(library, ALL);
    expect(total).toBe(COUNT);
    expect(items.map(({ id }) => id)).toEqual(stories.map(({ id }) => id).toReversed());
  });

  it.each([1, 499, 500, 501, COUNT, COUNT + 1])('lists the first %i', async (limit) => {
    const { total, items } = await listStories(library, ALL, limit);
    expect([total, items.length]).toEqual([COUNT, Math.min(limit, COUNT)]);
  });
});

describe('findStory', () => {
  it('finds the oldest of many, in the trash too', async () => {
    const [oldest] = stories;
    if (!oldest) throw new Error('There are no stories');
    expect(await findStory(library, 'slug-0')).toBe(oldest.id);
    await library.ask('stories.trash', { id: oldest.id });
    expect(await findStory(library, 'slug-0')).toBe(oldest.id);
    expect(await findStory(library, oldest.id.slice(0, 18))).toBe(oldest.id);
  });
});
