import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measurePicture, type Measured } from '../../../../../electron/library/media/measurePicture.ts';
import { NEWS_PICTURES, type NewsPictureName } from '../../../../fixtures/pictures/newsPictures.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';

let folder = '';
let maker: PictureMaker;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-embedded-'));
  maker = new PictureMaker(folder);
});
afterAll(async () => {
  await maker.close();
  await rm(folder, { recursive: true, force: true });
});

async function measure(path: string): Promise<Measured> {
  const file = await open(path, 'r');
  try {
    return await measurePicture(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

describe('what a picture says about itself', () => {
  it.each(Object.keys(NEWS_PICTURES) as NewsPictureName[])('is read from %s', async (name) => {
    const { drawing, embedded } = NEWS_PICTURES[name];
    const measured = await measure(await maker.news(name));
    expect(measured.embedded).toEqual(embedded);
    expect(measured.type).toBe(drawing.type);
  });
});
