import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renditionReportSchema } from '../../../shared/media/rendition.ts';
import { ExifReader } from '../../fixtures/pictures/ExifReader.ts';
import { PictureMaker } from '../../fixtures/pictures/PictureMaker.ts';
import { keepPictureStory, SLUG } from './pictureStory.ts';
import { StetCommand } from './StetCommand.ts';

const outcomes = z.array(
  z.discriminatedUnion('ok', [
    z.strictObject({
      ok: z.literal(true),
      picture: z.string(),
      renditions: z.array(
        z.strictObject({
          path: z.string(),
          size: z.string(),
          type: z.string(),
          width: z.int(),
          height: z.int(),
          bytes: z.int(),
          report: renditionReportSchema,
        }),
      ),
    }),
    z.strictObject({ ok: z.literal(false), picture: z.string(), message: z.string() }),
  ]),
);

let user: StetCommand;
let maker: PictureMaker;
let reader: ExifReader;

beforeAll(async () => {
  await StetCommand.build();
  user = new StetCommand();
  maker = new PictureMaker(join(user.home, 'sent'));
  reader = new ExifReader();
  await keepPictureStory(user.library);
}, 180_000);
afterAll(async () => {
  await maker.close();
  await reader.close();
  user.remove();
});

describe('stet renditions', { timeout: 120_000 }, () => {
  it('writes the pictures of a story, with what it says of them', async () => {
    const out = join(user.home, 'out');
    const [outcome] = await user.json(outcomes, ['renditions', SLUG, '--sizes', 'web,thumb', '--out', out]);
    if (!outcome?.ok) throw new Error('The picture was refused.');
    expect(outcome.renditions.map(({ size, type }) => `${size} ${type}`)).toEqual([
      'thumb image/jpeg',
      'thumb image/webp',
      'web image/jpeg',
      'web image/webp',
    ]);
    expect(
      readdirSync(out)
        .map((name) => name.replace(/-[0-9a-f]{12}-/, '-#-'))
        .sort(),
    ).toEqual([
      'boats-at-the-inner-mole-#-thumb.jpg',
      'boats-at-the-inner-mole-#-thumb.webp',
      'boats-at-the-inner-mole-#-web.jpg',
      'boats-at-the-inner-mole-#-web.webp',
    ]);
    for (const { path } of outcome.renditions)
      expect(await reader.read(path)).toMatchObject({
        'XMP-dc:Description': 'Boats at the inner mole.',
        'XMP-photoshop:Credit': 'Harbour Desk',
        'XMP-iptcCore:AltTextAccessibility': 'Four boats',
      });
    expect(await user.failure('renditions', SLUG, '--out', out)).toEqual([73, 'exists']);
    await user.json(outcomes, ['renditions', SLUG, '--out', out, '--force']);
  });

  it('takes files as well, says what it took out, and refuses one without keeping out the next', async () => {
    const phone = await maker.news('phone-sideways.jpg');
    const broken = join(user.home, 'broken.jpg');
    writeFileSync(broken, 'GIF89a, or so it says');
    const out = join(user.home, 'files');
    const ended = await user.run('renditions', broken, phone, '--sizes', 'web', '--formats', 'jpeg', '--out', out);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('broken.jpg: ');
    expect(ended.stdout).toContain('Kept: creator, taken on. Taken out: where it was taken.');
    expect(readdirSync(out)).toEqual(['phone-sideways-web.jpg']);
    expect(Object.keys(await reader.read(join(out, 'phone-sideways-web.jpg'))).join()).not.toContain('GPS');
  });

  it('says when the folder cannot be', async () => {
    writeFileSync(join(user.home, 'in-the-way'), '');
    const out = join(user.home, 'in-the-way', 'deeper');
    expect(await user.failure('renditions', SLUG, '--sizes', 'thumb', '--out', out)).toEqual([73, 'cannotWrite']);
  });

  it('refuses sizes and formats there are none of', async () => {
    expect(await user.failure('renditions', SLUG, '--sizes', 'huge', '--out', 'x')).toEqual([64, 'usage']);
    expect(await user.failure('renditions', SLUG, '--formats', 'bmp', '--out', 'x')).toEqual([64, 'usage']);
  });
});
