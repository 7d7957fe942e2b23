import type { Story } from '../../story/story.ts';
import { isBlank } from '../cleanText.ts';
import { dateline } from '../dateline.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { filledParts } from '../isEmptyBlock.ts';
import { storyDirection } from '../textDirection.ts';
import { furnitureLine } from './exportWordPress.ts';
import { wordPressBlock, type SiteFiles } from './wordPressBlock.ts';

export interface PostOptions {
  readonly pictures: ExportPictures;
  /** Where the site keeps each file, by the hash of its bytes. */
  readonly site: SiteFiles;
  /** Whether the byline stands as a line over the text. */
  readonly hasByline: boolean;
  /** Left out of the text because the site shows it on top. */
  readonly leadOnTop: boolean;
  /** Kept in the first block’s metadata, where readers do not see it: the post is found by it (issue 4, “exactly once”). */
  readonly key: string;
}

/**
 * A story’s text as the blocks of a WordPress post, each of the first level by itself. Headline and deck are not among them:
 * a post has a title and an excerpt.
 */
export function postContent(story: Story, { pictures, site, hasByline, leadOnTop, key }: PostOptions): string[] {
  const around = storyDirection(story);
  const { byline, dateline: place } = story.fields;
  const lead = leadOnTop ? leadFigure(story) : null;
  const parts = filledParts(story.blocks).filter((part) => part.id !== lead);
  const first = parts.find((part) => part.type === 'paragraph');
  const line = dateline(place);
  const blocks = [
    ...(hasByline && !isBlank(byline) ? [furnitureLine(byline, around, 'byline')] : []),
    ...(line !== '' && !first ? [furnitureLine(line, around, 'dateline')] : []),
    ...parts.map((part) => wordPressBlock(part, { around, pictures, site, dateline: part === first ? line : '' })),
  ];
  const [top, ...rest] = blocks.length > 0 ? blocks : ['<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->'];
  return [withKey(top ?? '', key), ...rest];
}

/** The id of the picture a story begins with: one that stands by itself before the first words. */
export function leadFigure(story: Pick<Story, 'blocks'>): string | null {
  const [first] = filledParts(story.blocks);
  return first?.type === 'figure' && (first.medium ?? 'picture') === 'picture' && first.assetId !== null
    ? first.id
    : null;
}

/** How a post is known by its key. */
export function keyName(key: string): string {
  return `stet:${key}`;
}

function withKey(markup: string, key: string): string {
  return markup.replace(
    /^<!-- wp:([a-z/-]+) (?:(\{.*?\}) )?(\/?)-->/,
    (_whole, name: string, kept: string | undefined, end: string) => {
      const metadata = `"metadata":{"name":"${keyName(key)}"}`;
      const json = kept === undefined || kept === '{}' ? `{${metadata}}` : `${kept.slice(0, -1)},${metadata}}`;
      return `<!-- wp:${name} ${json} ${end}-->`;
    },
  );
}
