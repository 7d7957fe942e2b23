import { generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, constants } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { SealFile } from '../../../../../electron/library/handover/SealFile.ts';
import { LETTER_FORMAT } from '../../../../../electron/library/packages/packageFormat.ts';
import { newSealKey, seal, sealRecipient } from '../../../../../electron/library/packages/sealedFile.ts';
import { writeSigned } from '../../../../../electron/library/packages/signedFile.ts';
import type { ImportOutcome } from '../../../../../shared/ipc/librarySchemas.ts';
import { newStoryId, type StoryId } from '../../../../../shared/story/ids.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import { mergeableStory } from '../../../../fixtures/merge/storyEdits.ts';

type Who = 'Amna' | 'Leila' | 'Noor';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let desks: Map<Who, TestLibrary>;
let id: StoryId;

const desk = (who: Who) => {
  const found = desks.get(who);
  if (!found) throw new Error(who);
  return found;
};

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  const library = (who: Who) => new TestLibrary(join(folder.path, who), { clock: clock.read, person: who });
  desks = new Map((['Amna', 'Leila', 'Noor'] as const).map((who) => [who, library(who)]));
  const at = clock.read().toISOString();
  id = newStoryId();
  const story: Story = { format: STORY_FORMAT, id, createdAt: at, updatedAt: at, ...mergeableStory() };
  desk('Amna').library.access.createStory(story, { reason: 'created', summary: 'Made for a test.' });
});
afterEach(async () => {
  for (const { library } of desks.values()) library.close();
  await folder.remove();
});

async function send(who: Who, name: string, sealFor: string[] = []): Promise<string> {
  clock.pass(1000);
  const path = join(folder.path, name);
  const order = { storyId: id, by: who, status: null, assignee: null, note: '', media: 'all', sealFor } as const;
  await desk(who).ask('handover.send', { order: { ...order, sealFor }, path });
  return path;
}

async function open(who: Who, path: string): Promise<ImportOutcome> {
  clock.pass(1000);
  const [outcome] = await desk(who).ask('imports.files', { paths: [path] });
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } };

async function zipped(path: string, bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(bytes, path);
  zip.end();
  return buffer(zip.outputStream);
}

/** A letter with these packed words, signed as it should be. */
function letterOf(packed: Buffer): Buffer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  // No seal, a story's id, one revision, no ids of blocks.
  const body = Buffer.concat([Buffer.alloc(17, 0), Buffer.of(0, 1), Buffer.alloc(16), Buffer.of(0, 0), packed]);
  return writeSigned(LETTER_FORMAT, { key, body }, (bytes) => sign(null, bytes, privateKey).toString('base64'));
}

