import { describeTarget } from '../describeTarget.ts';
import { ghost } from './GhostDesk.ts';
import { GhostReader } from './GhostReader.ts';

describeTarget('a Ghost', ghost !== null, async () => {
  if (!ghost) throw new Error('There is no site');
  const { url, key } = ghost;
  const reader = new GhostReader(ghost);
  return {
    target: (desk) => desk.addGhost(url, key),
    look: async (headline) => {
      const posts = await reader.posts(headline);
      return { count: posts.length, text: JSON.stringify(posts) };
    },
    close: async () => undefined,
  };
});
