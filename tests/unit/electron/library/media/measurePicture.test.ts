import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPicture } from '../../../../../electron/images/renderPicture.ts';
import { measurePicture } from '../../../../../electron/library/media/measurePicture.ts';
import { drawPicture } from '../../../../fixtures/pictures/drawPicture.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';

let folder = '';
let maker: PictureMaker;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-measure-'));
  maker = new PictureMaker(folder);
});
afterAll(async () => {
  await maker.close();
  await rm(folder, { recursive: true, force: true });
});

async function measure(path: string) {
  const file = await open(path, 'r');
  try {
    return await measurePicture(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/** What a decoder makes of it, which has the last word. */
async function decoded(path: string) {
  const [picture] = await renderPicture(path, [8192]);
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}

const drawn = (transparent = false) =>
  drawPicture({ type: 'image/png', width: 301, height: 200, transparent }).then((png) => sharp(png));

const CODINGS: readonly (readonly [name: string, encode: (picture: Sharp) => Sharp, transparent: boolean])[] = [
  ['baseline.jpg', (picture) => picture.jpeg(), false],
  ['progressive.jpg', (picture) => picture.jpeg({ progressive: true }), false],
  ['grey.jpg', (picture) => picture.greyscale().jpeg(), false],
  ['cmyk.jpg', (picture) => picture.toColourspace('cmyk').jpeg(), false],
  ['profile.jpg', (picture) => picture.withIccProfile('p3').jpeg(), false],
  ['interlaced.png', (picture) => picture.png({ progressive: true }), true],
  ['palette.png', (picture) => picture.png({ palette: true }), false],
  ['deep.png', (picture) => picture.toColourspace('rgb16').png(), false],
  ['lossy.webp', (picture) => picture.webp(), false],
  ['lossless.webp', (picture) => picture.webp({ lossless: true }), false],
  ['transparent.webp', (picture) => picture.webp(), true],
  ['plain.gif', (picture) => picture.gif(), true],
  ['plain.avif', (picture) => picture.avif({ effort: 0 }), false],
  ['transparent.avif', (picture) => picture.avif({ effort: 0 }), true],
  ['deep.avif', (picture) => picture.avif({ effort: 0, bitdepth: 10 }), false],
];

describe('measurePicture', () => {
  it.each(CODINGS)('gives the sides of %s', async (name, encode, transparent) => {
    const path = join(folder, name);
    await writeFile(path, await encode(await drawn(transparent)).toBuffer());
    expect(await measure(path)).toMatchObject({ width: 301, height: 200, animated: false, turned: false });
    expect(await decoded(path)).toEqual({ width: 301, height: 200 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives them as orientation %i shows them', async (orientation) => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp'] as const) {
      const tags = { 'IFD0:Orientation#': orientation };
      const path = await maker.write(`${orientation}.${type.slice(6)}`, { type, width: 60, height: 40 }, tags);
      const { width, height, turned } = await measure(path);
      expect({ width, height }).toEqual(await decoded(path));
      expect({ width, turned }).toEqual({ width: orientation >= 5 ? 40 : 60, turned: orientation > 1 });
    }
  });

  it('believes an AVIF’s own turning, and EXIF’s only for what it says', async () => {
    const path = join(folder, 'turned.avif');
    await writeFile(path, await (await drawn()).withMetadata({ orientation: 6 }).avif({ effort: 0 }).toBuffer());
    const { width, height, turned } = await measure(path);
    expect({ width, height }).toEqual(await decoded(path));
    expect(turned).toBe(false);
  });

  it.each(['image/gif', 'image/webp'] as const)('knows a moving %s', async (type) => {
    const path = join(folder, `moving.${type.slice(6)}`);
    await writeFile(path, await drawPicture({ type, width: 64, height: 48, frames: 5, detailed: true }));
    expect(await measure(path)).toMatchObject({ width: 64, height: 48, animated: true });
  });
});
