import { z } from 'zod';
import { keyName } from '../../../../shared/export/wordpress/postContent.ts';
import { POST_FIELDS, postSchema, type Post } from './post.ts';
import type { WordPressApi } from './WordPressApi.ts';

/** The post that has this key in its text, or the slug made from it; null where none of ours is there. */
export async function findPost(api: WordPressApi, key: string, slug: string): Promise<Post | null> {
  const common = { status: 'any', context: 'edit', per_page: 10, _fields: POST_FIELDS };
  const posts = z.array(postSchema);
  const byKey = await api.ask('GET', 'wp/v2/posts', posts, { query: { ...common, search: key } });
  const own = byKey.find(({ content }) => content.raw.includes(keyName(key)));
  if (own) return own;
  // An older editor drops the key on its first save; the slug has a piece of it.
  const bySlug = await api.ask('GET', 'wp/v2/posts', posts, { query: { ...common, slug } });
  return bySlug[0] ?? null;
}

/** A post by its number, as it is now. */
export function readPost(api: WordPressApi, id: number): Promise<Post> {
  return api.ask('GET', `wp/v2/posts/${id}`, postSchema, { query: { context: 'edit', _fields: POST_FIELDS } });
}
