import type { UsedCaption } from '../../shared/ipc/captionSchemas.ts';
import { blockText } from '../../shared/story/plainText.ts';
import type { Story } from '../../shared/story/story.ts';

/** The captions of these stories that have all the words, folded, at the beginnings of theirs: each once, of the story changed last. */
export function usedCaptions(stories: readonly Story[], words: readonly string[]): UsedCaption[] {
  const found = new Map<string, UsedCaption>();
  for (const story of stories.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt)))
    for (const block of story.blocks) {
      if (block.type !== 'figure' || blockText(block).trim() === '') continue;
      const text = fold(` ${blockText(block)}`).replace(/\s+/g, ' ');
      if (!words.every((word) => text.includes(` ${word}`))) continue;
      const { assetId, caption, credit } = block;
      const name = JSON.stringify([assetId, text]);
      const { id: storyId, updatedAt, fields } = story;
      const same = found.get(name);
      if (same) same.uses += 1;
      else found.set(name, { assetId, caption, credit, storyId, title: fields.headline, updatedAt, uses: 1 });
    }
  return [...found.values()];
}

/** Letters alone: without case and marks. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
