import { cutText } from './cutText.ts';
import { splitNames, type Coordinates, type PictureWords } from './PictureWords.ts';

/** Tags of EXIF 3.0 that a rendition may have, and no other. */
const TAG = {
  imageDescription: 0x010e,
  artist: 0x013b,
  copyright: 0x8298,
  exifPointer: 0x8769,
  gpsPointer: 0x8825,
  dateTimeOriginal: 0x9003,
  gpsVersion: 0x0000,
  latitudeRef: 0x0001,
  latitude: 0x0002,
  longitudeRef: 0x0003,
  longitude: 0x0004,
} as const;
const TYPE = { byte: 1, ascii: 2, long: 4, rational: 5 } as const;

/** A JPEG holds it all in one segment. */
const MAX_TEXT_BYTES = 16_384;
const HEADER_BYTES = 8;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly data: Buffer;
}

function ascii(tag: number, text: string | undefined): Entry[] {
  if (text === undefined) return [];
  // Two-byte values would have to be aligned; texts of any charset are taken as bytes, and read as UTF-8.
  const data = Buffer.from(`${cutText(text, MAX_TEXT_BYTES)}\0`);
  return [{ tag, type: TYPE.ascii, count: data.length, data }];
}

function pointer(tag: number, to: number): Entry {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(to);
  return { tag, type: TYPE.long, count: 1, data };
}

function degrees(tag: number, value: number): Entry {
  const tenThousandths = Math.round(Math.abs(value) * 3600 * 10_000);
  const whole = Math.floor(tenThousandths / 36_000_000);
  const minutes = Math.floor((tenThousandths % 36_000_000) / 600_000);
  const data = Buffer.alloc(24);
  [whole, 1, minutes, 1, tenThousandths % 600_000, 10_000].forEach((number, at) => data.writeUInt32BE(number, at * 4));
  return { tag, type: TYPE.rational, count: 3, data };
}

function gps({ latitude, longitude }: Coordinates): Entry[] {
  return [
    { tag: TAG.gpsVersion, type: TYPE.byte, count: 4, data: Buffer.from([2, 3, 0, 0]) },
    ...ascii(TAG.latitudeRef, latitude < 0 ? 'S' : 'N'),
    degrees(TAG.latitude, latitude),
    ...ascii(TAG.longitudeRef, longitude < 0 ? 'W' : 'E'),
    degrees(TAG.longitude, longitude),
  ];
}

/** How many bytes a directory takes with the values behind it, each on an even place. */
function lengthOf(entries: readonly Entry[]): number {
  const behind = entries.reduce((sum, { data }) => sum + (data.length > 4 ? data.length + (data.length % 2) : 0), 0);
  return 2 + entries.length * 12 + 4 + behind;
}

/** A directory at `start`, by ascending tags as TIFF 6.0 wants them; values of more than four bytes lie behind it. */
function directory(entries: readonly Entry[], start: number): Buffer {
  const bytes = Buffer.alloc(lengthOf(entries));
  let free = 2 + entries.length * 12 + 4;
  bytes.writeUInt16BE(entries.length, 0);
  for (const [index, { tag, type, count, data }] of [...entries].sort((a, b) => a.tag - b.tag).entries()) {
    const at = 2 + index * 12;
    bytes.writeUInt16BE(tag, at);
    bytes.writeUInt16BE(type, at + 2);
    bytes.writeUInt32BE(count, at + 4);
    if (data.length <= 4) data.copy(bytes, at + 8);
    else {
      bytes.writeUInt32BE(start + free, at + 8);
      data.copy(bytes, free);
      free += data.length + (data.length % 2);
    }
  }
  return bytes;
}

/** EXIF's form of a moment, which has to be known to the minute; its zone is left to XMP. */
function exifMoment(moment: string | undefined): string | undefined {
  const [, date, time, seconds = ':00'] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?/.exec(moment ?? '') ?? [];
  return date === undefined ? undefined : `${date.replaceAll('-', ':')} ${time}${seconds}`;
}

/**
 * A TIFF structure that says who, what and when, and where if the words say so; null when there is nothing to say. Texts are
 * UTF-8, as readers take them.
 */
export function writeExif(words: PictureWords): Buffer | null {
  const said = [
    ...ascii(TAG.imageDescription, words.caption),
    ...ascii(TAG.artist, words.creator === undefined ? undefined : splitNames(words.creator).join('; ')),
    ...ascii(TAG.copyright, words.copyright),
  ];
  const taken = ascii(TAG.dateTimeOriginal, exifMoment(words.dateCreated));
  const where = words.place ? gps(words.place) : [];
  if (said.length + taken.length + where.length === 0) return null;
  const pointers = (to: number, next: number) => [
    ...(taken.length > 0 ? [pointer(TAG.exifPointer, to)] : []),
    ...(where.length > 0 ? [pointer(TAG.gpsPointer, next)] : []),
  ];
  // Their numbers do not change how long they are.
  const exifAt = HEADER_BYTES + lengthOf([...said, ...pointers(0, 0)]);
  const gpsAt = exifAt + (taken.length > 0 ? lengthOf(taken) : 0);
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08', 'latin1'),
    directory([...said, ...pointers(exifAt, gpsAt)], HEADER_BYTES),
    ...(taken.length > 0 ? [directory(taken, exifAt)] : []),
    ...(where.length > 0 ? [directory(where, gpsAt)] : []),
  ]);
}
