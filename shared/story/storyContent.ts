import { canonicalJson } from './canonicalJson.ts';
import type { Story } from './story.ts';

/** What makes two stories the same: their fields and blocks, spelt one way. Ids of the story and times do not count. */
export function storyContent(story: Pick<Story, 'fields' | 'blocks'>): string {
  return canonicalJson({ fields: story.fields, blocks: story.blocks });
}
