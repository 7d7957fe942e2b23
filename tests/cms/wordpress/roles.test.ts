import { describe, expect, it } from 'vitest';
import { layDesk, wordPress } from './StoryDesk.ts';

describe.skipIf(!wordPress)('an account that may not do everything', () => {
  const own = layDesk();

  it('an author’s story arrives without the category he may not make, and the receipt says so', async () => {
    const { story, blocks } = await own.story(`role${Date.now()}`);
    own.desk.change(story, blocks, { categories: ['Nobody made this one'] });
    const receipt = await own.desk.sent(story, own.target('author'));
    expect(receipt.differences).toEqual([
      'The site has no category “Nobody made this one”, and your account may not make one.',
    ]);
  });

  it('a contributor may not upload: the job says what is missing', async () => {
    const { story } = await own.story(`role${Date.now()}`);
    const job = await own.desk.settled(own.desk.send(story, own.target('contributor')).id);
    expect(job.ask).toMatchObject({ code: 'forbidden' });
    expect(job.ask?.message).toContain('Your account may not make this on the site.');
  });

  it('a contributor who may not publish can send for review instead', async () => {
    const { story, blocks } = await own.story(`role${Date.now()}`);
    own.desk.change(
      story,
      blocks.filter(({ type }) => type !== 'figure'),
    );
    const job = await own.desk.settled(own.desk.send(story, own.target('contributor', { status: 'publish' })).id);
    expect(job.ask?.choices[0]).toBe('sendAsPending');
    own.desk.library.outbox.act(job.id, 'sendAsPending');
    expect((await own.desk.settled(job.id)).receipt?.status).toBe('pending');
    expect(await own.reader.posts(story.fields.headline)).toHaveLength(1);
  });

  it('an embargo schedules what would be published', async () => {
    const { story, blocks } = await own.story(`role${Date.now()}`);
    own.desk.change(story, blocks, { embargo: '2031-03-04T05:06:07.000Z' });
    const receipt = await own.desk.sent(story, own.target('editor', { status: 'publish' }));
    expect(receipt).toMatchObject({ status: 'future', differences: [] });
    const post = (await own.reader.ask('GET', `posts/${receipt.remoteId}?context=edit`)) as { date_gmt: string };
    expect(post.date_gmt).toBe('2031-03-04T05:06:07');
  });

  it('a test tells each person what works', async () => {
    const test = (role: 'editor' | 'author' | 'contributor') => own.desk.library.outbox.test(own.target(role).id);
    const states = ({ lines }: Awaited<ReturnType<typeof test>>) =>
      Object.fromEntries(lines.map(({ words, state }) => [words, state]));
    expect(states(await test('editor'))).toMatchObject({ 'Publish and schedule': 'works', 'Upload pictures': 'works' });
    expect(states(await test('author'))).toMatchObject({
      'Make new categories': 'notAllowed',
      'Upload pictures': 'works',
    });
    expect(states(await test('contributor'))).toMatchObject({
      ...{ 'Upload pictures': 'notAllowed', 'Publish and schedule': 'notAllowed', 'Make drafts': 'works' },
    });
  });

  it('a wrong password is told by a test, stops everything to that target, and a right one lets it go on', async () => {
    if (!wordPress) return;
    const target = own.target();
    own.desk.library.targets.unlock(target.id, 'wrong wrong wrong');
    const report = await own.desk.library.outbox.test(target.id);
    expect(report.lines.at(-1)).toMatchObject({ state: 'failed' });
    const first = (await own.story(`locked${Date.now()}`)).story;
    const second = (await own.story(`locked${Date.now()}b`)).story;
    const job = await own.desk.settled(own.desk.send(first, target).id);
    expect(job.ask).toMatchObject({ code: 'unauthorised', choices: ['unlock', 'retry', 'cancel'] });
    const behind = own.desk.send(second, target);
    expect(own.desk.job(behind.id).state).toBe('queued');
    own.desk.library.targets.unlock(target.id, wordPress.people.editor.secret);
    own.desk.library.outbox.unlocked(target.id);
    expect((await own.desk.settled(job.id)).state).toBe('sent');
    expect((await own.desk.settled(behind.id)).state).toBe('sent');
  });
});
