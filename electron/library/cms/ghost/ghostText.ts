import type { GhostLead } from '../../../../shared/export/ghost/ghostContent.ts';
import { foundAs } from '../merge/leftAs.ts';
import type { MergedRemote } from '../merge/mergeRemote.ts';
import type { RemoteBase, RemoteText } from '../merge/remoteBase.ts';
import type { GhostPost } from './ghostPost.ts';
import { nodeToken, readNodes, sayToken, type LexicalNode } from './nodeToken.ts';

/** The picture on top takes part in merging like a piece of the text, before all others. */
const LEAD = 'stet-lead';

/** A post’s text: its nodes, and the picture on top. */
export interface GhostBody {
  readonly nodes: readonly LexicalNode[];
  readonly lead: GhostLead | null;
}

/** What a post has of a text. */
export function bodyOf(
  post: Pick<GhostPost, 'lexical' | 'feature_image' | 'feature_image_alt' | 'feature_image_caption'>,
): GhostBody {
  const { feature_image: url, feature_image_alt: alt, feature_image_caption: caption } = post;
  return { nodes: withoutLastBlank(readNodes(post.lexical)), lead: url === '' ? null : { url, alt, caption } };
}

/** Ghost’s editor keeps an empty paragraph under a card that stands last. */
function withoutLastBlank(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const last = nodes.at(-1);
  const isBlank = last?.type === 'paragraph' && Array.isArray(last['children']) && last['children'].length === 0;
  return isBlank ? nodes.slice(0, -1) : nodes;
}

function allNodes({ nodes, lead }: GhostBody): LexicalNode[] {
  return [...(lead ? [{ type: LEAD, ...lead }] : []), ...nodes];
}

/** A text’s pieces as they are compared. */
export function bodyTokens(body: GhostBody): string[] {
  return allNodes(body).map(nodeToken);
}

/** A post as it is compared. */
export function remoteText(post: GhostPost): RemoteText {
  return { title: post.title, excerpt: post.custom_excerpt, blocks: bodyTokens(bodyOf(post)) };
}

/** What a merged text is made of: a piece that is there stays as it is there, to the byte. */
export function mergedBody(
  { blocks }: Pick<MergedRemote, 'blocks'>,
  theirs: GhostBody | null,
  ours: GhostBody,
): GhostBody {
  const pool = new Map<string, LexicalNode[]>();
  for (const node of [...(theirs ? allNodes(theirs) : []), ...allNodes(ours)]) {
    const token = nodeToken(node);
    pool.set(token, [...(pool.get(token) ?? []), node]);
  }
  const all = blocks.flatMap(({ stored }) => {
    const known = stored === null ? undefined : pool.get(stored);
    // Once taken it is left to those that come after, should a piece stand there twice.
    return known?.[0] ? [known.length > 1 ? (known.shift() ?? known[0]) : known[0]] : [];
  });
  const [first] = all.filter(({ type }) => type === LEAD);
  const lead = [theirs?.lead, ours.lead].find(
    (one) => one && first && one.url === first['url'] && one.alt === first['alt'] && one.caption === first['caption'],
  );
  return { nodes: all.filter(({ type }) => type !== LEAD), lead: lead ?? null };
}

/**
 * The base of a post of ours that is there though nobody saw it arrive: the answer was lost. As long as nobody touched it, it is ours
 * whole, which is no base at all (null).
 */
export function foundGhost(ours: RemoteText, there: GhostPost): RemoteBase | null {
  return there.updated_at === there.created_at ? null : foundAs(ours, remoteText(there), sayToken);
}
