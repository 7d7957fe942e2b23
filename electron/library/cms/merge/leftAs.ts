import type { KeptBlock } from './mergeBlocks.ts';
import { unmerged, type MergedRemote } from './mergeRemote.ts';
import type { RemoteBase, RemoteText, Say } from './remoteBase.ts';

/** What a story is left as after a delivery: what we want it to say, beside what was read back. */
export function leftAs(
  { blocks, isTheirTitle, isTheirExcerpt }: MergedRemote,
  ours: RemoteText,
  stored: RemoteText,
  say: Say,
): RemoteBase {
  return {
    title: { sent: ours.title, stored: stored.title, isTheirs: isTheirTitle },
    excerpt: { sent: ours.excerpt, stored: stored.excerpt, isTheirs: isTheirExcerpt },
    blocks: pair(blocks, stored.blocks, say),
  };
}

/** The base of a text of ours that is there though nobody saw it arrive, and that was changed since: what says the same is ours. */
export function foundAs(ours: RemoteText, there: RemoteText, say: Say): RemoteBase {
  const mine = unmerged(ours).blocks;
  return {
    title: { sent: ours.title, stored: there.title },
    excerpt: { sent: ours.excerpt, stored: there.excerpt },
    blocks: pair(mine, there.blocks, say),
  };
}

/** What was sent beside what is there now; blocks that were removed there stay remembered where they stood. */
function pair(sent: readonly KeptBlock[], stored: readonly string[], say: Say): KeptBlock[] {
  const there = [...stored];
  if (sent.filter((block) => block.stored !== null).length === stored.length)
    return sent.map((block) => (block.stored === null ? block : { ...block, stored: there.shift() ?? null }));
  // The site took some away, or put some in: what reads the same is the same.
  const left = sent.map((block) => ({ block, words: block.stored === null ? null : say(block.stored, Infinity) }));
  return stored.map((text) => {
    const words = say(text, Infinity);
    const index = left.findIndex((each) => each.words === words);
    const [own] = index < 0 ? [] : left.splice(index, 1);
    return own ? { ...own.block, stored: text } : { sent: null, stored: text };
  });
}
