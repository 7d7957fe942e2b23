import type { Story } from '../story/story.ts';
import type { PrivatePart } from './target.ts';

/** A story without the fields a target is not to know. */
export function withoutPrivate(story: Story, parts: readonly PrivatePart[]): Story {
  const fields = { ...story.fields };
  for (const part of parts) {
    if (part === 'priority') fields.priority = null;
    else if (part === 'topics' || part === 'keywords') fields[part] = [];
    else if (part !== 'place') fields[part] = '';
  }
  return { ...story, fields };
}
