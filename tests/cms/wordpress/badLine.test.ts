import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../shared/targets/job.ts';
import { httpAnswer, type Fault } from '../FaultProxy.ts';
import { layDesk, wordPress } from './StoryDesk.ts';

const POST_POSTS = /^POST \/wp-json\/wp\/v2\/posts\?/;
const POST_MEDIA = /^POST \/wp-json\/wp\/v2\/media/;

describe.skipIf(!wordPress)('over a bad line', () => {
  const own = layDesk();

  /** Goes on whenever the job waits, as time would make it. */
  async function arrived(id: Job['id']): Promise<Job> {
    for (let tries = 0; tries < 400; tries += 1) {
      const job = own.desk.job(id);
      if (['sent', 'needsYou', 'cancelled'].includes(job.state)) return job;
      if (job.state === 'waiting') own.desk.library.outbox.act(id, 'retry');
      await wait(25);
    }
    throw new Error(`It does not arrive: ${JSON.stringify(own.desk.job(id))}`);
  }

  async function expectOnce(headline: string, mark: string): Promise<void> {
    const posts = await own.reader.posts(headline);
    expect(posts).toHaveLength(1);
    const files = await own.reader.media(`the bank at ${mark}`);
    expect(files).toHaveLength(1);
    expect(posts[0]?.content.raw).toContain(`wp-image-${files[0]?.id}`);
    expect(posts[0]?.slug).not.toMatch(/-2$/);
  }

  /** Sends with one fault at the first request of this kind; answers how it stood when it came to rest or waited. */
  async function withFault(
    fault: Fault,
    request: RegExp,
  ): Promise<{ first: Job; last: Job; headline: string; mark: string }> {
    const mark = `line${Date.now()}${Math.floor(Math.random() * 1000)}`;
    const { story } = await own.story(mark);
    let isDone = false;
    own.line.order = (_index, line) => {
      if (isDone || !request.test(line)) return null;
      isDone = true;
      return fault;
    };
    const { id } = own.desk.send(story, own.target());
    let first = own.desk.job(id);
    for (let tries = 0; tries < 400 && !['sent', 'needsYou', 'waiting'].includes(first.state); tries += 1) {
      await wait(25);
      first = own.desk.job(id);
    }
    expect(isDone).toBe(true);
    if (first.state === 'needsYou') own.desk.library.outbox.act(id, 'retry');
    return { first, last: await arrived(id), headline: story.fields.headline, mark };
  }

  it.each([
    ['a lost answer to the post', { kind: 'cutAnswer', after: 0 }, POST_POSTS],
    ['a lost answer to the picture', { kind: 'cutAnswer', after: 0 }, POST_MEDIA],
    ['half an answer', { kind: 'cutAnswer', after: 300 }, POST_POSTS],
    ['half a picture', { kind: 'cutRequest', after: 4000 }, POST_MEDIA],
    ['502 after the post was made', { kind: 'answer', text: httpAnswer(502, '<h1>Bad gateway</h1>') }, POST_POSTS],
    ['504 after the picture was taken', { kind: 'answer', text: httpAnswer(504, '<h1>Time-out</h1>') }, POST_MEDIA],
    [
      'a login page of a Wi-Fi',
      { kind: 'instead', text: httpAnswer(200, '<title>Airport</title>Please log in') },
      POST_POSTS,
    ],
    [
      'a warning of a plug-in before the JSON',
      { kind: 'answer', text: httpAnswer(201, 'Warning: foo() {"id":1}', { 'content-type': 'application/json' }) },
      POST_POSTS,
    ],
    ['a post delivered twice', { kind: 'twice' }, /^GET \/wp-json\/wp\/v2\/posts/],
  ] as const)('%s: it arrives once', async (_what, fault, request) => {
    const { last, headline, mark } = await withFault(fault, request);
    expect(last).toMatchObject({ state: 'sent', receipt: { differences: [] } });
    await expectOnce(headline, mark);
  });

  it.each([
    [429, { 'retry-after': '120' }, '', 'waiting', /too many requests/],
    [429, {}, '', 'waiting', /too many requests/],
    [503, { 'retry-after': '600' }, '', 'waiting', /maintained/],
    [
      500,
      {},
      '{"code":"wp_die","message":"Error establishing a database connection"}',
      'waiting',
      /database connection/,
    ],
    [500, {}, '{"code":"rest_upload_sideload_error","message":"Not this type"}', 'needsYou', /does not take a file/],
    [413, {}, '<h1>413 Request Entity Too Large</h1>', 'needsYou', /larger than the site takes/],
    [400, {}, '{"code":"rest_upload_no_content_disposition","message":"x"}', 'needsYou', /larger than the site takes/],
    [415, {}, '{}', 'needsYou', /kind of file/],
    [412, {}, '{"code":"rest_upload_hash_mismatch","message":"x"}', 'waiting', /damaged/],
    [401, {}, '{"code":"rest_not_logged_in","message":"x"}', 'needsYou', /application password/],
    [403, {}, '<h1>Forbidden</h1>', 'needsYou', /firewall/],
    [
      422,
      {},
      '{"code":"rest_invalid_param","message":"x","data":{"params":{"title":"too long"}}}',
      'needsYou',
      /title: too long/,
    ],
    [409, {}, '{}', 'needsYou', /changed meanwhile/],
    [302, { location: 'https://evil.example/' }, '', 'needsYou', /password was not sent/],
  ] as const)('%i %o %s: %s', async (status, headers, body, state, words) => {
    const { first, last, headline, mark } = await withFault(
      {
        kind: 'instead',
        text: httpAnswer(status, body, {
          'content-type': body.startsWith('{') ? 'application/json' : 'text/html',
          ...headers,
        }),
      },
      POST_MEDIA,
    );
    expect(first.state).toBe(state);
    expect(first.ask?.message ?? first.words).toMatch(words);
    const asked = 'retry-after' in headers ? Number(headers['retry-after']) * 1000 : null;
    if (asked !== null) expect(Date.parse(first.nextAt ?? '') - Date.now()).toBeGreaterThan(asked - 10_000);
    expect(last.state).toBe('sent');
    await expectOnce(headline, mark);
  });

  it('five failures that may pass, and a person is asked', async () => {
    const { story } = await own.story(`five${Date.now()}`);
    own.line.order = () => ({ kind: 'instead', text: httpAnswer(500, '{"code":"x","message":"Broken"}') });
    const { id } = own.desk.send(story, own.target());
    const deadline = Date.now() + 60_000;
    while (own.desk.job(id).state !== 'needsYou' && Date.now() < deadline) {
      // Time goes by: what waits is due.
      own.desk.library.outbox.hurry(id);
      await wait(25);
    }
    expect(own.desk.job(id)).toMatchObject({
      state: 'needsYou',
      ask: { code: 'server', choices: ['retry', 'cancel'] },
    });
  });

  it('nobody there: it waits without counting, and goes on by itself when the line is back', async () => {
    const { story } = await own.story(`away${Date.now()}`);
    const target = own.target();
    own.desk.library.targets.save({ ...target, address: 'http://127.0.0.1:9' });
    own.desk.library.targets.unlock(target.id, wordPress?.people.editor.secret ?? '');
    const { id } = own.desk.send(story, target);
    while (own.desk.job(id).state !== 'waiting') await wait(25);
    expect(own.desk.job(id)).toMatchObject({ attempts: 0, words: expect.stringContaining('Waiting for the network') });
    own.desk.library.targets.save(target);
    own.desk.library.targets.unlock(target.id, wordPress?.people.editor.secret ?? '');
    own.desk.library.outbox.tryNow();
    expect((await own.desk.settled(id)).state).toBe('sent');
  });

  it('an answer that does not end is cut off; wrong types are refused; nothing crashes', async () => {
    const mark = `hostile${Date.now()}`;
    const { story } = await own.story(mark);
    const answers = [
      '[1,2,3]',
      '{"name":7,"namespaces":"wp/v2"}',
      'null',
      '{"namespaces":{"a":1}}',
      `"${'x'.repeat(17_000_000)}"`,
    ];
    for (const body of answers) {
      own.line.order = () => ({ kind: 'instead', text: httpAnswer(200, body, { 'content-type': 'application/json' }) });
      const { id } = own.desk.send(story, own.target());
      while (!['waiting', 'needsYou'].includes(own.desk.job(id).state)) await wait(25);
      own.desk.library.outbox.act(id, 'cancel');
      await wait(50);
    }
    own.line.order = () => null;
    expect((await own.desk.settled(own.desk.send(story, own.target()).id)).state).toBe('sent');
  });

  it('text first: the text is a draft until somebody sends the pictures', async () => {
    const mark = `metered${Date.now()}`;
    const { story } = await own.story(mark);
    const target = own.target('editor', { status: 'publish', lead: 'inText' });
    const held = await own.desk.settled(own.desk.send(story, target, true).id);
    expect(held).toMatchObject({ state: 'held', receipt: { status: 'draft', pictures: 0 } });
    const [draft] = await own.reader.posts(story.fields.headline);
    expect(draft?.content.raw).toContain('The salt stayed.');
    expect(await own.reader.media(`the bank at ${mark}`)).toHaveLength(0);
    own.desk.library.outbox.act(held.id, 'sendPictures');
    const sent = await own.desk.settled(held.id);
    expect(sent).toMatchObject({ state: 'sent', receipt: { status: 'publish', pictures: 1, differences: [] } });
    await expectOnce(story.fields.headline, mark);
  });

  it('pause stops it, resume goes on where it was, cancel ends it', async () => {
    const mark = `pause${Date.now()}`;
    const { story } = await own.story(mark);
    own.line.order = (_index, line) => (POST_MEDIA.test(line) ? { kind: 'stall', after: 100 } : null);
    const { id } = own.desk.send(story, own.target());
    while (!own.line.requests.some((line) => POST_MEDIA.test(line))) await wait(25);
    own.desk.library.outbox.act(id, 'pause');
    expect(own.desk.job(id).state).toBe('paused');
    own.line.order = () => null;
    own.desk.library.outbox.act(id, 'resume');
    expect((await own.desk.settled(id)).state).toBe('sent');
    await expectOnce(story.fields.headline, mark);
    own.line.order = () => ({ kind: 'stall', after: 10 });
    const again = own.desk.send(story, own.target());
    while (own.desk.job(again.id).state !== 'sending') await wait(25);
    own.desk.library.outbox.act(again.id, 'cancel');
    expect(own.desk.job(again.id).state).toBe('cancelled');
  });

  it('no answer of the site and no log ever holds the secret', async () => {
    const { story } = await own.story(`secret${Date.now()}`);
    const target = own.target();
    await own.desk.sent(story, target);
    const { secret } = wordPress?.people.editor ?? { secret: '' };
    const folder = join(own.desk.root, 'library');
    const login = Buffer.from(`editor:${secret}`).toString('base64');
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const bytes = readFileSync(join(name.parentPath, name.name)).toString('latin1');
      expect(bytes.includes(secret) || bytes.includes(login)).toBe(false);
    }
  });
});
