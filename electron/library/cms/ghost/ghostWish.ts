import type { GhostBody } from './ghostText.ts';
import { bodyOf, bodyTokens } from './ghostText.ts';
import type { GhostPost } from './ghostPost.ts';
import { writeNodes } from './nodeToken.ts';

/** What a post shall be. */
export interface GhostWish {
  readonly title: string;
  readonly excerpt: string;
  readonly body: GhostBody;
  /** Names. */
  readonly tags: readonly string[];
  /** Ids; empty: whoever the site says. */
  readonly authors: readonly string[];
  /** null: as it is. */
  readonly standing: { readonly status: string; readonly published_at?: string } | null;
}

/** What is sent of a post, by Ghost’s own names. */
export type GhostPayload = Readonly<Record<string, unknown>>;

/**
 * What has to be sent for a post to be as it shall: of one that is there only what is otherwise, so that what somebody else changes at the same
 * moment, tags above all, stays. Empty: nothing.
 */
export function ghostPayload(
  { title, excerpt, body, tags, authors, standing }: GhostWish,
  there: GhostPost | null,
): GhostPayload {
  const { lead } = body;
  const own = there && bodyOf(there);
  const wanted: Record<string, unknown> = {
    title,
    custom_excerpt: excerpt,
    feature_image: lead?.url ?? '',
    feature_image_alt: lead?.alt ?? '',
    feature_image_caption: lead?.caption ?? '',
  };
  const payload: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wanted))
    if (!there || there[name as keyof GhostPost] !== value) payload[name] = value === '' ? null : value;
  const words = (some: GhostBody) => bodyTokens({ ...some, lead: null }).join('\n');
  if (!own || words(own) !== words(body)) payload['lexical'] = writeNodes(body.nodes, there?.lexical);
  const known = new Map(there?.tags.map(({ id, name }) => [name, id]));
  if (known.size !== tags.length || tags.some((name) => !known.has(name)))
    payload['tags'] = tags.map((name) => (known.has(name) ? { id: known.get(name) } : { name }));
  const isTheirs = there?.authors.map(({ id }) => id).join() === authors.join();
  if (authors.length > 0 && !isTheirs) payload['authors'] = authors.map((id) => ({ id }));
  return { ...payload, ...standing };
}
