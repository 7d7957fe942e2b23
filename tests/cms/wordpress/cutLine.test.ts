import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cutAt } from '../cutAt.ts';
import { layDesk, wordPress } from './StoryDesk.ts';

/** How many places the line is cut at (issue 4: at least 200 a run); more by STET_CUTS. */
const CUTS = Number(process.env['STET_CUTS'] ?? 200);

describe.skipIf(!wordPress)('a line that is cut anywhere', () => {
  const own = layDesk();

  it(
    `leaves one whole story and each file once (${CUTS} cuts)`,
    async () => {
      const target = own.target();
      // What a delivery asks, and how much of it there is.
      const whole = await own.story(`whole${Date.now()}`);
      own.line.forget();
      await own.desk.sent(whole.story, target);
      const sizes = own.line.sizes.map((size) => ({ ...size }));
      expect(sizes.length).toBeGreaterThan(5);
      const marks: string[] = [];
      for (let cut = 0; cut < CUTS; cut += 1) {
        const { index, fault } = cutAt(cut, sizes);
        const mark = `cut${Date.now()}x${cut}`;
        marks.push(mark);
        const { story } = await own.story(mark);
        own.line.forget();
        own.line.order = (at) => (at === index ? fault : null);
        const { id } = own.desk.send(story, target);
        for (let tries = 0; own.desk.job(id).state !== 'sent'; tries += 1) {
          const { state } = own.desk.job(id);
          if (tries > 2000 || state === 'needsYou') throw new Error(`Cut ${cut}: ${JSON.stringify(own.desk.job(id))}`);
          own.desk.library.outbox.hurry(id);
          await wait(10);
        }
        const { receipt } = own.desk.job(id);
        expect({ cut, fault, differences: receipt?.differences }).toEqual({ cut, fault, differences: [] });
      }
      for (const mark of marks) {
        const posts = await own.reader.posts(`Tides of ${mark}`);
        const files = await own.reader.media(`the bank at ${mark}`);
        expect([mark, posts.length, files.length]).toEqual([mark, 1, 1]);
        const [post] = posts;
        expect(post?.status).toBe('draft');
        for (const words of [`It began at ${mark}.`, 'The salt stayed.', 'So did they.', `wp-image-${files[0]?.id}`])
          expect(post?.content.raw).toContain(words);
      }
    },
    Math.max(1_200_000, CUTS * 6000),
  );
});
