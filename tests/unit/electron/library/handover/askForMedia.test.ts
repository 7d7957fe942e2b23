import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandoverOrder } from '../../../../../shared/handover/handover.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import { newBlockId, newStoryId, type AssetId, type StoryId } from '../../../../../shared/story/ids.ts';
import { STORY_FORMAT, type Story } from '../../../../../shared/story/story.ts';
import { handOver, openFile } from '../../../../fixtures/library/handOver.ts';
import { TestClock } from '../../../../fixtures/library/TestClock.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import { mergeableStory, paragraph } from '../../../../fixtures/merge/storyEdits.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';

type Who = 'Amna' | 'Leila';

let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let clock: TestClock;
let desk: Record<Who, TestLibrary>;
let id: StoryId;
/** Two that the story shows, and one of another story. */
let shown: AssetId[];
let secret: AssetId;

const figure = (assetId: AssetId): Block => ({
  ...{ id: newBlockId(), type: 'figure', assetId, fileName: 'x', caption: [], credit: '', alt: '', origin: {} },
});

beforeEach(async () => {
  folder = await makeTestFolder();
  clock = new TestClock();
  const library = (who: Who) => new TestLibrary(join(folder.path, who), { clock: clock.read, person: who });
  desk = { Amna: library('Amna'), Leila: library('Leila') };
  const { media, createStory } = desk.Amna.library.access;
  const add = async (width: number) => {
    const bytes = await drawPicture({ type: 'image/jpeg', width, height: 40 });
    return (await media.add({ name: `${width}.jpg`, bytes })).id;
  };
  shown = [await add(60), await add(70)];
  secret = await add(80);
  const at = clock.read().toISOString();
  const story = (blocks: Block[]): Story => ({
    ...{ format: STORY_FORMAT, id: newStoryId(), createdAt: at, updatedAt: at },
    ...{ ...mergeableStory(), blocks },
  });
  const first = story([paragraph('one', 'The harbour was closed.'), ...shown.map(figure)]);
  id = first.id;
  createStory(first, { reason: 'created', summary: 'Made for a test.' });
  createStory(story([figure(secret)]), { reason: 'created', summary: 'Made for a test.' });
});
afterEach(async () => {
  for (const { library } of Object.values(desk)) library.close();
  await folder.remove();
});

const send = (who: Who, name: string, media: HandoverOrder['media'] = 'none') =>
  handOver(desk[who], clock, { storyId: id, by: who, media }, join(folder.path, name));
const open = (who: Who, path: string) => openFile(desk[who], clock, path);

async function ask(): Promise<string> {
  const { path, files } = await desk.Leila.ask('media.ask', { storyId: id, by: 'Leila', path: `${folder.path}/` });
  expect(files).toBe(2);
  return path;
}

const here = (who: Who, asset: AssetId) => desk[who].library.access.media.pathOf(asset) !== null;
const answerTo = (request: string) => ({ request, by: 'Amna', path: join(folder.path, 'answer.stet') });

