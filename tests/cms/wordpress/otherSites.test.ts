import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paragraph } from '../NewsroomLibrary.ts';
import { layDesk, wordPress } from './StoryDesk.ts';
import { WordPressSite } from './WordPressSite.ts';

describe.skipIf(!wordPress).each([
  ['in a folder of its host', { path: '/news' }, /^POST \/news\/wp-json\/wp\/v2\/posts/],
  [
    'without pretty addresses, in a folder too',
    { path: '/desk/news', isPretty: false },
    /^POST \/desk\/news\/\?rest_route=%2Fwp%2Fv2/,
  ],
])('a WordPress %s', (_what, shape, post) => {
  let site: WordPressSite | null = null;
  beforeAll(async () => {
    site = await WordPressSite.start(shape);
  });
  afterAll(() => site?.stop());
  const own = layDesk(() => site?.facts ?? null);

  it('is found and tested, gets a story once though its answer is lost, and the update in place', async () => {
    const target = own.target('editor', { lead: 'inText' });
    const { lines } = await own.desk.library.outbox.test(target.id);
    expect(lines.filter(({ state }) => state === 'failed')).toEqual([]);
    const mark = `elsewhere${Date.now()}`;
    const { story, blocks } = await own.story(mark);
    let isLost = false;
    own.line.order = (_index, line) => {
      if (isLost || !post.test(line)) return null;
      isLost = true;
      return { kind: 'cutAnswer', after: 0 };
    };
    const { id } = own.desk.send(story, target);
    while (own.desk.job(id).state !== 'waiting') await new Promise((done) => setTimeout(done, 20));
    own.desk.library.outbox.hurry(id);
    const first = await own.desk.settled(id);
    expect(first).toMatchObject({ state: 'sent', receipt: { pictures: 1, differences: [] } });
    expect(isLost).toBe(true);
    own.desk.change(story, [...blocks, paragraph('A last line.')]);
    const second = await own.desk.sent(story, target);
    expect(second).toMatchObject({ isUpdate: true, remoteId: first.receipt?.remoteId, differences: [] });
    expect(second.editUrl).toMatch(/\/wp-admin\/post\.php\?post=/);
    const posts = await own.reader.posts(story.fields.headline);
    const files = await own.reader.media(`the bank at ${mark}`);
    expect([posts.length, files.length]).toEqual([1, 1]);
    expect(posts[0]?.content.raw).toContain('A last line.');
    expect(posts[0]?.content.raw).toContain(`wp-image-${files[0]?.id}`);
    expect((await fetch(files[0]?.source_url ?? '')).status).toBe(200);
  });
});
