import type { SiteFile } from '../../../../shared/export/wordpress/wordPressBlock.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import type { KeptBlock } from '../merge/mergeBlocks.ts';
import type { MergedPost, OurPost } from './mergePost.ts';
import { versionCount, type Post, type PostBase } from './post.ts';
import { splitBlocks } from './splitBlocks.ts';

/** What a post was left as: what we want it to say, beside what the site keeps, which is seldom the same to the letter. */
export function baseOf(
  { blocks }: MergedPost,
  ours: OurPost,
  stored: Post,
  files: ReadonlyMap<string, SiteFile>,
): PostBase {
  return {
    id: stored.id,
    title: { sent: ours.title, stored: stored.title.raw },
    excerpt: { sent: ours.excerpt, stored: stored.excerpt.raw },
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
  const mine = ours.blocks.map((text) => ({ text, ours: text }));
  return {
    id: there.id,
    title: { sent: ours.title, stored: there.title.raw },
    excerpt: { sent: ours.excerpt, stored: there.excerpt.raw },
    blocks: pair(mine, splitBlocks(there.content.raw)),
    files: {},
  };
}

function pair(
  sent: readonly { readonly text: string; readonly ours: string | null }[],
  stored: readonly string[],
): KeptBlock[] {
  if (sent.length === stored.length)
    return stored.map((text, index) => ({ sent: sent[index]?.ours ?? null, stored: text }));
  // The site took some away, or put some in: what reads the same is the same.
  const left = sent.map((block) => ({ ...block, words: excerpt(block.text, Infinity) }));
  return stored.map((text) => {
    const words = excerpt(text, Infinity);
    const index = left.findIndex((block) => block.words === words);
    const [own] = index < 0 ? [] : left.splice(index, 1);
    return { sent: own?.ours ?? null, stored: text };
  });
}
