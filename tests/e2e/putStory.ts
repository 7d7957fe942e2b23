import { expect, type Page } from '@playwright/test';
import { newBlockId, type StoryId } from '../../shared/story/ids.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import { askLibrary } from './storyOnDisk.ts';

/** Puts a story into the library without the page: the scene a test begins with, not what it is about. */
export async function putStory(
  page: Page,
  fields: Partial<StoryFields>,
  paragraphs: readonly string[] = [],
): Promise<StoryId> {
  // Its list is there, so the app has asked already what to open at its start: it will not be this story, half made.
  await expect(page.getByRole('navigation', { name: 'Library' }).getByText(/^\d+ stor(?:y|ies)$/)).toBeVisible();
  const { story } = await askLibrary(page, 'stories.create', {
    template: 'blank',
    byline: '',
    dateline: '',
    language: fields.language ?? 'en',
  });
  const blocks = paragraphs.map((text) => ({
    id: newBlockId(),
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text }],
  }));
  await askLibrary(page, 'stories.put', { id: story.id, fields, blocks, order: blocks.map((block) => block.id) });
  return story.id;
}
