import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenditionOrder } from '../../../../../electron/library/renditions/Rendition.ts';
import { arbitrarySentPicture, SECRETS, type SentPicture } from '../../../../fixtures/pictures/arbitraryMetadata.ts';
import { ExifReader, type ReadTags } from '../../../../fixtures/pictures/ExifReader.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';
import { openMedia, type OpenMedia } from '../media/openMedia.ts';

/** How many pictures are sent: `STET_PICTURES=300` for a long look. */
const PICTURES = Number(process.env['STET_PICTURES'] ?? 60);

const COPIES: RenditionOrder['copies'] = [
  { size: 'web', format: 'jpeg' },
  { size: 'web', format: 'webp' },
  { size: 'thumb', format: 'jpeg' },
];

/** Groups and tags that no rendition may have. */
const FORBIDDEN =
  /GPS|Serial|Owner|Thumbnail|Preview|History|MakerNote|Canon|DocumentID|InstanceID|Location|Make$|Model$|Software|CreatorTool|CreatorWork|Comment|Trailer|MPF/i;

let folder = '';
let maker: PictureMaker;
let reader: ExifReader;
let media: OpenMedia;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-sent-'));
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

let number = 0;

/** What a file says under a name, in one text, whether it is one or several there. */
function together(tags: ReadTags, name: string): string {
  return [tags[name]].flat().map(String).join(', ');
}

async function send({ type, tags, args }: SentPicture) {
  number += 1;
  const path = await maker.write(
    `sent-${number}.${type.slice(6)}`,
    { type, width: 96 + (number % 40), height: 64 },
    tags,
    args,
  );
  const asset = await media.store.add({ name: `sent-${number}`, path });
  const renditions = await media.store.makeRenditions(asset.id, {
    copies: COPIES,
    figure: null,
    cut: {},
    keepPlace: false,
  });
  return { asset, path, renditions };
}

describe('pictures as they are sent to newsrooms', () => {
  it(
    'go out with who, what and whose, and without where, by which camera and by whose',
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySentPicture, async (picture) => {
          const { asset, path, renditions } = await send(picture);
          expect(renditions).toHaveLength(COPIES.length);
          for (const [index, { bytes, type, report }] of renditions.entries()) {
            const made = join(folder, `made-${number}-${index}.${type.slice(6)}`);
            await writeFile(made, bytes);
            const tags = await reader.read(made);
            const { caption, creator, copyright, credit } = picture.said;
            expect(tags['XMP-dc:Description']).toBe(caption);
            expect(together(tags, 'XMP-dc:Creator')).toBe(creator);
            expect(tags['XMP-dc:Rights']).toBe(copyright);
            expect(tags['XMP-photoshop:Credit']).toBe(credit);
            expect(tags['IFD0:Artist']).toBe(creator);
            expect(tags['IFD0:Copyright']).toBe(copyright);
            if (type === 'image/jpeg') {
              expect(caption.startsWith(String(tags['IPTC:Caption-Abstract']))).toBe(true);
              expect(together(tags, 'IPTC:By-line')).toBe(creator);
              expect(tags['IPTC:Credit']).toBe(credit);
            }
            expect(Object.keys(tags).filter((name) => FORBIDDEN.test(name))).toEqual([]);
            expect(SECRETS.filter((secret) => bytes.includes(secret))).toEqual([]);
            expect(report.removed).toEqual(
              expect.arrayContaining(['place', 'serialNumbers', 'ownerName', 'editHistory']),
            );
            await rm(made);
          }
          // The original stays what it was.
          expect(
            createHash('sha256')
              .update(await readFile(media.store.pathOf(asset.id) ?? ''))
              .digest('hex'),
          ).toBe(asset.id);
          await rm(path);
        }),
        { numRuns: PICTURES },
      );
    },
    PICTURES * 20_000,
  );
});
