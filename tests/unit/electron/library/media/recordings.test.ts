import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES, MAX_RECORDING_BYTES } from '../../../../../shared/media/mediaLimits.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { box, movie, PLACE_BOXES, recording, wavRecording } from '../../../../fixtures/recordings/recordings.ts';
import type { RecordingAsset } from '../../../../../shared/media/asset.ts';
import { AssetTable } from '../../../../../electron/library/media/AssetTable.ts';
import { openMedia, type OpenMedia } from './openMedia.ts';

let folder = '';
let media: OpenMedia;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-recordings-'));
  media = await openMedia();
});
afterEach(async () => {
  await media.close();
  await rm(folder, { recursive: true, force: true });
});

async function fileOf(name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const add = async (name: string, bytes: Buffer) => media.store.add({ name, path: await fileOf(name, bytes) });

describe('adding a recording', () => {
  it.each([
    // A browser does not know how long it will record when it writes the head of a file.
    ['clip.webm', recording('harbour.webm'), 'video/webm', { duration: null, frame: { width: 320, height: 180 } }],
    ['clip.mp4', recording('harbour.mp4'), 'video/mp4', { duration: 1.828, frame: { width: 320, height: 180 } }],
    ['memo.wav', wavRecording(3), 'audio/wav', { duration: 3 }],
    // Its name says nothing: phones call a voice memo so that holds no picture.
    ['memo.mp4', movie({ brand: 'mp42', tracks: ['soun'] }), 'audio/mp4', { duration: null }],
  ])('keeps the bytes of %s as they came', async (name, bytes, type, said) => {
    const asset = await add(name, bytes);
    expect(asset).toEqual({
      ...{ id: createHash('sha256').update(bytes).digest('hex'), type, bytes: bytes.length, fileName: name },
      ...{ createdAt: '2026-05-03T10:00:00.000Z', embedded: {}, provenance: {}, ...said },
    });
    expect(await readFile(media.store.pathOf(asset.id) ?? '')).toEqual(bytes);
    expect(media.reopen().find(asset.id)).toEqual(asset);
    expect(await media.store.locate({ id: asset.id, size: 'original' })).toMatchObject({ type });
    await expect(media.store.locate({ id: asset.id, size: 'thumb' })).rejects.toMatchObject({ code: 'notFound' });
    await expect(media.store.makeRenditions(asset.id, {} as never)).rejects.toMatchObject({ code: 'notAPicture' });
    expect(await media.store.verify()).toEqual([]);
  });

  it.each(PLACE_BOXES)('finds the place in %s', async (_name, place) => {
    expect((await add('clip.mp4', movie({ more: [place] }))).embedded).toEqual({ hasLocation: true });
  });

  it('finds no place where there is none', async () => {
    const other = box('udta', box('\xa9nam', Buffer.from('Harbour')));
    expect((await add('clip.mov', movie({ brand: 'qt  ', more: [other] }))).embedded).toEqual({});
  });

  it('is read again for what Stet did not ask of it when it was taken in', async () => {
    const { duration: _, frame: __, ...before } = (await add('clip.mp4', recording('harbour.mp4'))) as RecordingAsset;
    const table = new AssetTable(media.database);
    table.put({ ...before, house: { credit: 'Omar Beg' } });
    expect(media.store.find(before.id)).toEqual({ ...before, house: { credit: 'Omar Beg' } });
    const read = { ...before, house: { credit: 'Omar Beg' }, duration: 1.828, frame: { width: 320, height: 180 } };
    expect(await media.store.read(before.id)).toEqual(read);
    expect(media.reopen().find(before.id)).toEqual(read);
  });

  it('takes a file larger than any picture, a piece at a time', async () => {
    const path = await fileOf('long.wav', wavRecording());
    await truncate(path, MAX_PICTURE_BYTES + 1);
    const asset = await media.store.add({ name: 'long.wav', path });
    expect(asset).toMatchObject({ type: 'audio/wav', bytes: MAX_PICTURE_BYTES + 1 });
    expect((await stat(media.store.pathOf(asset.id) ?? '')).size).toBe(asset.bytes);
  });

  it('names the file that is missing or damaged', async () => {
    const clip = await add('clip.mp4', recording('harbour.mp4'));
    const memo = await add('memo.wav', wavRecording());
    await rm(media.store.pathOf(clip.id) ?? '');
    await truncate(media.store.pathOf(memo.id) ?? '', 100);
    expect(await media.store.verify()).toEqual([
      'The video “clip.mp4” is missing (no story uses it). Add the same file again.',
      'The audio recording “memo.wav” is damaged on the disk (no story uses it). Add the same file again.',
    ]);
  });
});

describe('a recording that is not taken', () => {
  it('is one larger than the limit, refused before a byte is copied', async () => {
    const path = await fileOf('day.mp4', movie());
    const file = await open(path, 'r+');
    await file.truncate(MAX_RECORDING_BYTES + 1);
    await file.close();
    await expect(media.store.add({ name: 'day.mp4', path })).rejects.toMatchObject({
      code: 'recordingTooLarge',
      message: 'The recording is larger than 2 GB. Save a shorter or smaller copy and add that.',
    });
    expect(await media.listFiles()).toEqual([]);
  });

  it('is one in memory that is larger than a picture', async () => {
    const bytes = Buffer.concat([wavRecording(), Buffer.alloc(MAX_PICTURE_BYTES)]);
    await expect(media.store.add({ name: 'pasted.wav', bytes })).rejects.toMatchObject({ code: 'recordingNeedsFile' });
  });

  it.each([
    ['one that breaks off', movie().subarray(0, 700), 'recordingBreaksOff'],
    ['one whose boxes are without end', Buffer.concat([movie().subarray(0, 20), endlessBoxes()]), 'damaged'],
    ['a film for another player', Buffer.from('RIFF\x10\0\0\0AVI LIST', 'latin1'), 'video'],
    ['a note of an old phone', Buffer.from('#!AMR\n\x3c\0\0', 'latin1'), 'audio'],
  ])('is %s', async (_what, bytes, code) => {
    await expect(add('clip.mp4', bytes)).rejects.toMatchObject({ code });
    expect(await media.listFiles()).toEqual([]);
  });

  it('leaves a picture’s own limit where it was', async () => {
    const path = await fileOf('picture.png', await drawPicture({ type: 'image/png', width: 10, height: 10 }));
    await truncate(path, MAX_PICTURE_BYTES + 1);
    await expect(media.store.add({ name: 'picture.png', path })).rejects.toMatchObject({ code: 'tooLarge' });
  });
});

function endlessBoxes(): Buffer {
  return Buffer.concat(Array.from({ length: 20_001 }, () => box('free')));
}
