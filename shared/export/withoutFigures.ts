import type { Story } from '../story/story.ts';

/** A story for somebody who gets no files: a caption says nothing without its picture. */
export function withoutFigures(story: Story): Story {
  return { ...story, blocks: story.blocks.filter(({ type }) => type !== 'figure') };
}
