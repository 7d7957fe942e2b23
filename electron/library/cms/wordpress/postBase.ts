import type { SiteFile } from '../../../../shared/export/wordpress/wordPressBlock.ts';
import { excerpt } from '../http/judgeAnswer.ts';
import { foundAs, leftAs } from '../merge/leftAs.ts';
import type { MergedRemote } from '../merge/mergeRemote.ts';
import type { RemoteText } from '../merge/remoteBase.ts';
import { versionCount, type OpenedPost, type Post, type PostBase } from './post.ts';
import { splitBlocks } from './splitBlocks.ts';

/** A post as its texts. */
export function postText({ title, excerpt: deck, content }: Post): RemoteText {
  return { title: title.raw, excerpt: deck.raw, blocks: splitBlocks(content.raw) };
}

/** What a post was left as; files it is known to have from before are not forgotten. */
export function baseOf(
  merged: MergedRemote,
  ours: RemoteText,
  stored: Post,
  { files, opened }: { readonly files: ReadonlyMap<string, SiteFile>; readonly opened: OpenedPost | undefined },
): PostBase {
  return {
    ...{ id: stored.id, files: Object.fromEntries(files), ...(opened && { opened }) },
    ...leftAs(merged, ours, postText(stored), excerpt),
  };
}

/**
 * The base of a post of ours that is on the site though nobody saw it arrive: the answer was lost. As long as nobody touched it
 * (a post has no second version then) it is ours whole, which is no base at all (null).
 */
export function foundBase(ours: RemoteText, there: Post): PostBase | null {
  if ((versionCount(there) ?? 0) <= 1) return null;
  return { id: there.id, files: {}, ...foundAs(ours, postText(there), excerpt) };
}
