import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rendition, RenditionOrder } from '../../../../../electron/library/renditions/Rendition.ts';
import type { Asset } from '../../../../../shared/media/asset.ts';
import { drawPicture, QUARTERS } from '../../../../fixtures/pictures/drawPicture.ts';
import { ExifReader } from '../../../../fixtures/pictures/ExifReader.ts';
import type { NewsPictureName } from '../../../../fixtures/pictures/newsPictures.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';
import { openMedia, type OpenMedia } from '../media/openMedia.ts';

let folder = '';
let maker: PictureMaker;
let reader: ExifReader;
let media: OpenMedia;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-renditions-'));
  maker = new PictureMaker(folder);
  reader = new ExifReader();
  media = await openMedia();
});
afterAll(async () => {
  await maker.close();
  await reader.close();
  await media.close();
  await rm(folder, { recursive: true, force: true });
});

const JPEG = { size: 'web', format: 'jpeg' } as const;
const WEBP = { size: 'web', format: 'webp' } as const;
const PLAIN: Omit<RenditionOrder, 'copies'> = { figure: null, cut: {}, keepPlace: false };

async function addNews(name: NewsPictureName): Promise<Asset> {
  return media.store.add({ name, path: await maker.news(name) });
}

async function add(name: string, bytes: Uint8Array): Promise<Asset> {
  return media.store.add({ name, bytes });
}

async function make(asset: Asset, order: Partial<RenditionOrder> = {}): Promise<Rendition> {
  const [made] = await media.store.makeRenditions(asset.id, { ...PLAIN, copies: [JPEG], ...order });
  if (!made) throw new Error('Nothing was made.');
  return made;
}

async function tagsOf({ bytes }: Rendition) {
  const path = join(folder, 'read-back');
  await writeFile(path, bytes);
  return reader.read(path);
}

/** The name of the quarter's colour in the middle of each quarter, or the colour. */
async function quarters(bytes: Uint8Array, tolerance = 24) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.floor(info.height * y) * info.width + Math.floor(info.width * x)) * info.channels;
    const color = [...data.subarray(start, start + 3)];
    const near = (drawn: readonly number[]) =>
      drawn.every((value, channel) => Math.abs(value - (color[channel] ?? 0)) < tolerance);
    return Object.entries(QUARTERS).find(([, drawn]) => near(drawn))?.[0] ?? color;
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

const UPRIGHT = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'];

