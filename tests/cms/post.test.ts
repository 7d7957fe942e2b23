import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../shared/targets/job.ts';
import {
  DEFAULT_PROFILE,
  WIRE_FORMATS,
  type Target,
  type TargetId,
  type TargetProfile,
} from '../../shared/targets/target.ts';
import { drawPicture } from '../fixtures/pictures/drawPicture.ts';
import { FaultProxy, httpAnswer, type Fault } from './FaultProxy.ts';
import { arrived } from './arrived.ts';
import { NewsroomLibrary, paragraph } from './NewsroomLibrary.ts';
import { ReceiverStandIn } from './ReceiverStandIn.ts';

const STORY = /^POST \/push /;
const FILE = /^POST \/push_binary /;

describe('a story posted to a receiver', () => {
  let desk: NewsroomLibrary;
  let receiver: ReceiverStandIn;
  let line: FaultProxy;
  async function lay(entry: TargetProfile['entry'] = 'password'): Promise<void> {
    desk = new NewsroomLibrary();
    receiver = await ReceiverStandIn.start(entry);
    line = await FaultProxy.to(receiver.url);
  }
  beforeEach(() => lay());
  afterEach(clear);
  async function clear(): Promise<void> {
    desk.close();
    await line.close();
    await receiver.close();
  }

  function target(own: Partial<TargetProfile> = {}, secret = ReceiverStandIn.secret): Target {
    const one: Target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Night wire', kind: 'http', address: `${line.url}/push` },
      account: ReceiverStandIn.account,
      profile: { ...DEFAULT_PROFILE, filesAddress: `${line.url}/push_binary`, ...own },
    };
    desk.library.targets.save(one);
    desk.library.targets.unlock(one.id, secret);
    return one;
  }

  async function story() {
    const path = join(desk.root, 'IMG_0007_source.jpg');
    writeFileSync(path, await drawPicture({ type: 'image/jpeg', width: 300, height: 200 }));
    const figure = await desk.addPicture(path, 'The bank at noon', 'Imran Dars');
    const blocks = [paragraph('The tanker came.'), figure, paragraph('The salt stayed.')];
    return { story: desk.addStory({}, ...blocks), blocks };
  }

  /** The job once it has stopped for the first time, with one fault at the first request of this kind. */
  async function withFault(fault: Fault, request: RegExp): Promise<Job> {
    const { story: sent } = await story();
    let isDone = false;
    line.order = (_index, first) => {
      if (isDone || !request.test(first)) return null;
      isDone = true;
      return fault;
    };
    const { id } = desk.send(sent, target());
    for (let tries = 0; tries < 400; tries += 1) {
      const job = desk.job(id);
      if (['sent', 'needsYou', 'waiting'].includes(job.state)) return job;
      await wait(20);
    }
    throw new Error('It does not stop');
  }

  it.each(['password', 'token', 'signature'] as const)(
    'is there with its file, which the item names by its address, entered by %s',
    async (entry) => {
      await clear();
      await lay(entry);
      const { story: sent } = await story();
      const receipt = await desk.sent(sent, target({ entry, format: 'ninjs-superdesk' }));
      expect(receipt).toMatchObject({
        ...{ remoteId: 'urn:here:1', status: 'received', answer: '201 {"guid":"urn:here:1"}', isUpdate: false },
        ...{ pictures: 1, differences: [], sha256: sha256(receiver.items[0]?.text ?? '') },
      });
      const item = JSON.parse(receiver.items[0]?.text ?? '') as {
        guid: string;
        body_html: string;
        associations: { featuremedia: { renditions: { original: { href: string; media: string } } } };
      };
      const { href, media } = item.associations.featuremedia.renditions.original;
      expect(item.guid).toBe(`urn:uuid:${sent.id}`);
      expect(href).toBe(`${line.url}/push_binary/${media}`);
      expect(item.body_html).toContain(`src="${href}"`);
      expect([...receiver.files.keys()]).toEqual([media]);
      const bytes = receiver.files.get(media) ?? Buffer.alloc(0);
      expect(media).toContain(sha256(bytes).slice(0, 12));
      expect(receiver.items[0]?.text).not.toContain('IMG_0007');
    },
  );

  it('goes in every format of the wire, each under its own media type', async () => {
    const { story: sent } = await story();
    for (const format of WIRE_FORMATS) await desk.sent(sent, target({ format }));
    expect(receiver.items.map(({ type }) => type)).toEqual([
      ...['application/json', 'application/json', 'application/json'],
      'application/vnd.iptc.g2.newsmessage+xml; charset=utf-8',
      ...['application/nitf+xml; charset=utf-8', 'application/nitf+xml; charset=utf-8'],
    ]);
    for (const { text } of receiver.items) expect(text).toContain(`${line.url}/push_binary/the-bank-at-noon-`);
    expect(receiver.uploads).toBe(1);
  });

  it('sent again is a later version of the same item under another key, and its file stays where it is', async () => {
    const { story: sent, blocks } = await story();
    const wire = target();
    await desk.sent(sent, wire);
    await wait(2100);
    desk.change(sent, [...blocks, paragraph('A last line.')]);
    const cost = await desk.library.outbox.estimate(sent.id, wire.id);
    expect(cost).toMatchObject({ isUpdate: true, pictures: [{ isThere: true }] });
    expect(await desk.sent(sent, wire)).toMatchObject({ isUpdate: true, pictures: 1 });
    const [first, second] = receiver.items.map(({ text }) => JSON.parse(text) as { uri: string; version: string });
    expect(receiver.items).toHaveLength(2);
    expect(second?.uri).toBe(first?.uri);
    expect(Number(second?.version)).toBeGreaterThan(Number(first?.version));
    expect(receiver.uploads).toBe(1);
  });

  it.each([
    ['a lost answer to the story', { kind: 'cutAnswer', after: 0 }, STORY],
    ['half an answer', { kind: 'cutAnswer', after: 100 }, STORY],
    ['504 after the story was taken', { kind: 'answer', text: httpAnswer(504, '<h1>Time-out</h1>') }, STORY],
    ['a lost answer to the file', { kind: 'cutAnswer', after: 0 }, FILE],
    ['half a file', { kind: 'cutRequest', after: 900 }, FILE],
    ['a file damaged on its way', { kind: 'instead', text: httpAnswer(412, '{}') }, FILE],
  ] as const)('%s: one item under one key, the same to the byte, and the file once', async (_what, fault, request) => {
    const job = await withFault(fault, request);
    expect(job.state).toBe('waiting');
    expect((await arrived(desk, job.id)).state).toBe('sent');
    expect(receiver.items).toHaveLength(1);
    expect(new Set(receiver.posted.map(({ text }) => text)).size).toBe(1);
    expect(receiver.uploads).toBe(1);
  });

  it.each([
    [200, {}, '<!DOCTYPE html><title>Airport</title>Please log in', STORY, 'waiting', /login page.*Please log in/],
    [429, { 'retry-after': '120' }, '', STORY, 'waiting', /too many requests/],
    [503, { 'retry-after': '600' }, '', FILE, 'waiting', /maintained/],
    [500, {}, '{"error":"queue down"}', STORY, 'waiting', /queue down/],
    [401, {}, '{}', STORY, 'needsYou', /does not take the name/],
    [403, {}, '{"error":"signature"}', STORY, 'needsYou', /does not let you in/],
    [404, {}, '{}', STORY, 'needsYou', /Nothing takes the story/],
    [409, {}, '{}', STORY, 'needsYou', /something else under this name/],
    [413, {}, '<h1>413</h1>', FILE, 'needsYou', /nothing as large as a file/],
    [415, {}, '{}', STORY, 'needsYou', /in this format/],
    [422, {}, '{"error":"headline missing"}', STORY, 'needsYou', /headline missing/],
    [302, { location: 'https://evil.example/' }, '', STORY, 'needsYou', /password was not sent/],
    [302, { location: '/elsewhere' }, '', STORY, 'needsYou', /Change the target’s address/],
  ] as const)('%i %o %s: %s: %s', async (status, headers, body, request, state, words) => {
    const type = body.startsWith('{') ? 'application/json' : 'text/html';
    const job = await withFault(
      { kind: 'instead', text: httpAnswer(status, body, { 'content-type': type, ...headers }) },
      request,
    );
    expect(job.state).toBe(state);
    expect(job.ask?.message ?? job.words).toMatch(words);
    const asked = 'retry-after' in headers ? Number(headers['retry-after']) * 1000 : null;
    if (asked !== null) expect(Date.parse(job.nextAt ?? '') - Date.now()).toBeGreaterThan(asked - 10_000);
    if (status === 413) expect(job.ask?.choices).toContain('shrink');
    if (status === 401) desk.library.outbox.unlocked(desk.library.targets.list()[0]?.id as TargetId);
    else desk.library.outbox.act(job.id, 'retry');
    expect((await arrived(desk, job.id)).state).toBe('sent');
    expect(receiver.items).toHaveLength(1);
  });

  it('a redirect to another host gets nothing at all', async () => {
    const { story: sent } = await story();
    const other = await ReceiverStandIn.start('token');
    const { url } = other;
    line.order = () => ({ kind: 'instead', text: httpAnswer(307, '', { location: `${url}/push` }) });
    const job = await desk.settled(desk.send(sent, target()).id);
    expect(job.ask?.code).toBe('redirected');
    expect([other.asked, other.posted]).toEqual([0, []]);
    await other.close();
  });

  it('without an address for files goes alone, without figures, and says what stayed', async () => {
    const { story: sent } = await story();
    const wire = target({ filesAddress: '' });
    const cost = await desk.library.outbox.estimate(sent.id, wire.id);
    expect(cost).toMatchObject({
      pictures: [],
      warnings: ['This target takes no files: 1 stays here, with caption and credit.'],
    });
    const receipt = await desk.sent(sent, wire);
    expect(receipt.pictures).toBe(0);
    expect(receipt.differences).toEqual([expect.stringContaining('no address for files')]);
    expect(receiver.items[0]?.text).toContain('The salt stayed.');
    expect(receiver.items[0]?.text).not.toMatch(/bank at noon|not included/);
  });

  it('is tested without posting anything, and says who is let in', async () => {
    const { lines } = await desk.library.outbox.test(target().id);
    expect(lines.map(({ state }) => state)).toEqual(['note', 'works']);
    const refused = await desk.library.outbox.test(target({}, 'wrong').id);
    expect(refused.lines.map(({ state }) => state)).toEqual(['failed', 'failed']);
    const closed = target();
    line.order = () => ({ kind: 'instead', text: httpAnswer(200, '<html>Log in</html>') });
    expect((await desk.library.outbox.test(closed.id)).lines.map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect([receiver.posted, receiver.uploads]).toEqual([[], 0]);
  });

  it('keeps its address to the letter, its files on the same site, and takes no token that is none', async () => {
    const wire = target();
    const save = (change: Partial<Target>) => () => desk.library.targets.save({ ...wire, ...change });
    save({ address: 'https://wire.example.org/push/', profile: DEFAULT_PROFILE })();
    expect(desk.library.targets.read(wire.id).address).toBe('https://wire.example.org/push/');
    expect(save({ address: 'https://wire.example.org/push?key=1' })).toThrow(/Leave out/);
    expect(save({ profile: { ...wire.profile, filesAddress: 'https://other.example.org/files' } })).toThrow(
      /same site/,
    );
    const { story: sent } = await story();
    const job = await desk.settled(desk.send(sent, target({ entry: 'token' }, 'two words')).id);
    expect(job.ask).toMatchObject({ code: 'unauthorised', message: expect.stringContaining('no token has') });
    expect(receiver.posted).toEqual([]);
  });
});

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
