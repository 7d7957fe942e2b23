import type { SiteFile } from '../../../../shared/export/wordpress/wordPressBlock.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import type { KeptBlock } from '../merge/mergeBlocks.ts';
import type { MergedPost, OurPost } from './mergePost.ts';
import { versionCount, type Post, type PostBase } from './post.ts';
import { splitBlocks } from './splitBlocks.ts';

/** What a post was left as: what we want it to say, beside what the site keeps, which is seldom the same to the letter. */
export function baseOf(
  { blocks, isTheirTitle, isTheirExcerpt }: MergedPost,
  ours: OurPost,
  stored: Post,
  files: ReadonlyMap<string, SiteFile>,
): PostBase {
  return {
    id: stored.id,
    title: { sent: ours.title, stored: stored.title.raw, isTheirs: isTheirTitle },
    excerpt: { sent: ours.excerpt, stored: stored.excerpt.raw, isTheirs: isTheirExcerpt },
    blocks: pair(blocks, splitBlocks(stored.content.raw)),
    files: Object.fromEntries(files),
  };
}

/**
 * The base of a post of ours that is on the site though nobody saw it arrive: the answer was lost. As long as nobody touched it
 * (a post has no second version then) it is ours whole, which is no base at all (null). Afterwards, what says the same is ours.
 */
export function foundBase(ours: OurPost, there: Post): PostBase | null {
  if ((versionCount(there) ?? 0) <= 1) return null;
  const mine = ours.blocks.map((text) => ({ sent: text, stored: text }));
  return {
    id: there.id,
    title: { sent: ours.title, stored: there.title.raw },
    excerpt: { sent: ours.excerpt, stored: there.excerpt.raw },
    blocks: pair(mine, splitBlocks(there.content.raw)),
    files: {},
  };
}

/** What was sent beside what is there now; blocks that were removed there stay remembered where they stood. */
function pair(sent: readonly KeptBlock[], stored: readonly string[]): KeptBlock[] {
  const there = [...stored];
  if (sent.filter((block) => block.stored !== null).length === stored.length)
    return sent.map((block) => (block.stored === null ? block : { ...block, stored: there.shift() ?? null }));
  // The site took some away, or put some in: what reads the same is the same.
  const left = sent.map((block) => ({ block, words: block.stored === null ? null : excerpt(block.stored, Infinity) }));
  return stored.map((text) => {
    const words = excerpt(text, Infinity);
    const index = left.findIndex((each) => each.words === words);
    const [own] = index < 0 ? [] : left.splice(index, 1);
    return own ? { ...own.block, stored: text } : { sent: null, stored: text };
  });
}
