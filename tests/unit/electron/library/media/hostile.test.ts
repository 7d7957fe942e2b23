import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measurePicture } from '../../../../../electron/library/media/measurePicture.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import { assetSchema } from '../../../../../shared/media/asset.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';
import { openMedia, type OpenMedia } from './openMedia.ts';

const NAMES = [
  'phone-sideways.jpg',
  'urdu-xmp.jpg',
  'mac-iptc.jpg',
  'profile.png',
  'agency.webp',
  'agency.avif',
  'clip.gif',
] as const;
/** A test that would wait for ever fails by this. */
const LIMIT_MS = 120_000;

let folder = '';
let maker: PictureMaker;
let media: OpenMedia;
const pictures = new Map<string, Buffer>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-hostile-'));
  maker = new PictureMaker(folder);
  for (const name of NAMES) pictures.set(name, await readFile(await maker.news(name)));
  media = await openMedia();
}, LIMIT_MS);
afterAll(async () => {
  await maker.close();
  await media.close();
  await rm(folder, { recursive: true, force: true });
});

/** One way to spoil a file. Places are shares of its length, most of them where the directories lie. */
const place = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: 0, max: 0.1, noNaN: true }) },
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const damage = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      place,
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      place,
      byte: fc.constantFrom(0, 0x7f, 0x80, 0xff),
      length: fc.integer({ min: 1, max: 64 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('remove' as const), place, length: fc.integer({ min: 1, max: 2000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('repeat' as const),
      place,
      length: fc.integer({ min: 1, max: 2000 }),
      times: fc.integer({ min: 1, max: 50 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), place }) },
);
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function spoil(picture: Buffer, { place: share, ...how }: Damage): Buffer {
  const at = Math.floor(share * picture.length);
  const [before, after] = [picture.subarray(0, at), picture.subarray(at)];
  switch (how.kind) {
    case 'write':
      return Buffer.concat([before, how.bytes, after.subarray(how.bytes.length)]);
    case 'fill':
      return Buffer.concat([before, Buffer.alloc(how.length, how.byte), after.subarray(how.length)]);
    case 'remove':
      return Buffer.concat([before, after.subarray(how.length)]);
    case 'repeat':
      return Buffer.concat([before, ...Array.from({ length: how.times }, () => after.subarray(0, how.length)), after]);
    case 'cut':
      return before;
  }
}

const spoiled = fc
  .tuple(fc.constantFrom(...NAMES), fc.array(damage, { minLength: 1, maxLength: 4 }))
  .map(([name, damages]) => ({ name, damages }));

function spoilAll({ name, damages }: { readonly name: string; readonly damages: readonly Damage[] }): Buffer {
  return damages.reduce(spoil, pictures.get(name) ?? Buffer.alloc(0));
}

const latin = (text: string) => Buffer.from(text, 'latin1');
const MEGABYTES = 8 * 1024 * 1024;

/** Containers of very many parts, each of a few bytes. */
const BUSY: readonly (readonly [name: string, head: Buffer, part: Buffer])[] = [
  ['segments of a JPEG', latin('\xff\xd8'), latin('\xff\xe1\0\x02')],
  ['fill bytes of a JPEG', latin('\xff\xd8'), latin('\xff')],
  ['rubbish in a JPEG', latin('\xff\xd8\xff\xe0\0\x02'), latin('A')],
  [
    'chunks of a PNG',
    latin('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x09\0\0\0\x09\0\0\0\0\0\0\0\0\0'),
    latin('\0\0\0\0iTXt\0\0\0\0'),
  ],
  ['chunks of a WebP', latin('RIFF\0\0\x7f\0WEBP'), latin('abcd\0\0\0\0')],
  ['extensions of a GIF', latin('GIF89a\x09\0\x09\0\0\0\0'), latin('!\xfe\0')],
  ['sub-blocks of a GIF', latin('GIF89a\x09\0\x09\0\0\0\0!\xfe'), latin('\x01')],
  ['boxes of an AVIF', latin('\0\0\0\x14ftypavif\0\0\0\0avif'), latin('\0\0\0\x08free')],
];

describe('a picture made to break what reads it', () => {
  it.each(BUSY)('is refused before long for all its %s', async (_name, head, part) => {
    const path = join(folder, 'busy');
    await writeFile(path, Buffer.concat([head, Buffer.alloc(MEGABYTES, part)]));
    const file = await open(path, 'r');
    try {
      await expect(measurePicture(file, head.length + MEGABYTES)).rejects.toBeInstanceOf(StetError);
    } finally {
      await file.close();
    }
  });

  it(
    'is measured or refused with a sentence, never anything else',
    async () => {
      const path = join(folder, 'spoiled');
      await fc.assert(
        fc.asyncProperty(spoiled, async (how) => {
          const bytes = spoilAll(how);
          await writeFile(path, bytes);
          const file = await open(path, 'r');
          try {
            const { width, height } = await measurePicture(file, bytes.length);
            expect(width * height).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(StetError);
          } finally {
            await file.close();
          }
        }),
        { numRuns: 1500 },
      );
    },
    LIMIT_MS,
  );

  it(
    'is stored whole or leaves nothing behind',
    async () => {
      await fc.assert(
        fc.asyncProperty(spoiled, async (how) => {
          const before = await media.listFiles();
          const bytes = spoilAll(how);
          try {
            const asset = await media.store.add({ name: how.name, bytes });
            expect(assetSchema.parse(asset)).toEqual(asset);
            expect((await readFile(media.store.pathOf(asset.id) ?? '')).equals(bytes)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(StetError);
            expect(await media.listFiles()).toEqual(before);
          }
        }),
        { numRuns: 60 },
      );
    },
    LIMIT_MS,
  );
});
