import { createHash } from 'node:crypto';
import type { Story } from '../../shared/story/story.ts';
import { storyContent } from '../../shared/story/storyContent.ts';

/** SHA-256 of a story's canonical content, 64 hex digits: equal for two stories exactly when nobody could tell them apart. */
export function hashStory(story: Pick<Story, 'fields' | 'blocks' | 'suggestions'>): string {
  return createHash('sha256').update(storyContent(story)).digest('hex');
}
