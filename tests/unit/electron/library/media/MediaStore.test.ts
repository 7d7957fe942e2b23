import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renderHere } from '../../../../../electron/cli/renderHere.ts';
import type { MediaProgress } from '../../../../../electron/library/media/MediaStore.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import type { AssetId } from '../../../../../shared/story/ids.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';
import { openMedia, type OpenMedia } from './openMedia.ts';

let source = '';
let maker: PictureMaker;
let market = '';
let media: OpenMedia;
beforeAll(async () => {
  source = await mkdtemp(join(tmpdir(), 'stet-source-'));
  maker = new PictureMaker(source);
  market = await maker.news('market.jpg');
});
afterAll(async () => {
  await maker.close();
  await rm(source, { recursive: true, force: true });
});
beforeEach(async () => {
  media = await openMedia();
});
afterEach(() => media.close());

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const unknown = 'ab'.repeat(32) as AssetId;

function originals(files: readonly string[]): string[] {
  return files.filter((path) => path.startsWith('media'));
}

describe('adding a picture', () => {
  it('keeps its bytes under their hash, and what is known of it', async () => {
    const asset = await media.store.add({ name: 'market.jpg', path: market });
    expect(asset).toMatchObject({
      id: sha256(market),
      type: 'image/jpeg',
      bytes: statSync(market).size,
      width: 1800,
      height: 1200,
      fileName: 'market.jpg',
      createdAt: '2026-05-03T10:00:00.000Z',
      embedded: { credit: 'North Wire', alt: 'Two men at a scale heaped with apricots.' },
    });
    const path = join(media.folder.media, asset.id.slice(0, 2), asset.id);
    expect(media.store.pathOf(asset.id)).toBe(path);
    expect(readFileSync(path).equals(readFileSync(market))).toBe(true);
    expect(media.store.find(asset.id)).toEqual(asset);
    expect(media.reopen().find(asset.id)).toEqual(asset);
  });

  it('takes bytes as well as files', async () => {
    const asset = await media.store.add({ name: 'pasted.png', bytes: readFileSync(market) });
    expect(asset).toMatchObject({ id: sha256(market), type: 'image/jpeg', fileName: 'pasted.png' });
  });

  it('gives the sides of a picture as it is shown', async () => {
    const asset = await media.store.add({ name: 'p.jpg', path: await maker.news('phone-sideways.jpg') });
    expect(asset).toMatchObject({ width: 400, height: 600 });
  });

  it('stores the same bytes once and keeps what was known of them', async () => {
    const [first, second] = await Promise.all([
      media.store.add({ name: 'market.jpg', path: market }),
      media.store.add({ name: 'copy of market.jpg', path: market }),
    ]);
    const third = await media.store.add({ name: 'again.jpg', bytes: readFileSync(market) });
    expect(third).toEqual(media.store.find(first.id));
    expect([second, third]).toEqual([first, first]);
    expect(originals(await media.listFiles())).toEqual([join('media', first.id.slice(0, 2), first.id)]);
    expect(media.store.list({ storyId: null, limit: 10 })).toHaveLength(1);
  });

  it('says how far it is, from nothing to all', async () => {
    const heard: MediaProgress[] = [];
    await media.store.add({ name: 'market.jpg', path: market }, (progress) => heard.push(progress));
    const shares = heard.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(heard[0]).toEqual({ step: 'reading', share: 0 });
    expect(heard.at(-1)).toEqual({ step: 'done', share: 1 });
    expect([...new Set(heard.map(({ step }) => step))]).toEqual(['reading', 'measuring', 'storing', 'done']);
  });

  it('leaves the process free while a large picture is taken in', async () => {
    let turns = 0;
    let isDone = false;
    const turn = () => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const heard: number[] = [];
    const path = await maker.news('large.jpg');
    const asset = await media.store.add({ name: 'large.jpg', path }, () => heard.push(turns));
    isDone = true;
    expect(asset).toMatchObject({ width: 6000, height: 4000 });
    // Others had their turn between any two steps of it.
    expect(new Set(heard.slice(1)).size).toBeGreaterThan(statSync(path).size / 1024 / 1024);
  }, 60_000);

  it('clears away what a crash left of an earlier one, and takes over a file whose row was never written', async () => {
    const incoming = join(media.folder.media, 'incoming');
    const orphan = join(media.folder.media, sha256(market).slice(0, 2), sha256(market));
    await mkdir(incoming);
    await mkdir(dirname(orphan));
    await writeFile(join(incoming, 'half a picture'), 'half');
    await writeFile(orphan, readFileSync(market));
    const asset = await media.store.add({ name: 'market.jpg', path: market });
    expect(originals(await media.listFiles())).toEqual([join('media', asset.id.slice(0, 2), asset.id)]);
  });

  it('refuses what is gone, no file, or too large, without waiting for it', async () => {
    const refusal = (path: string) =>
      media.store.add({ name: 'x.jpg', path }).then(
        () => 'stored',
        (error: { code: string }) => error.code,
      );
    expect(await refusal(join(source, 'gone.jpg'))).toBe('noFile');
    expect(await refusal(source)).toBe('notAFile');
    const huge = join(source, 'huge.jpg');
    await writeFile(huge, readFileSync(market));
    await truncate(huge, 101 * 1024 * 1024);
    expect(await refusal(huge)).toBe('tooLarge');
    if (process.platform !== 'win32') {
      const pipe = join(source, 'pipe.jpg');
      const makePipe = 'mkfifo';
      execFileSync(makePipe, [pipe]);
      expect(await refusal(pipe)).toBe('notAFile');
    }
    expect(await media.listFiles()).toEqual([]);
  });

  it('refuses a file that is still being written', async () => {
    const path = join(source, 'arriving.jpg');
    await writeFile(path, readFileSync(market));
    const adding = media.store.add({ name: 'arriving.jpg', path }, ({ share }) => {
      if (share > 0) appendFileSync(path, 'more');
    });
    await expect(adding).rejects.toMatchObject({ code: 'changing', retryable: true });
    expect(await media.listFiles()).toEqual([]);
  });

  it('does not wait for a decoder that is not at hand', async () => {
    const absent = await openMedia({ ...renderHere, render: () => Promise.reject(notNow()) });
    const asset = await absent.store.add({ name: 'market.jpg', path: market });
    expect(absent.store.find(asset.id)).toEqual(asset);
    await expect(absent.store.locate({ id: asset.id, size: 'thumb' })).rejects.toMatchObject({ retryable: true });
    await absent.close();
  });
});

