import { z } from 'zod';
import type { GhostLead } from '../../../../shared/export/ghost/ghostContent.ts';
import { foundAs } from '../merge/leftAs.ts';
import type { MergedRemote } from '../merge/mergeRemote.ts';
import type { RemoteBase, RemoteText } from '../merge/remoteBase.ts';
import type { GhostPost } from './ghostPost.ts';
import type { NodePool } from './NodePool.ts';
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

/** A text’s nodes, the picture on top as one of them. */
export function allNodes({ nodes, lead }: GhostBody): LexicalNode[] {
  return [...(lead ? [{ type: LEAD, url: lead.url, alt: lead.alt, caption: lead.caption }] : []), ...nodes];
}

/** A text’s pieces as they are compared. */
export function bodyTokens(body: GhostBody): string[] {
  return allNodes(body).map(nodeToken);
}

/** A post as it is compared. */
export function remoteText(post: GhostPost): RemoteText {
  return { title: post.title, excerpt: post.custom_excerpt, blocks: bodyTokens(bodyOf(post)) };
}

const leadSchema = z.object({ url: z.string(), alt: z.string(), caption: z.string() });

/** What a merged text is made of, by its tokens: `known` has a node for each, those that are there first, as they are there. */
export function mergedBody({ blocks }: Pick<MergedRemote, 'blocks'>, known: NodePool): GhostBody {
  const all = known.pick(blocks.flatMap(({ stored }) => stored ?? []));
  const first = all.find(({ type }) => type === LEAD);
  return { nodes: all.filter(({ type }) => type !== LEAD), lead: first ? leadSchema.parse(first) : null };
}

/**
 * The base of a post of ours that is there though nobody saw it arrive: the answer was lost. As long as nobody touched it, it is ours
 * whole, which is no base at all (null).
 */
export function foundGhost(ours: RemoteText, there: GhostPost): RemoteBase | null {
  return there.updated_at === there.created_at ? null : foundAs(ours, remoteText(there), sayToken);
}
