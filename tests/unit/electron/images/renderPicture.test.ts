import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPicture } from '../../../../electron/images/renderPicture.ts';
import { drawPicture, QUARTERS } from '../../../fixtures/pictures/drawPicture.ts';
import { PictureMaker } from '../../../fixtures/pictures/PictureMaker.ts';

let folder = '';
let maker: PictureMaker;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-render-'));
  maker = new PictureMaker(folder);
});
afterAll(async () => {
  await maker.close();
  await rm(folder, { recursive: true, force: true });
});

async function keep(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function sides(webp: Uint8Array | undefined) {
  const { format, width, height } = await sharp(webp).metadata();
  return { format, width, height };
}

/** The colour in the middle of each quarter, as far from what was drawn as the coding of colours makes it. */
async function quarters(webp: Uint8Array | undefined) {
  const { data, info } = await sharp(webp).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const start = (Math.round(info.height * y) * info.width + Math.round(info.width * x)) * info.channels;
    const color = [...data.subarray(start, start + 3)];
    const name = Object.entries(QUARTERS).find(([, drawn]) =>
      drawn.every((value, channel) => Math.abs(value - (color[channel] ?? 0)) < 30),
    );
    return name?.[0] ?? color;
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

const UPRIGHT = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'];

describe('renderPicture', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] as const)('renders %s', async (type) => {
    const path = await keep(`plain.${type.slice(6)}`, await drawPicture({ type, width: 800, height: 600 }));
    const [picture] = await renderPicture(path, [320]);
    expect(await sides(picture)).toEqual({ format: 'webp', width: 320, height: 240 });
    expect(await quarters(picture)).toEqual(UPRIGHT);
  });

  it('makes one picture for each side, in their order', async () => {
    const path = await keep('sizes.jpg', await drawPicture({ type: 'image/jpeg', width: 800, height: 400 }));
    const pictures = await renderPicture(path, [100, 600, 320]);
    expect(await Promise.all(pictures.map(sides))).toMatchObject([{ width: 100 }, { width: 600 }, { width: 320 }]);
    expect(await quarters(pictures[0])).toEqual(UPRIGHT);
  });

  it('never enlarges', async () => {
    const path = await keep('small.png', await drawPicture({ type: 'image/png', width: 40, height: 30 }));
    const [one] = await renderPicture(path, [2048]);
    expect(await sides(one)).toMatchObject({ width: 40, height: 30 });
    const both = await renderPicture(path, [2048, 320]);
    expect(await Promise.all(both.map(sides))).toMatchObject([{ width: 40 }, { width: 40 }]);
  });

  it('turns what lies on its side', async () => {
    // Turned by a quarter to the right: what was drawn bottom left comes to stand top left.
    const [picture] = await renderPicture(await maker.news('phone-sideways.jpg'), [300]);
    expect(await sides(picture)).toMatchObject({ width: 200, height: 300 });
    expect(await quarters(picture)).toEqual(['bottomLeft', 'topLeft', 'bottomRight', 'topRight']);
  });

  it('keeps nothing of what the file says, the place least of all', async () => {
    for (const name of ['phone-sideways.jpg', 'market.jpg'] as const) {
      const [picture] = await renderPicture(await maker.news(name), [300]);
      const { exif, xmp, iptc, icc, orientation } = await sharp(picture).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
    }
  });

  it('shows what is see-through', async () => {
    const [picture] = await renderPicture(await maker.news('chart.png'), [200]);
    expect((await sharp(picture).metadata()).hasAlpha).toBe(true);
  });

  it('shows the first frame of what moves', async () => {
    const [picture] = await renderPicture(await maker.news('clip.gif'), [320]);
    expect((await sharp(picture).metadata()).pages ?? 1).toBe(1);
    expect(await sides(picture)).toMatchObject({ width: 240, height: 160 });
  });

  it('brings wide and printers’ colours into sRGB', async () => {
    const drawn = await drawPicture({ type: 'image/png', width: 200, height: 200 });
    const wide = await keep('wide.jpg', await sharp(drawn).withIccProfile('p3').jpeg({ quality: 95 }).toBuffer());
    const print = await keep('print.jpg', await sharp(drawn).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer());
    const deep = await keep('deep.png', await sharp(drawn).toColourspace('rgb16').png().toBuffer());
    for (const path of [wide, print, deep]) {
      const [picture] = await renderPicture(path, [100]);
      expect((await sharp(picture).metadata()).space).toBe('srgb');
    }
    // The numbers of a P3 file differ from those of its colours in sRGB; read as they are they would look pale.
    expect(await quarters((await renderPicture(wide, [100]))[0])).toEqual(UPRIGHT);
  });

  it('refuses what breaks off, what is garbled and what is another kind of file', async () => {
    const jpeg = await drawPicture({ type: 'image/jpeg', width: 400, height: 300, detailed: true });
    const cut = await keep('cut.jpg', jpeg.subarray(0, jpeg.length / 2));
    await expect(renderPicture(cut, [320])).rejects.toMatchObject({ code: 'truncated' });
    const tiff = await keep('tiff.jpg', await sharp(jpeg).tiff().toBuffer());
    await expect(renderPicture(tiff, [320])).rejects.toMatchObject({ code: 'damaged' });
    const svg = await keep('svg.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'));
    await expect(renderPicture(svg, [320])).rejects.toMatchObject({ code: 'damaged' });
    await expect(renderPicture(join(folder, 'none.jpg'), [320])).rejects.toMatchObject({ code: 'damaged' });
  });
});
