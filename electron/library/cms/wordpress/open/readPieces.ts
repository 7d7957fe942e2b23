import { htmlToBlocks } from '../../../../../shared/import/htmlToBlocks.ts';
import type { PictureReference } from '../../../../../shared/import/html/Sink.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { isEmptyBlock } from '../../../../../shared/export/isEmptyBlock.ts';
import { tellCredit } from '../../tellCredit.ts';
import { splitBlocks } from '../splitBlocks.ts';
import { classicHtml } from './classicHtml.ts';

/** A block of a post as it stands there, and what of it is a story’s. */
export interface PostPiece {
  readonly stored: string;
  /** Empty for what Stet has no block for: it stays on the site as it is. */
  readonly blocks: readonly Block[];
  /** Where the files of its figures are, by the figure’s id. */
  readonly files: ReadonlyMap<string, PictureReference>;
}

/** Blocks that are no words of a story, or that only the site itself knows how to show. */
const UNKNOWN = new Set([
  ...['embed', 'html', 'shortcode', 'more', 'nextpage', 'spacer', 'button', 'buttons', 'block', 'pattern'],
  ...['social-links', 'rss', 'search', 'latest-posts', 'latest-comments', 'archives', 'calendar', 'tag-cloud', 'query'],
]);
const NAME = /^<!--\s+wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)[\s\S]*?(\/?)-->/;

/** The first-level blocks of a post’s text, each read into our blocks where we know how. */
export function readPieces(raw: string): PostPiece[] {
  return splitBlocks(raw).map((stored): PostPiece => {
    const [, name, end] = NAME.exec(stored) ?? [];
    const isUnknown = name !== undefined && (UNKNOWN.has(name) || name.includes('/') || end === '/');
    if (isUnknown) return asItIs(stored);
    const read = htmlToBlocks(name === undefined ? classicHtml(stored) : stored, { isOurs: true });
    const blocks = read.blocks.filter((block) => block.type === 'figure' || !isEmptyBlock(block)).map(tellCredit);
    const files = blocks.flatMap(({ id }) => {
      const picture = read.details.get(id)?.picture;
      return picture ? [[id, picture] as const] : [];
    });
    return { stored, blocks, files: new Map(files) };
  });
}

/** A piece none of which is taken for a story’s. */
export function asItIs(stored: string): PostPiece {
  return { stored, blocks: [], files: new Map() };
}
