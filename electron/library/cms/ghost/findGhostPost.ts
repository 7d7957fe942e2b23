import type { SiteAnswer } from '../http/SiteClient.ts';
import { readAs } from '../http/judgeAnswer.ts';
import { GHOST_ANSWERS, type GhostApi } from './GhostApi.ts';
import { slugMark } from './ghostFields.ts';
import { ghostPostsSchema, POST_QUERY, type GhostPost } from './ghostPost.ts';
import { judgeGhost } from './judgeGhost.ts';

/** A post as it was read, and the site’s time then (NaN where it did not say). */
export interface SeenPost {
  readonly post: GhostPost;
  readonly at: number;
}

/** The post whose slug has the mark of this key; null where none of ours is there. */
export async function findGhostPost(api: GhostApi, key: string): Promise<SeenPost | null> {
  const query = { ...POST_QUERY, filter: `slug:~'${slugMark(key)}'`, order: 'created_at asc', limit: 1 };
  const answer = await api.askAnyway('GET', 'posts/', { query });
  judgeGhost(answer, api.now());
  return seen(answer);
}

/** A post by its id, as it is now. Throws DeliveryError `gone` where it is not there any more. */
export async function readGhostPost(api: GhostApi, id: string): Promise<SeenPost | null> {
  const answer = await api.askAnyway('GET', `posts/${encodeURIComponent(id)}/`, { query: POST_QUERY });
  judgeGhost(answer, api.now());
  return seen(answer);
}

function seen(answer: SiteAnswer): SeenPost | null {
  const [post] = readAs(answer, ghostPostsSchema, GHOST_ANSWERS).posts;
  return post ? { post, at: Date.parse(answer.headers.date ?? '') } : null;
}
