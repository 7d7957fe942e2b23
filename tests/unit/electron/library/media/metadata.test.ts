import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCameraTalk } from '../../../../../electron/library/media/embedded/isCameraTalk.ts';
import { readIim } from '../../../../../electron/library/media/embedded/readIim.ts';
import { tidyDate } from '../../../../../electron/library/media/embedded/tidyDate.ts';
import { tidyText } from '../../../../../electron/library/media/embedded/tidyText.ts';
import { xmpFields } from '../../../../../electron/library/media/embedded/xmpFields.ts';
import { measurePicture, type Measured } from '../../../../../electron/library/media/measurePicture.ts';
import type { EmbeddedMetadata } from '../../../../../shared/media/asset.ts';
import { NEWS_PICTURES, type NewsPictureName } from '../../../../fixtures/pictures/newsPictures.ts';
import { PictureMaker } from '../../../../fixtures/pictures/PictureMaker.ts';

let folder = '';
let maker: PictureMaker;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-metadata-'));
  maker = new PictureMaker(folder);
});
afterAll(async () => {
  await maker.close();
  await rm(folder, { recursive: true, force: true });
});

async function measured(path: string): Promise<Measured> {
  const file = await open(path, 'r');
  try {
    return await measurePicture(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/** What Photoshop would note of the IPTC block in a JPEG; ExifTool can only where Perl has its larger library. */
function iptcDigest(jpeg: Buffer): string {
  const at = jpeg.indexOf(Buffer.from('8BIM\x04\x04\0\0', 'latin1')) + 8;
  const block = jpeg.subarray(at + 4, at + 4 + jpeg.readUInt32BE(at));
  return createHash('md5').update(block).digest('hex');
}

async function embeddedIn(path: string): Promise<EmbeddedMetadata> {
  return (await measured(path)).embedded;
}

const PHOTO = { type: 'image/jpeg', width: 60, height: 40 } as const;

describe('what a picture says about itself', () => {
  it.each(Object.keys(NEWS_PICTURES) as NewsPictureName[])(
    'is read from %s',
    async (name) => {
      expect(await embeddedIn(await maker.news(name))).toEqual(NEWS_PICTURES[name].embedded);
    },
    60_000,
  );

  it('is nothing for a picture that says nothing', async () => {
    expect(await embeddedIn(await maker.write('silent.jpg', PHOTO))).toEqual({});
  });

  it('comes from XMP where IPTC says something else', async () => {
    const path = await maker.write('both.jpg', PHOTO, {
      'IPTC:Credit': 'Old Wire',
      'XMP-photoshop:Credit': 'New Wire',
    });
    expect(await embeddedIn(path)).toEqual({ credit: 'New Wire' });
  });

  it('comes from IPTC where a later program changed only that, unless it merely cut the words off', async () => {
    const path = await maker.write('changed.jpg', PHOTO, {
      'IPTC:Credit': 'Old Wire',
      'XMP-photoshop:Credit': 'Old Wire',
    });
    await maker.tag(path, { 'Photoshop:IPTCDigest': iptcDigest(await readFile(path)) });
    expect(await embeddedIn(path)).toEqual({ credit: 'Old Wire' });
    const long = 'A headline that is longer than the field it was once written to';
    await maker.tag(path, {
      'IPTC:Credit': 'New Wire',
      'IPTC:Headline': long.slice(0, 20),
      'XMP-photoshop:Headline': long,
    });
    expect(await embeddedIn(path)).toEqual({ credit: 'New Wire', headline: long });
  });
});

describe('where a field was read', () => {
  it('is kept, with what the other places say instead', async () => {
    const path = await maker.write('disagree.jpg', PHOTO, {
      'IPTC:CodedCharacterSet': 'UTF8',
      'IPTC:By-line': ['Omar Beg', 'Ayesha Raza'],
      'IPTC:Credit': 'Old Wire',
      'IPTC:City': 'Lahore',
      'IPTC:DateCreated': '2026:05:03',
      'XMP-dc:Creator': ['Ayesha Raza', 'Omar Beg'],
      'XMP-photoshop:Credit': 'New Wire',
      'XMP-photoshop:DateCreated': '2026:05:03 10:15:00+05:00',
      'XMP-xmpRights:UsageTerms': 'Editorial use only.',
      'IFD0:Artist': 'Canon user',
    });
    const { embedded, provenance } = await measured(path);
    expect(embedded.usageTerms).toBe('Editorial use only.');
    expect(provenance).toEqual({
      creator: { from: 'xmp', others: [{ from: 'exif', value: 'Canon user' }] },
      credit: { from: 'xmp', others: [{ from: 'iptc', value: 'Old Wire' }] },
      city: { from: 'iptc', others: [] },
      dateCreated: { from: 'xmp', others: [] },
      usageTerms: { from: 'xmp', others: [] },
    });
  });

  it('may be a second packet of XMP, where one was too short', async () => {
    const words = (many: number, word: string) => Array.from({ length: many }, () => word).join(' ');
    const path = await maker.write('long.jpg', PHOTO, {
      'XMP-dc:Description': words(6000, 'شباك'),
      'XMP-iptcCore:ExtDescrAccessibility': words(6000, 'rope'),
      'XMP-photoshop:Credit': 'South Wire',
    });
    expect((await readFile(path)).includes('http://ns.adobe.com/xmp/extension/')).toBe(true);
    const { embedded } = await measured(path);
    expect(embedded.credit).toBe('South Wire');
    expect(embedded.caption?.startsWith('شباك شباك')).toBe(true);
    expect(embedded.extendedDescription?.startsWith('rope rope')).toBe(true);
  });

  it('may be the tags of Windows, or the texts of a PNG', async () => {
    const windows = await maker.write('windows.jpg', PHOTO, {
      'IFD0:XPTitle': 'Boats',
      'IFD0:XPComment': 'سفن في الميناء',
      'IFD0:XPAuthor': 'Rami Aoun',
      'IFD0:XPKeywords': 'sea;net',
    });
    expect((await measured(windows)).embedded).toEqual({
      headline: 'Boats',
      caption: 'سفن في الميناء',
      creator: 'Rami Aoun',
      keywords: ['sea', 'net'],
    });
    const png = await maker.write(
      'texts.png',
      { ...PHOTO, type: 'image/png' },
      {
        'PNG:Author': 'Tuva Lind',
        'PNG:Description': 'Låsen i kanalen.',
        'PNG:Copyright': '© Tuva Lind',
      },
    );
    const { embedded, provenance } = await measured(png);
    expect(embedded).toEqual({ caption: 'Låsen i kanalen.', creator: 'Tuva Lind', copyright: '© Tuva Lind' });
    expect(provenance.creator?.from).toBe('png');
  });
});

describe('readIim', () => {
  const dataset = (record: number, number: number, data: Uint8Array) =>
    Buffer.concat([Buffer.from([0x1c, record, number, data.length >> 8, data.length & 255]), data]);
  const escape = (sequence: string) => dataset(1, 90, Buffer.from(`\x1b${sequence}`, 'latin1'));

  it.each([
    ['Arabic', '-G', [0xd5, 0xea, 0xcf, 0xc7], 'صيدا'],
    ['Hebrew', '-H', [0xe9, 0xf4, 0xe5], 'יפו'],
    ['Cyrillic', '-L', [0xba, 0xd8, 0xd5, 0xd2], 'Киев'],
    ['Latin-2', '-B', [0xa3, 0xf3, 0x64, 0xbc], 'Łódź'],
    ['Latin-1', '.A', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72], 'Müller'],
  ])('reads %s as it was declared', (_name, sequence, bytes, text) => {
    const block = Buffer.concat([escape(sequence), dataset(2, 120, Uint8Array.from(bytes))]);
    expect(readIim(block).get(120)).toEqual([text]);
  });

  it('believes the text more than what is declared', () => {
    const utf8 = dataset(2, 120, Buffer.from('Évreux'));
    expect(readIim(Buffer.concat([escape('-A'), utf8])).get(120)).toEqual(['Évreux']);
    const latin = dataset(2, 120, Buffer.from('Évreux', 'latin1'));
    expect(readIim(Buffer.concat([escape('%G'), latin])).get(120)).toEqual(['Évreux']);
  });

  it('reads what is whole of a block that breaks off, and lengths that take more than two bytes', () => {
    const long = Buffer.alloc(40_000, 'x');
    const extended = Buffer.concat([Buffer.from([0x1c, 2, 120, 0x80, 4, 0, 0, 0x9c, 0x40]), long]);
    const block = Buffer.concat([
      extended,
      dataset(2, 110, Buffer.from('Wire')),
      dataset(2, 80, Buffer.from('Somebody')),
    ]);
    const texts = readIim(block.subarray(0, -3));
    expect(texts.get(120)?.[0]).toHaveLength(40_000);
    expect([texts.get(110), texts.get(80)]).toEqual([['Wire'], undefined]);
  });
});

describe('xmpFields', () => {
  const packet = (inner: string, attributes = '') =>
    Buffer.from(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
        `<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"` +
        ` ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`,
    );
  const alt = (...items: string[]) => `<dc:description><rdf:Alt>${items.join('')}</rdf:Alt></dc:description>`;

  it('takes the text meant for everybody, else the first there is', () => {
    const urdu = '<rdf:li xml:lang="ur">بارش</rdf:li>';
    expect(xmpFields(packet(alt(urdu, '<rdf:li xml:lang="x-default">Rain</rdf:li>'))).caption).toBe('Rain');
    expect(xmpFields(packet(alt(urdu, '<rdf:li xml:lang="en">Rain</rdf:li>'))).caption).toBe('بارش');
    expect(xmpFields(packet(alt('<rdf:li xml:lang="x-default"/>', urdu))).caption).toBe('بارش');
  });

  it('reads properties written as attributes, and characters written as entities', () => {
    expect(xmpFields(packet('', 'photoshop:Credit="Wire &amp; Sons"')).credit).toBe('Wire & Sons');
  });

  it('reads a packet without its wrapper, and none that is not XML or declares entities', () => {
    const [, rdf = ''] = /(<rdf:RDF.*<\/rdf:RDF>)/s.exec(packet(alt('<rdf:li>Rain</rdf:li>')).toString()) ?? [];
    expect(xmpFields(Buffer.from(rdf)).caption).toBe('Rain');
    expect(xmpFields(Buffer.from('no XML at all'))).toEqual({});
    expect(xmpFields(Buffer.from(`${rdf.slice(0, -20)}</rdf:RDF>`)).caption).toBeUndefined();
    const bomb = packet(`<!DOCTYPE x [<!ENTITY a "b">]>${alt('<rdf:li>Rain</rdf:li>')}`);
    expect(xmpFields(bomb).caption).toBeUndefined();
  });
});

describe('tidyText', () => {
  it('takes off what never belonged to the text and keeps what orders right-to-left', () => {
    expect(tidyText(' A\r\nB\0\0')).toBe('A\nB');
    expect(tidyText('\u200fكراتشي (2026)\u200f')).toBe('\u200fكراتشي (2026)\u200f');
    expect(tidyText('half \ud83d')).toBe('half \ufffd');
    expect(tidyText(' \0 ')).toBeUndefined();
    expect(tidyText('x'.repeat(1_000_000))).toHaveLength(20_000);
  });
});

describe('tidyDate', () => {
  it.each([
    ['2026:05:03 10:15:30', '2026-05-03T10:15:30'],
    ['20260503T101530+0500', '2026-05-03T10:15:30+05:00'],
    ['2026-05-03T10:15', '2026-05-03T10:15'],
    ['2026-05-03T10:15:30.25Z', '2026-05-03T10:15:30Z'],
    ['2026-05-03', '2026-05-03'],
    ['2026-05', '2026-05'],
    ['2026', '2026'],
    ['20260500', '2026-05'],
    ['20260000', '2026'],
    ['2026-05-03 at noon', '2026-05-03'],
    ['0000:00:00 00:00:00', undefined],
    ['    :  :     :  :  ', undefined],
    ['yesterday', undefined],
    ['2026-13-01', undefined],
    ['', undefined],
  ])('reads %s as %s', (date, iso) => {
    expect(tidyDate(date)).toBe(iso);
  });

  it('adds the zone that is said elsewhere', () => {
    expect(tidyDate('2026:05:03 10:15:30', '+03:00')).toBe('2026-05-03T10:15:30+03:00');
    expect(tidyDate('2026:05:03 10:15:30', '   :  ')).toBe('2026-05-03T10:15:30');
  });
});

describe('isCameraTalk', () => {
  it.each([
    'OLYMPUS DIGITAL CAMERA',
    'SONY DSC',
    'IMG_20260503_101530.jpg',
    'DCIM\\100MEDIA\\DJI_0001.JPG',
    'hdr',
    'default',
  ])('knows %s', (words) => expect(isCameraTalk(words)).toBe(true));

  it.each(['Samsung heirs leave the court', 'A sony dsc on a table', 'Image of a saint', 'hdr is not my thing'])(
    'leaves %s alone',
    (words) => expect(isCameraTalk(words)).toBe(false),
  );
});
