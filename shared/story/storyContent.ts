import { canonicalJson } from './canonicalJson.ts';
import type { Story } from './story.ts';

/** What makes two stories the same: their fields and blocks, and what is proposed, spelt one way. Ids of the story and times do not count. */
export function storyContent({
  fields,
  blocks,
  suggestions = [],
}: Pick<Story, 'fields' | 'blocks' | 'suggestions'>): string {
  return canonicalJson({ fields, blocks, ...(suggestions.length > 0 && { suggestions }) });
}
