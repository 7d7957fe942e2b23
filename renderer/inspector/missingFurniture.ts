import type { BlockId } from '../../shared/story/ids.ts';
import { inlineText } from '../../shared/story/plainText.ts';
import type { Story } from '../../shared/story/story.ts';

/** Something a story usually has and this one does not. */
export interface Missing {
  /** One sentence. */
  readonly message: string;
  /** The block it is about; null when it is about the story's own fields. */
  readonly blockId: BlockId | null;
}

/** What is empty: the headline, the byline, captions, credits, alt texts, quotes without words or a speaker. Judges no words. */
export function missingFurniture(story: Story): Missing[] {
  const missing: Missing[] = [];
  const say = (message: string, blockId: BlockId | null = null) => missing.push({ message, blockId });
  const { headline, dateline, byline } = story.fields;
  if (headline.trim() === '') say('The story has no headline.');
  if (byline.trim() === '') say('The story has no byline.');
  if (dateline.trim() === '') say('The story has no dateline.');
  for (const block of story.blocks) {
    if (block.type === 'figure') {
      const name = block.fileName || 'A picture';
      if (block.assetId === null) say(`${name}: the file is missing.`, block.id);
      if (inlineText(block.caption).trim() === '') say(`${name}: no caption.`, block.id);
      if (block.credit.trim() === '') say(`${name}: no credit.`, block.id);
      if (block.alt.trim() === '') say(`${name}: no alt text for readers who cannot see it.`, block.id);
    }
    if (block.type === 'pullQuote') {
      const words = inlineText(block.content).trim();
      if (words === '') say('A pull quote has no words.', block.id);
      else if (block.attribution.trim() === '') say(`A pull quote names no speaker: “${shorten(words)}”`, block.id);
    }
  }
  return missing;
}

function shorten(words: string): string {
  return words.length > 48 ? `${words.slice(0, 47).trimEnd()}…` : words;
}