describe('a rendition', () => {
  it('comes in each size and format, never larger than the original', { timeout: 60_000 }, async () => {
    const asset = await addNews('market.jpg');
    const copies = (['thumb', 'web', 'large'] as const).flatMap((size) => [
      { size, format: 'jpeg' } as const,
      { size, format: 'webp' } as const,
    ]);
    const made = await media.store.makeRenditions(asset.id, { ...PLAIN, copies });
    const facts = made.map(({ type, width, height }) => [type, width, height]);
    expect(facts).toEqual([
      ['image/jpeg', 480, 320],
      ['image/webp', 480, 320],
      ['image/jpeg', 1600, 1067],
      ['image/webp', 1600, 1067],
      ['image/jpeg', 1800, 1200],
      ['image/webp', 1800, 1200],
    ]);
    for (const { bytes } of made) {
      const { icc, hasProfile } = await sharp(bytes).metadata();
      expect(hasProfile && (icc?.length ?? 0) < 1000).toBe(true);
    }
  });

  it('says what the story says, in all three places of a JPEG', async () => {
    const caption = 'كلماتٌ من القصة 👩‍👩‍👧‍👦 — ' + 'ש'.repeat(40);
    const credit = 'A desk with a very long name indeed 👩‍👩‍👧‍👦';
    const figure = { caption: [{ type: 'text' as const, text: caption }], credit, alt: 'Alt <&>', origin: {} };
    const tags = await tagsOf(await make(await addNews('market.jpg'), { figure }));
    expect(tags).toMatchObject({
      'XMP-dc:Description': caption,
      'IPTC:Caption-Abstract': caption,
      'IFD0:ImageDescription': caption,
      'XMP-photoshop:Credit': credit,
      // 32 bytes and no half of a letter.
      'IPTC:Credit': 'A desk with a very long name ind',
      'XMP-iptcCore:AltTextAccessibility': 'Alt <&>',
      'IPTC:By-line': ['Ayesha Raza', 'Omar Beg'],
      'XMP-dc:Creator': ['Ayesha Raza', 'Omar Beg'],
      'IFD0:Artist': ['Ayesha Raza', 'Omar Beg'],
      'IPTC:CodedCharacterSet': '\x1b%G',
      'XMP-dc:Subject': ['market', 'fruit'],
      'ExifIFD:DateTimeOriginal': '2026:05:03 10:15:00',
      'IPTC:TimeCreated': '10:15:00+05:00',
      'XMP-photoshop:City': 'Islamabad',
    });
  });

  it('fits its segments however much is said', async () => {
    const figure = {
      caption: [{ type: 'text' as const, text: 'Net & “mole” الميناء '.repeat(900) }],
      credit: '',
      alt: '<'.repeat(19_000),
      origin: {},
    };
    const tags = await tagsOf(await make(await addNews('market.jpg'), { figure }));
    expect(String(tags['XMP-dc:Description']).length).toBeGreaterThan(2000);
    expect(tags['XMP-photoshop:Credit']).toBe('North Wire');
    expect(Object.keys(tags).filter((name) => name.includes('Warning'))).toEqual([]);
  });

  it('says where it was taken only if the house keeps that', async () => {
    const asset = await addNews('phone-sideways.jpg');
    for (const copy of [JPEG, WEBP]) {
      const silent = await make(asset, { copies: [copy] });
      expect(Object.keys(await tagsOf(silent)).join()).not.toMatch(/GPS/);
      expect(silent.report.removed).toContain('place');
      const telling = await make(asset, { copies: [copy], keepPlace: true });
      const tags = await tagsOf(telling);
      expect([tags['GPS:GPSLatitude'], tags['GPS:GPSLatitudeRef'], tags['GPS:GPSLongitudeRef']]).toEqual([
        31.52,
        'N',
        'E',
      ]);
      expect(telling.report.removed).not.toContain('place');
      expect(telling.report.kept).toContainEqual({ field: 'place', value: '31.52000, 34.45000' });
    }
  });

  it('keeps the creator who is also the camera’s owner, and not the owner', async () => {
    const path = await maker.write(
      'owner.jpg',
      { type: 'image/jpeg', width: 90, height: 60 },
      { 'IFD0:Artist': 'Hana Saleh', 'ExifIFD:OwnerName': 'Hana Saleh' },
    );
    const made = await make(await media.store.add({ name: 'owner.jpg', path }));
    const tags = await tagsOf(made);
    expect(tags['IFD0:Artist']).toBe('Hana Saleh');
    expect(Object.keys(tags).join()).not.toMatch(/Owner/);
    expect(made.report).toMatchObject({ kept: [{ field: 'creator', value: 'Hana Saleh' }], removed: ['ownerName'] });
  });

  it('has no built-in preview, comment or data behind its end', async () => {
    const thumb = join(folder, 'thumb.jpg');
    await writeFile(thumb, await drawPicture({ type: 'image/jpeg', width: 160, height: 120 }));
    const path = await maker.write(
      'previews.jpg',
      { type: 'image/jpeg', width: 900, height: 600 },
      { Comment: 'by nobody' },
      [`-ThumbnailImage<=${thumb}`],
    );
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('SECRET film behind the picture')]));
    const made = await make(await media.store.add({ name: 'previews.jpg', path }));
    expect(made.report.removed).toEqual(['thumbnail']);
    expect(made.bytes.includes('SECRET')).toBe(false);
    expect(made.bytes.includes('by nobody')).toBe(false);
    expect(Object.keys(await tagsOf(made)).join()).not.toMatch(/Thumbnail/);
  });

  it('stays see-through as PNG, and is JPEG where nothing is', async () => {
    const chart = await make(await addNews('chart.png'));
    expect(chart.type).toBe('image/png');
    expect((await sharp(chart.bytes).stats()).isOpaque).toBe(false);
    expect(await tagsOf(chart)).toMatchObject({ 'XMP-photoshop:Credit': 'Desk graphics' });
    const webp = await make(await addNews('chart.png'), { copies: [WEBP] });
    expect((await sharp(webp.bytes).stats()).isOpaque).toBe(false);
    const opaque = await sharp(await drawPicture({ type: 'image/png', width: 60, height: 40 }))
      .ensureAlpha()
      .png()
      .toBuffer();
    expect((await make(await add('opaque.png', opaque))).type).toBe('image/jpeg');
  });

  it('moves with every frame, without what it said; its thumb stands still', async () => {
    const moving = await drawPicture({ type: 'image/webp', width: 120, height: 80, frames: 4 });
    const path = await maker.write(
      'moving.gif',
      { type: 'image/gif', width: 120, height: 80, frames: 4 },
      {
        'XMP-dc:Description': 'A flag.',
        'XMP-aux:OwnerName': 'Nobody',
        Comment: 'by nobody',
      },
    );
    for (const asset of [await media.store.add({ name: 'moving.gif', path }), await add('moving.webp', moving)]) {
      const [web, thumb] = await media.store.makeRenditions(asset.id, {
        ...PLAIN,
        copies: [WEBP, { size: 'thumb', format: 'jpeg' }],
      });
      expect(web?.type).toBe(asset.type);
      expect((await sharp(web?.bytes).metadata()).pages).toBe(4);
      expect(await sharp(web?.bytes, { animated: true }).raw().toBuffer()).toEqual(
        await sharp(media.store.pathOf(asset.id) ?? '', { animated: true })
          .raw()
          .toBuffer(),
      );
      expect(web?.report.moves).toBe(true);
      expect(web?.bytes.includes('obody')).toBe(false);
      expect(thumb).toMatchObject({ type: 'image/jpeg', report: { moves: false } });
      if (web && asset.type === 'image/gif')
        expect(await tagsOf(web)).toMatchObject({ 'XMP-dc:Description': 'A flag.' });
    }
  });
});

