import { describe, expect, it } from 'vitest';
import type { Job } from '../../../shared/targets/job.ts';
import { arrived, paused } from '../arrived.ts';
import { httpAnswer, type Fault } from '../FaultProxy.ts';
import { ghost, layGhostDesk } from './GhostDesk.ts';

const POST_POST = /^POST \/ghost\/api\/admin\/posts\//;
const POST_IMAGE = /^POST \/ghost\/api\/admin\/images\/upload\//;
const JSON_TYPE = { 'content-type': 'application/json' };

function refusal(status: number, error: Readonly<Record<string, string>>): Fault {
  return { kind: 'instead', text: httpAnswer(status, JSON.stringify({ errors: [error] }), JSON_TYPE) };
}

describe.skipIf(!ghost)('a Ghost over a bad line', () => {
  const own = layGhostDesk();
  let count = 0;

  /** Everything a site has of a story, by the mark it was made with: one post, one picture, whole. */
  async function expectOnce(headline: string): Promise<void> {
    const posts = await own.reader.posts(headline);
    expect(posts).toHaveLength(1);
    expect(posts[0]?.slug).not.toMatch(/-2$/);
    const image = (await own.reader.nodes(posts[0]?.id ?? '')).find(({ type }) => type === 'image');
    // A second upload of the same file would be called …-1.
    expect(image?.src).toMatch(/-[0-9a-f]{12}\.jpg$/);
    expect((await fetch(image?.src ?? '')).status).toBe(200);
    expect((await fetch((image?.src ?? '').replace('.jpg', '-1.jpg'))).status).toBe(404);
  }

  /** Sends with one fault at the first request of this kind; answers how it stood then, and how it ended. */
  async function withFault(fault: Fault, request: RegExp): Promise<{ first: Job; last: Job; headline: string }> {
    const { story } = await own.story(`line${(count += 1)}x${Date.now()}`);
    let isDone = false;
    own.line.order = (_index, line) => {
      if (isDone || !request.test(line)) return null;
      isDone = true;
      return fault;
    };
    const { id } = own.desk.send(story, own.target({ lead: 'inText' }));
    const first = await paused(own.desk, id);
    expect(isDone).toBe(true);
    if (first.state !== 'sent') own.desk.library.outbox.act(id, 'retry');
    return { first, last: await arrived(own.desk, id), headline: story.fields.headline };
  }

  it.each([
    ['a lost answer to the post', { kind: 'cutAnswer', after: 0 }, POST_POST],
    ['half an answer to the post', { kind: 'cutAnswer', after: 500 }, POST_POST],
    ['a lost answer to the picture', { kind: 'cutAnswer', after: 0 }, POST_IMAGE],
    ['half a picture', { kind: 'cutRequest', after: 4000 }, POST_IMAGE],
    ['502 after the post was made', { kind: 'answer', text: httpAnswer(502, '<h1>Bad gateway</h1>') }, POST_POST],
    ['504 after the picture was taken', { kind: 'answer', text: httpAnswer(504, '<h1>Time-out</h1>') }, POST_IMAGE],
    ['a login page of a Wi-Fi', { kind: 'instead', text: httpAnswer(200, '<title>Airport</title>Log in') }, POST_POST],
    ['a login page where a picture is looked for', { kind: 'instead', text: httpAnswer(200, '') }, /^HEAD/],
  ] as const)('%s: it arrives once', async (_what, fault, request) => {
    const { last, headline } = await withFault(fault, request);
    expect(last).toMatchObject({ state: 'sent', receipt: { differences: [], isUpdate: false } });
    await expectOnce(headline);
  });

  it.each([
    [401, { code: 'UNKNOWN_ADMIN_API_KEY', message: 'Unknown Admin API Key' }, 'needsYou', /Admin API key/],
    [403, { type: 'NoPermissionError', message: 'No' }, 'needsYou', /integration may not/],
    [406, { code: 'UPDATE_CLIENT', message: 'Client request' }, 'needsYou', /version of Stet/],
    [413, { message: 'request entity too large' }, 'needsYou', /larger than the site takes/],
    [415, { type: 'UnsupportedMediaTypeError', message: 'Please select a valid image.' }, 'needsYou', /kind of file/],
    [400, { type: 'BadRequestError', message: 'Input buffer is damaged' }, 'needsYou', /does not take the file/],
    [
      422,
      { type: 'ValidationError', message: 'Validation failed', context: 'ref too long' },
      'needsYou',
      /does not take the file/,
    ],
    [429, { type: 'TooManyRequestsError', message: 'Slow down' }, 'waiting', /too many requests/],
    [500, { type: 'InternalServerError', message: 'SQLITE_BUSY' }, 'waiting', /SQLITE_BUSY/],
  ] as const)('%i %o: %s', async (status, error, state, words) => {
    const { first, last, headline } = await withFault(refusal(status, error), POST_IMAGE);
    expect(first.state).toBe(state);
    expect(first.ask?.message ?? first.words).toMatch(words);
    expect(last.state).toBe('sent');
    await expectOnce(headline);
  });

  it('503 while Ghost starts: it waits', async () => {
    const { first, headline } = await withFault(
      { kind: 'instead', text: httpAnswer(503, '<h1>Starting</h1>') },
      POST_POST,
    );
    expect(first).toMatchObject({ state: 'waiting', words: expect.stringContaining('maintained') });
    await expectOnce(headline);
  });

  it('a redirect to another host: the key is not sent there', async () => {
    const away = httpAnswer(302, '', { location: 'https://evil.example/ghost/api/admin/posts/' });
    const { first } = await withFault({ kind: 'instead', text: away }, POST_IMAGE);
    expect(first.ask?.message).toMatch(/password was not sent/);
  });

  it('nothing there is a Ghost: said as such', async () => {
    const { story } = await own.story(`none${Date.now()}`);
    own.line.order = (_index, line) =>
      line.startsWith('HEAD') ? null : { kind: 'instead', text: httpAnswer(404, '<h1>Not found</h1>') };
    const job = await own.desk.settled(own.desk.send(story, own.target()).id);
    expect(job.ask).toMatchObject({ code: 'noApi', message: expect.stringContaining('no Ghost') });
  });

  it('wrong types, huge answers, answers without end: a clear sentence, no crash', async () => {
    const { story } = await own.story(`hostile${Date.now()}`);
    const target = own.target();
    const answers = [
      '[1,2,3]',
      '{"posts":{}}',
      '{"posts":[{"id":7}]}',
      'null',
      '{"images":[{"url":"no"}]}',
      `"${'x'.repeat(17_000_000)}"`,
    ];
    for (const body of answers) {
      own.line.order = (_index, line) =>
        line.startsWith('HEAD') ? null : { kind: 'instead', text: httpAnswer(200, body, JSON_TYPE) };
      const { id } = own.desk.send(story, target);
      const job = await paused(own.desk, id);
      expect(job.state).not.toBe('sent');
      expect(job.ask?.code).not.toBe('unexpected');
      own.desk.library.outbox.act(id, 'cancel');
    }
    own.line.order = () => null;
    await own.desk.sent(story, target);
    await expectOnePost(story.fields.headline);
  });

  async function expectOnePost(headline: string): Promise<void> {
    expect(await own.reader.posts(headline)).toHaveLength(1);
  }

  it('text first: the text is a draft until somebody sends the pictures', async () => {
    const { story } = await own.story(`metered${Date.now()}`);
    const target = own.target({ status: 'publish', lead: 'inText' });
    const held = await own.desk.settled(own.desk.send(story, target, true).id);
    expect(held).toMatchObject({ state: 'held', receipt: { status: 'draft', pictures: 0, differences: [] } });
    const [draft] = await own.reader.posts(story.fields.headline);
    expect(draft?.html).toContain('The salt stayed.');
    const [image] = (await own.reader.nodes(draft?.id ?? '')).filter(({ type }) => type === 'image');
    expect(image).toMatchObject({ src: '', caption: expect.stringContaining('Imran Dars') });
    own.desk.library.outbox.act(held.id, 'sendPictures');
    const sent = await own.desk.settled(held.id);
    expect(sent).toMatchObject({ state: 'sent', receipt: { status: 'published', pictures: 1, differences: [] } });
    await expectOnce(story.fields.headline);
  });

  it('a story whose slug is changed between two tries is one post', async () => {
    const { story, blocks } = await own.story(`renamed${Date.now()}`);
    const target = own.target({ lead: 'inText' });
    own.line.order = (_index, line) => (POST_POST.test(line) ? { kind: 'cutAnswer', after: 0 } : null);
    const { id } = own.desk.send(story, target);
    await paused(own.desk, id);
    own.desk.library.outbox.act(id, 'cancel');
    own.line.order = () => null;
    own.desk.change(story, blocks, { slug: 'quite-another-slug' });
    await own.desk.sent(story, target);
    await expectOnce(story.fields.headline);
  });
});
