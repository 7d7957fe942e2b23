import { z } from 'zod';
import { foldText } from '../../../../../shared/lang/foldText.ts';
import { MOST_LISTED, type RemoteStory } from '../../../../../shared/targets/remoteStory.ts';
import type { GhostApi } from '../GhostApi.ts';
import { filterPiece } from '../filterPiece.ts';

const listedSchema = z.object({
  posts: z.array(
    z.object({
      ...{ id: z.string(), title: z.string(), status: z.string() },
      updated_at: z.iso.datetime().nullable().catch(null),
      authors: z.array(z.object({ name: z.string() })).catch([]),
    }),
  ),
});

/** The posts whose headline has these words, the last changed first. */
export async function listGhostPosts(api: GhostApi, words: string): Promise<RemoteStory[]> {
  const piece = filterPiece(words);
  const query = {
    ...{ order: 'updated_at desc', limit: MOST_LISTED, fields: 'id,title,status,updated_at', include: 'authors' },
    ...(piece !== null && { filter: `title:~'${piece}'` }),
  };
  const { posts } = await api.ask('GET', 'posts/', listedSchema, { query });
  const wanted = foldText(words).split(/\s+/).filter(Boolean);
  return posts
    .filter(({ title }) => wanted.every((word) => foldText(title).includes(word)))
    .map(({ id, title, status, updated_at, authors }) => ({
      ...{ remoteId: id, headline: title, status, changedAt: updated_at, by: authors[0]?.name ?? '' },
    }));
}
