import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import { renderPicture } from '../../../../../electron/images/renderPicture.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';
import { openMedia, type OpenMedia } from './openMedia.ts';

let folder = '';
let maker: PictureMaker;
let media: OpenMedia;
/** How often the decoder was asked, and what it does instead of decoding when a test wants that. */
let renders = 0;
let instead: (() => Promise<Uint8Array[]>) | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-locate-'));
  maker = new PictureMaker(folder);
});
afterAll(async () => {
  await maker.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  renders = 0;
  instead = null;
  media = await openMedia({
    ...renderHere,
    render: (path, edges) => {
      renders += 1;
      return instead ? instead() : renderPicture(path, edges);
    },
  });
});
afterEach(() => media.close());

async function addLarge() {
  const bytes = await drawPicture({ type: 'image/jpeg', width: 2400, height: 1600 });
  return media.store.add({ name: 'large.jpg', bytes });
}

describe('showing a picture', () => {
  it('makes a rendition for the page and one for a row', async () => {
    const { id } = await addLarge();
    for (const [size, width] of [
      ['page', 2048],
      ['thumb', 320],
    ] as const) {
      const shown = await media.store.locate({ id, size });
      expect(shown.type).toBe('image/webp');
      expect(await sharp(await readFile(shown.path)).metadata()).toMatchObject({ format: 'webp', width });
    }
  });

  it('gives the original as it came', async () => {
    const { id } = await addLarge();
    const path = media.store.pathOf(id);
    expect(await media.store.locate({ id, size: 'original' })).toEqual({ path, type: 'image/jpeg' });
  });

  it('makes one rendition for all who ask for it at once, and none again', async () => {
    const { id } = await addLarge();
    renders = 0;
    const asked = await Promise.all(Array.from({ length: 5 }, () => media.store.locate({ id, size: 'page' })));
    expect(new Set(asked.map(({ path }) => path)).size).toBe(1);
    await media.reopen().locate({ id, size: 'page' });
    expect(renders).toBe(1);
  });

  it('has the row’s picture as soon as it is added', async () => {
    const { id } = await addLarge();
    renders = 0;
    await media.store.locate({ id, size: 'thumb' });
    expect(renders).toBe(0);
  });

  it('makes renditions anew when the cache is gone', async () => {
    const { id } = await addLarge();
    const before = await media.store.locate({ id, size: 'page' });
    await rm(media.folder.cache, { recursive: true });
    expect(await media.store.locate({ id, size: 'page' })).toEqual(before);
    expect((await readFile(before.path)).length).toBeGreaterThan(0);
  });

  it('shows a small picture as it is', async () => {
    const bytes = await drawPicture({ type: 'image/png', width: 200, height: 100 });
    const { id } = await media.store.add({ name: 'small.png', bytes });
    for (const size of ['page', 'thumb'] as const)
      expect(await media.store.locate({ id, size })).toEqual({ path: media.store.pathOf(id), type: 'image/png' });
  });

  it('turns a small picture that lies on its side', async () => {
    const { id } = await media.store.add({ name: 'p.jpg', path: await maker.news('phone-sideways.jpg') });
    const { path, type } = await media.store.locate({ id, size: 'page' });
    expect(type).toBe('image/webp');
    expect(await sharp(await readFile(path)).metadata()).toMatchObject({ width: 400, height: 600 });
  });

  it('lets a moving picture move on the page, and stand still in a row', async () => {
    for (const width of [100, 2400]) {
      const bytes = await drawPicture({ type: 'image/gif', width, height: 90, frames: 4, detailed: true });
      const { id } = await media.store.add({ name: 'clip.gif', bytes });
      expect(await media.store.locate({ id, size: 'page' })).toMatchObject({ type: 'image/gif' });
      expect(await media.store.locate({ id, size: 'thumb' })).toMatchObject({ type: 'image/webp' });
    }
  });

  it('asks again after a decoder was not at hand, but not after a picture that cannot be decoded', async () => {
    const { id } = await addLarge();
    renders = 0;
    instead = () => Promise.reject(new StetError('noDecoder', 'Not now.', true));
    await expect(media.store.locate({ id, size: 'page' })).rejects.toMatchObject({ code: 'noDecoder' });
    instead = () => Promise.reject(new StetError('damaged', 'Never.'));
    await expect(media.store.locate({ id, size: 'page' })).rejects.toMatchObject({ code: 'damaged' });
    instead = null;
    await expect(media.store.locate({ id, size: 'page' })).rejects.toMatchObject({ code: 'damaged' });
    expect(renders).toBe(2);
  });
});