describe('a package that is sealed', () => {
  it('is opened by those it is sealed for, and by nobody else', async () => {
    expect(
      await desk('Leila')
        .ask('handover.estimate', { storyId: id, by: 'x' })
        .catch(() => null),
    ).toBeNull();
    const out = await send('Amna', 'out.stet');
    for (const who of ['Leila', 'Noor'] as const) expect(await open(who, out)).toMatchObject({ ok: true });
    const { colleagues } = await desk('Leila').ask('handover.estimate', { storyId: id, by: 'Leila' });
    expect(colleagues).toEqual(['Amna']);

    desk('Leila').library.drafts.put({ id, fields: { headline: 'Boats wait for the wind' } });
    const back = await send('Leila', 'back.stet', ['amna ']);
    const bytes = readFileSync(back).toString('latin1');
    expect(bytes.startsWith('age-encryption.org/v1\n')).toBe(true);
    for (const word of ['PK\u0003\u0004', 'manifest', 'Leila', 'Amna', 'age1']) expect(bytes).not.toContain(word);
    expect((await desk('Leila').ask('history.list', { storyId: id })).map(({ summary }) => summary)).toContain(
      'Handed over by Leila as “back.stet”, sealed for Amna.',
    );

    // Noor has Amna's key to seal with, so she can be told for whom it is.
    const refused = await open('Noor', back);
    expect(refused).toMatchObject({ ok: false, code: 'sealedForOthers' });
    expect(JSON.stringify(refused)).toMatch(/“back\.stet” is sealed for Amna, and not for this library/);
    expect(await open('Leila', back)).toMatchObject({ ok: false, code: 'sealedForOthers' });
    expect(await open('Amna', back)).toMatchObject({ ok: true });
    expect(desk('Amna').library.drafts.read(id).fields.headline).toBe('Boats wait for the wind');
  });

  it('may be for several, and tells strangers nothing of them', async () => {
    const out = await send('Amna', 'out.stet');
    for (const who of ['Leila', 'Noor'] as const) {
      await open(who, out);
      await open('Amna', await send(who, `${who}.stet`));
    }
    const both = await send('Amna', 'both.stet', ['Leila', 'Noor']);
    expect(await open('Leila', both)).toMatchObject({ ok: true });
    expect(await open('Noor', both)).toMatchObject({ ok: true });
    const stranger = new TestLibrary(join(folder.path, 'stranger'), { clock: clock.read, person: 'Mallory' });
    try {
      const [outcome] = await stranger.ask('imports.files', { paths: [both] });
      expect(JSON.stringify(outcome)).toContain('is sealed for somebody else, and not for this library');
    } finally {
      stranger.library.close();
    }
  });

  it('is not written for somebody whose key is not known, and nothing has happened then', async () => {
    const before = desk('Amna').library.drafts.read(id);
    await expect(send('Amna', 'out.stet', ['Leila'])).rejects.toMatchObject({
      message: expect.stringMatching(/No package of Leila was opened here yet/u) as string,
    });
    expect(statSync(join(folder.path, 'out.stet'), { throwIfNoEntry: false })).toBeUndefined();
    expect(desk('Amna').library.drafts.read(id)).toEqual(before);
  });

  it('is refused whatever byte of it is changed, cut off or added', async () => {
    await open('Leila', await send('Amna', 'out.stet'));
    desk('Leila').library.drafts.put({ id, fields: { headline: 'Not to be seen' } });
    const path = await send('Leila', 'back.stet', ['Amna']);
    const bytes = readFileSync(path);
    const header = bytes.indexOf('\n--- ') + 70;
    const refuse = async (changed: Buffer, what: string) => {
      writeFileSync(path, changed);
      expect([what, (await open('Amna', path)).ok]).toEqual([what, false]);
    };
    for (let at = 0; at < bytes.length; at += at < header ? 1 : 61) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await refuse(changed, `byte ${at}`);
    }
    await refuse(Buffer.concat([bytes, Buffer.from([0])]), 'a byte more');
    for (const less of [1, 17, 400, bytes.length - header]) await refuse(bytes.subarray(0, -less), `${less} less`);
    expect(desk('Amna').library.drafts.read(id).fields.headline).not.toBe('Not to be seen');
    writeFileSync(path, bytes);
    expect(await open('Amna', path)).toMatchObject({ ok: true });
  }, 120_000);

  it('that means harm is refused inside as it is outside, and its header is no way to keep a reader busy', async () => {
    const { recipient } = await new SealFile(desk('Amna').folder).read();
    const others = await Promise.all(Array.from({ length: 400 }, async () => sealRecipient(await newSealKey())));
    const path = join(folder.path, 'harm.stet');
    for (const [what, recipients] of [
      ['PK\u0003\u0004 and then nothing', [recipient]],
      ['', [recipient]],
      ['words', others],
    ] as const) {
      writeFileSync(path, await buffer(await seal(Readable.from([Buffer.from(what)]), recipients)));
      const began = performance.now();
      expect([what, (await open('Amna', path)).ok]).toEqual([what, false]);
      expect(performance.now() - began).toBeLessThan(5000);
    }
  }, 60_000);

  it('that is a bomb once it is opened is refused in time, and the library is untouched', async () => {
    const { recipient } = await new SealFile(desk('Leila').folder).read();
    const before = readdirSync(desk('Leila').folder).sort();
    for (const [what, bomb] of [
      ['zeros, zipped', await zipped('manifest.json', Buffer.alloc(80_000_000))],
      ['a story of zeros, zipped', await zipped('story.json.br', Buffer.alloc(80_000_000))],
      ['a letter of one word', letterOf(brotliCompressSync(Buffer.alloc(70_000_000, 'a'), FAST))],
      ['a letter of lines', letterOf(brotliCompressSync(Buffer.alloc(60_000_000, '\n'), FAST))],
      ['a sealed file', await buffer(await seal(Readable.from([Buffer.alloc(10_000_000)]), [recipient]))],
    ] as const) {
      const path = join(folder.path, 'bomb.stet');
      writeFileSync(path, await buffer(await seal(Readable.from([bomb]), [recipient])));
      const began = performance.now();
      const outcome = await open('Leila', path);
      expect([what, outcome]).toMatchObject([
        what,
        { ok: false, message: expect.stringMatching(/^[^\n]{20,400}$/u) as string },
      ]);
      expect(performance.now() - began).toBeLessThan(5000);
    }
    const all = { query: '', status: null, trashed: false, offset: 0, limit: 9 } as const;
    expect((await desk('Leila').ask('stories.list', all)).total).toBe(0);
    expect(readdirSync(desk('Leila').folder).sort()).toEqual(before);
  }, 60_000);

  it('is sealed with a key for its owner alone, which is told from a damaged one', async () => {
    await send('Amna', 'out.stet');
    const key = join(folder.path, 'Amna', 'sealing-key.txt');
    if (process.platform !== 'win32') expect(statSync(key).mode & 0o077).toBe(0);
    writeFileSync(key, 'nothing');
    await expect(send('Amna', 'again.stet')).rejects.toMatchObject({
      message: expect.stringContaining('sealing-key.txt') as string,
    });
  });
});
