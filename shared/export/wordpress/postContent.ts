import type { BlockId } from '../../story/ids.ts';
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
  /** The figure that is left out of the text because the site shows it on top. */
  readonly onTop: BlockId | null;
  /** Kept in the first block’s metadata, where readers do not see it: the post is found by it (issue 4, “exactly once”). Null: not. */
  readonly key: string | null;
}

/** A block of a post, and the blocks of the story it was written from: none where it is a line of the story’s fields. */
export interface PostBlock {
  readonly markup: string;
  readonly sources: readonly BlockId[];
}

/**
 * A story’s text as the blocks of a WordPress post, each of the first level by itself. Headline and deck are not among them:
 * a post has a title and an excerpt.
 */
export function postContent(story: Story, { pictures, site, hasByline, onTop, key }: PostOptions): PostBlock[] {
  const around = storyDirection(story);
  const { byline, dateline: place } = story.fields;
  const parts = filledParts(story.blocks).filter((part) => part.id !== onTop);
  const first = parts.find((part) => part.type === 'paragraph');
  const line = dateline(place);
  const furniture = (text: string, name: string): PostBlock => {
    return { markup: furnitureLine(text, around, name), sources: [] };
  };
  const blocks: PostBlock[] = [
    ...(hasByline && !isBlank(byline) ? [furniture(byline, 'byline')] : []),
    ...(line !== '' && !first ? [furniture(line, 'dateline')] : []),
    ...parts.map((part) => ({
      markup: wordPressBlock(part, { around, pictures, site, dateline: part === first ? line : '' }),
      sources: part.type === 'gallery' ? part.figures.map(({ id }) => id) : [part.id],
    })),
  ];
  if (key === null) return blocks;
  const [top = EMPTY, ...rest] = blocks;
  return [{ ...top, markup: withKey(top.markup, key) }, ...rest];
}

const EMPTY: PostBlock = { markup: '<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->', sources: [] };

/** How a post is known by its key. */
export function keyName(key: string): string {
  return `stet:${key}`;
}

const KEY = /"name":"stet:([0-9a-f-]{36})"/;

/** The key in a post’s text, or null where it has none of ours. */
export function keyIn(content: string): string | null {
  return KEY.exec(content)?.[1] ?? null;
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