describe('asking for what stayed behind', () => {
  it('brings it, and nothing else, whatever both did to the words meanwhile', async () => {
    const sent = await open('Leila', await send('Amna', 'out.stet'));
    expect(sent).toMatchObject({
      imported: { notes: expect.arrayContaining([expect.stringContaining('2 pictures are not')]) as unknown },
    });
    const put = (who: Who, text: string) => desk[who].library.drafts.put({ id, blocks: [paragraph('one', text)] });
    put('Leila', 'The harbour was closed on Monday.');
    put('Amna', 'The old harbour was closed.');
    const words = desk.Leila.library.drafts.read(id);

    const request = await ask();
    expect(readFileSync(request).length).toBeLessThan(500);
    const receipt = await desk.Amna.ask('media.answer', answerTo(request));
    expect(receipt.summary).toBe('2 files Leila asked for went out as “answer.stet”.');
    const answer = await open('Leila', answerTo(request).path);
    expect(answer).toMatchObject({
      ok: true,
      imported: {
        storyId: id,
        alreadyHere: true,
        conflicts: 0,
        notes: [expect.stringMatching(/^2 files of this story/u)],
      },
    });
    expect([...shown, secret].map((one) => here('Leila', one))).toEqual([true, true, false]);
    expect(desk.Leila.library.drafts.read(id)).toEqual(words);
    expect(await desk.Leila.request('media.ask', { storyId: id, by: 'Leila', path: folder.path })).toMatchObject({
      error: { code: 'nothingMissing' },
    });
    // What comes later without pictures misses none that are here.
    const again = await open('Leila', await send('Amna', 'again.stet'));
    expect(JSON.stringify(again)).not.toContain('not in the package');
  });

  it('is answered by the name it was given when it was opened, as the window does', async () => {
    await open('Leila', await send('Amna', 'out.stet'));
    const [opened, again] = [await open('Amna', await ask()), await open('Amna', await ask())];
    if (opened.ok || !opened.asks || again.ok) throw new Error('A request was opened as a story.');
    expect(opened.asks).toMatchObject({ by: 'Leila', files: 2 });
    const { ref } = opened.asks;
    expect(again.asks?.ref).toBe(ref);
    const path = join(folder.path, 'answer.stet');
    await desk.Amna.ask('media.answer', { ref, by: 'Amna', path });
    expect(await open('Leila', path)).toMatchObject({ ok: true });
    expect(shown.map((one) => here('Leila', one))).toEqual([true, true]);
    const unknown = { ref: 'another', by: 'Amna', path };
    expect(await desk.Amna.request('media.answer', unknown)).toMatchObject({ error: { code: 'notFound' } });
  });

  it('is answered with what is here, and with no picture of another story', async () => {
    await open('Leila', await send('Amna', 'out.stet'));
    // As somebody would who knows the hash of a picture and wants to see it.
    const blocks = [figure(secret)];
    desk.Leila.library.drafts.put({ id, blocks, order: blocks.map((block) => block.id) });
    const { path } = await desk.Leila.ask('media.ask', { storyId: id, by: 'Leila', path: join(folder.path, 'r.stet') });
    expect(await desk.Amna.request('media.answer', answerTo(path))).toMatchObject({ error: { code: 'nothingToSend' } });
    expect(existsSync(answerTo(path).path)).toBe(false);
  });

  it('is no story, and is refused where the story is not, or whatever bit of it is changed', async () => {
    await open('Leila', await send('Amna', 'out.stet'));
    const request = await ask();
    expect(await open('Amna', request)).toMatchObject({
      ok: false,
      code: 'mediaRequest',
      message: expect.stringContaining('Leila asks for 2 pictures and recordings') as string,
    });
    const stranger = new TestLibrary(join(folder.path, 'stranger'), { person: 'Mallory' });
    try {
      const refused = await stranger.request('media.answer', answerTo(request));
      expect(refused).toMatchObject({ error: { code: 'notFound' } });
    } finally {
      stranger.library.close();
    }
    const bytes = readFileSync(request);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(request, changed);
      expect([at, (await desk.Amna.request('media.answer', answerTo(request))).ok]).toEqual([at, false]);
    }
    expect(existsSync(join(folder.path, 'Amna', 'colleagues.json'))).toBe(false);
    const out = await send('Amna', 'whole.stet', 'all');
    expect(await desk.Amna.request('media.answer', answerTo(out))).toMatchObject({ error: { code: 'notARequest' } });
  });

  it('is sealed for whom its sender says, and so is what answers it', async () => {
    await open('Leila', await send('Amna', 'out.stet'));
    const request = join(folder.path, 'sealed.stet');
    const order = { storyId: id, by: 'Leila', path: request, sealFor: ['Amna'] };
    expect(await desk.Leila.request('media.ask', { ...order, sealFor: ['Noor'] })).toMatchObject({
      error: { code: 'unknownColleague' },
    });
    expect(existsSync(request)).toBe(false);
    await desk.Leila.ask('media.ask', order);
    expect(readFileSync(request, 'latin1')).toMatch(/^age-encryption/u);
    expect(readFileSync(request, 'latin1')).not.toContain('Leila');

    const stranger = new TestLibrary(join(folder.path, 'stranger'), { person: 'Mallory' });
    try {
      const closed = await stranger.request('media.answer', answerTo(request));
      expect(closed).toMatchObject({ error: { code: 'sealedForOthers' } });
      expect(JSON.stringify(closed)).toContain('“sealed.stet” is sealed for somebody else, and not for this library');
      // Who asked can read it as little as anybody else.
      expect(await desk.Leila.request('media.answer', answerTo(request))).toMatchObject({
        error: { code: 'sealedForOthers' },
      });

      const opened = await open('Amna', request);
      expect(opened).toMatchObject({ ok: false, asks: { by: 'Leila', files: 2, isSealed: true } });
      const receipt = await desk.Amna.ask('media.answer', answerTo(request));
      expect(receipt.summary).toBe('2 files Leila asked for went out as “answer.stet”, sealed for Leila.');
      const [outcome] = await stranger.ask('imports.files', { paths: [answerTo(request).path] });
      expect(outcome).toMatchObject({ ok: false, code: 'sealedForOthers' });
    } finally {
      stranger.library.close();
    }
    expect(await open('Leila', answerTo(request).path)).toMatchObject({ ok: true });
    expect(shown.map((one) => here('Leila', one))).toEqual([true, true]);
    const bytes = readFileSync(request);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(request, bytes);
    expect(await desk.Amna.request('media.answer', answerTo(request))).toMatchObject({
      error: { code: 'damagedPackage' },
    });
  });

  it('is answered sealed where whoever answers says so', async () => {
    await open('Leila', await send('Amna', 'out.stet'));
    const request = await ask();
    expect(await open('Amna', request)).toMatchObject({ asks: { isSealed: false } });
    const receipt = await desk.Amna.ask('media.answer', { ...answerTo(request), sealFor: ['Leila'] });
    expect(receipt.summary).toContain('sealed for Leila');
    expect(readFileSync(answerTo(request).path, 'latin1')).toMatch(/^age-encryption/u);
    expect(await open('Leila', answerTo(request).path)).toMatchObject({ ok: true });
  });
});
