import { linksOf } from '../../shared/checks/storyLinks.ts';
import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import type { LinkState } from '../../shared/links/linkState.ts';
import { pointOfFile } from '../../shared/media/focalPoint.ts';
import { blockText } from '../../shared/story/plainText.ts';
import type { Story } from '../../shared/story/story.ts';
import { countBodyWords } from '../../shared/story/wordCount.ts';
import { fold } from './usedCaptions.ts';

/** The row of a story in the list. */
export function summarise({
  story,
  trashedAt,
}: {
  readonly story: Story;
  readonly trashedAt: string | null;
}): StorySummary {
  const figure = story.blocks.find((block) => block.type === 'figure' && block.assetId !== null);
  const copy = story.blocks.filter((block) => block.type === 'paragraph');
  return {
    id: story.id,
    slug: story.fields.slug,
    headline: story.fields.headline,
    firstWords: copy.map(blockText).join(' ').slice(0, 140),
    words: countBodyWords(story.blocks),
    status: story.fields.status,
    language: story.fields.language,
    createdAt: story.createdAt,
    updatedAt: story.updatedAt,
    trashedAt,
    thumb: figure?.type === 'figure' ? figure.assetId : null,
    thumbPoint: figure?.type === 'figure' ? pointOfFile(figure) : null,
    damaged: false,
  };
}

/** The links of a story, none of them asked yet. */
export function queueOf({ blocks }: Story): LinkState[] {
  const links = new Map(blocks.flatMap(linksOf).map((link) => [link.url, link]));
  return [...links.values()].map(({ url, text }) => ({ url, text, state: 'waiting', detail: '', to: null, at: null }));
}

/** The words a story is found by. */
export function searchable(story: Story): string {
  const { headline, slug, deck, byline } = story.fields;
  return fold([headline, slug, deck, byline, ...story.blocks.map(blockText)].join(' '));
}