describe('words the house remembers', () => {
  it('stand beside those of the file, which stays as it is, and are there for every next use', async () => {
    const { id, embedded } = await media.store.add({ name: 'market.jpg', path: market });
    const bytes = sha256(market);
    await media.store.remember(id, 'caption', ' The market, as our desk tells it. ');
    const remembered = await media.store.remember(id, 'alt', 'A scale.');
    expect(remembered).toMatchObject({
      embedded,
      house: { caption: 'The market, as our desk tells it.', alt: 'A scale.' },
    });
    const path = media.store.pathOf(id);
    expect(path === null ? null : sha256(path)).toBe(bytes);
    expect(await media.store.add({ name: 'again.jpg', path: market })).toEqual(remembered);
    expect(media.reopen().list({ storyId: null, limit: 1 })).toEqual([remembered]);
  });

  it('are forgotten one by one', async () => {
    const { id } = await media.store.add({ name: 'market.jpg', path: market });
    await media.store.remember(id, 'caption', 'Ours.');
    await media.store.remember(id, 'credit', 'Ours, too');
    expect((await media.store.remember(id, 'caption', null)).house).toEqual({ credit: 'Ours, too' });
    expect(await media.store.remember(id, 'credit', '  ')).not.toHaveProperty('house');
    await expect(media.store.remember(unknown, 'alt', 'x')).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('listing pictures', () => {
  it('gives those added last first, and those of a story', async () => {
    const { store, database } = media;
    const added = [];
    for (const width of [20, 30, 40])
      added.push(
        await store.add({ name: `${width}.png`, bytes: await drawPicture({ type: 'image/png', width, height: 20 }) }),
      );
    const [first, second, third] = added.map(({ id }) => id);
    expect(store.list({ storyId: null, limit: 2 }).map(({ id }) => id)).toEqual([third, second]);
    const storyId = '00000000-0000-4000-8000-000000000001' as never;
    database.run(
      "INSERT INTO stories (key, id, format, seq, created_at, updated_at, dirty, sum) VALUES (7, ?, 1, 0, '', '', 0, x'')",
      storyId,
    );
    for (const id of [first, third]) database.run('INSERT INTO uses (story, asset) VALUES (7, ?)', id ?? '');
    expect(store.list({ storyId, limit: 10 }).map(({ id }) => id)).toEqual([third, first]);
  });
});

describe('a picture whose file is missing or damaged, or whose row is', () => {
  it('is known but has no path; the same file added again puts it right', async () => {
    const { store } = media;
    const asset = await store.add({ name: 'market.jpg', path: market });
    await rm(store.pathOf(asset.id) ?? '');
    expect(store.find(asset.id)).toEqual(asset);
    expect(store.pathOf(asset.id)).toBeNull();
    await expect(store.locate({ id: asset.id, size: 'thumb' })).rejects.toMatchObject({ code: 'notFound' });
    expect(await store.verify()).toEqual([
      'The picture “market.jpg” is missing (no story uses it). Add the same file again.',
    ]);
    expect(await store.add({ name: 'other name.jpg', path: market })).toEqual(asset);
    expect(await store.verify()).toEqual([]);
  });

  it('is named when its bytes are others', async () => {
    const { store } = media;
    const { id } = await store.add({ name: 'market.jpg', path: market });
    const path = store.pathOf(id) ?? '';
    const bytes = readFileSync(path);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await store.verify()).toEqual([
      'The picture “market.jpg” is damaged on the disk (no story uses it). Add the same file again.',
    ]);
    await store.add({ name: 'market.jpg', path: market });
    expect(await store.verify()).toEqual([]);
  });

  it('is described anew from its bytes', async () => {
    const { store, database } = media;
    const asset = await store.add({ name: 'market.jpg', path: market });
    const damage = () =>
      database.run("UPDATE assets SET body = CAST(replace(CAST(body AS TEXT), 'North', 'Xorth') AS BLOB)");
    damage();
    expect(store.find(asset.id)).toBeNull();
    expect(store.list({ storyId: null, limit: 10 })).toEqual([]);
    await store.locate({ id: asset.id, size: 'original' });
    expect(store.find(asset.id)).toEqual({ ...asset, fileName: 'picture.jpg', createdAt: expect.any(String) });
    damage();
    expect(await store.verify()).toEqual([
      'What was known of the picture “picture.jpg” was damaged; it was read again.',
    ]);
    expect(await store.verify()).toEqual([]);
  });

  it('is not confused with one that never was here', async () => {
    expect(media.store.find(unknown)).toBeNull();
    expect(media.store.pathOf('../../etc/passwd' as AssetId)).toBeNull();
    for (const id of [unknown, '../../etc/passwd' as AssetId])
      await expect(media.store.locate({ id, size: 'original' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('what a backup copies', () => {
  it('is every original that is there', async () => {
    const asset = await media.store.add({ name: 'market.jpg', path: market });
    expect(media.store.files()).toEqual([{ id: asset.id, path: media.store.pathOf(asset.id), bytes: asset.bytes }]);
    await rm(media.store.pathOf(asset.id) ?? '');
    expect(media.store.files()).toEqual([]);
  });
});

function notNow(): Error {
  return new StetError('noDecoder', 'Not now.', true);
}