describe('the colours of a rendition', () => {
  it('are those of the original, whatever space it is in', async () => {
    const drawn = await drawPicture({ type: 'image/png', width: 200, height: 200 });
    const made = {
      wide: await sharp(drawn).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer(),
      print: await sharp(drawn).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
      deep: await sharp(drawn).toColourspace('rgb16').png().toBuffer(),
      grey: await sharp(drawn).greyscale().jpeg({ quality: 95 }).toBuffer(),
    };
    for (const [name, bytes] of Object.entries(made)) {
      const { bytes: rendition } = await make(await add(`${name}.jpg`, bytes));
      const { space, hasProfile } = await sharp(rendition).metadata();
      expect([name, space, hasProfile]).toEqual([name, 'srgb', true]);
      // Ink has no such blue; read without its profile it would be far from any.
      const tolerance = name === 'print' ? 64 : 24;
      if (name !== 'grey') expect([name, ...(await quarters(rendition, tolerance))]).toEqual([name, ...UPRIGHT]);
    }
  });
});

describe('turning and cropping', () => {
  it('turns clockwise from upright, then crops', async () => {
    const asset = await addNews('phone-sideways.jpg');
    // Upright it shows bottomLeft, topLeft, bottomRight, topRight.
    const upright = await make(asset);
    expect(await quarters(upright.bytes)).toEqual(['bottomLeft', 'topLeft', 'bottomRight', 'topRight']);
    const turned = await make(asset, { cut: { turn: 90 } });
    expect([turned.width, turned.height]).toEqual([600, 400]);
    expect(await quarters(turned.bytes)).toEqual(['bottomRight', 'bottomLeft', 'topRight', 'topLeft']);
    const cropped = await make(asset, { cut: { turn: 90, crop: { x: 0.5, y: 0, width: 0.5, height: 0.5 } } });
    expect([cropped.width, cropped.height]).toEqual([300, 200]);
    expect(new Set(await quarters(cropped.bytes))).toEqual(new Set(['bottomLeft']));
  });

  it('never leaves the picture, and leaves a pixel at least', async () => {
    const asset = await add('tiny.png', await drawPicture({ type: 'image/png', width: 40, height: 30 }));
    const sliver = await make(asset, { cut: { crop: { x: 1, y: 0.999, width: 0.0001, height: 1 } } });
    expect([sliver.width, sliver.height]).toEqual([1, 1]);
  });
});

describe('what cannot go out', () => {
  it('is refused with a sentence that names it', async () => {
    const asset = await add(
      'rotten.jpg',
      await drawPicture({ type: 'image/jpeg', width: 300, height: 200, detailed: true }),
    );
    const path = media.store.pathOf(asset.id) ?? '';
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    await expect(make(asset)).rejects.toMatchObject({
      code: 'damagedPicture',
      message: expect.stringContaining('rotten.jpg'),
    });
  });

  it('leaves originals as they are', async () => {
    const asset = await addNews('market.jpg');
    await make(asset);
    expect(
      createHash('sha256')
        .update(readFileSync(media.store.pathOf(asset.id) ?? ''))
        .digest('hex'),
    ).toBe(asset.id);
  });
});
