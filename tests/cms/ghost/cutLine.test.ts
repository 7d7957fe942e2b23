import { describe, expect, it } from 'vitest';
import { arrived } from '../arrived.ts';
import { cutAt } from '../cutAt.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';

/** How many places the line is cut at; more by STET_CUTS. */
const CUTS = Number(process.env['STET_CUTS'] ?? 40);

describe.skipIf(!ghost)('a line to a Ghost that is cut anywhere', () => {
  const own = layGhostDesk();

  it(`leaves one whole story and each file once (${CUTS} cuts)`, async () => {
    const target = own.target({ lead: 'inText' });
    // What a delivery asks, and how much of it there is.
    own.line.forget();
    await own.desk.sent((await own.story(`whole${Date.now()}`)).story, target);
    const sizes = own.line.sizes.map((size) => ({ ...size }));
    expect(sizes.length).toBeGreaterThan(4);
    const marks: string[] = [];
    for (let cut = 0; cut < CUTS; cut += 1) {
      const { index, fault } = cutAt(cut, sizes);
      const mark = `cut${Date.now()}x${cut}`;
      marks.push(mark);
      const { story } = await own.story(mark);
      own.line.forget();
      own.line.order = (at) => (at === index ? fault : null);
      const job = await arrived(own.desk, own.desk.send(story, target).id);
      expect({ cut, fault, state: job.state, differences: job.receipt?.differences }).toEqual({
        ...{ cut, fault, state: 'sent', differences: [] },
      });
    }
    for (const mark of marks) {
      const posts = await own.reader.posts(`Tides of ${mark}`);
      expect([mark, posts.length, posts[0]?.status]).toEqual([mark, 1, 'draft']);
      for (const words of [`It began at ${mark}.`, 'The salt stayed.', 'So did they.'])
        expect(posts[0]?.html).toContain(words);
      const image = (await own.reader.nodes(posts[0]?.id ?? '')).find(({ type }) => type === 'image');
      expect((await fetch(image?.src ?? '')).status).toBe(200);
      expect((await fetch((image?.src ?? '').replace('.jpg', '-1.jpg'))).status).toBe(404);
    }
  }, 900_000);
});
