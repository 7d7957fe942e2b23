import { createHash } from 'node:crypto';
import { IIM } from '../../media/embedded/readIim.ts';
import { cutText } from './cutText.ts';
import { splitNames, type PictureWords } from './PictureWords.ts';

/** The longest each dataset of record 2 may be, in octets (IPTC-IIM 4.2, chapter 6). */
const LIMITS: Readonly<Record<keyof typeof IIM, number>> = {
  keywords: 64,
  dateCreated: 8,
  timeCreated: 11,
  byline: 32,
  city: 32,
  country: 64,
  headline: 256,
  credit: 32,
  source: 32,
  copyright: 128,
  caption: 2000,
};

/** ISO 2022's call for UTF-8. */
const UTF8 = Buffer.from('\x1b%G', 'latin1');
const IPTC_NAA = 0x0404;
const IPTC_DIGEST = 0x0425;

function dataset(record: number, number: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(data.length, 3);
  return Buffer.concat([head, data]);
}

/** Only the caption may have more than one line. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
}

function texts(name: keyof typeof IIM, values: readonly (string | undefined)[]): Buffer[] {
  return values.flatMap((value) => {
    const text = value && cutText(name === 'caption' ? value : oneLine(value), LIMITS[name]);
    return text ? [dataset(2, IIM[name], Buffer.from(text))] : [];
  });
}

/** `CCYYMMDD` and `HHMMSS±HHMM`, as far as an ISO 8601 moment says them; a time without a zone is none here. */
function dateAndTime(moment: string | undefined): readonly [date?: string, time?: string] {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(.+))?$/.exec(moment ?? '') ?? [];
  const [, clock = '', seconds = '00', zone] = /^(\d\d:\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)$/.exec(time ?? '') ?? [];
  if (date === undefined) return [];
  const day = date.replaceAll('-', '');
  if (zone === undefined) return [day];
  return [day, `${clock}${seconds}${zone === 'Z' ? '+0000' : zone}`.replaceAll(':', '')];
}

/** An IPTC-IIM block in UTF-8 that says these words; each is cut to what its dataset holds, between letters. */
function writeIim(words: PictureWords): Buffer {
  const [date, time] = dateAndTime(words.dateCreated);
  return Buffer.concat([
    dataset(1, 90, UTF8),
    dataset(2, 0, Buffer.from([0, 4])),
    ...texts('keywords', words.keywords ?? []),
    ...texts('dateCreated', [date]),
    ...texts('timeCreated', [time]),
    ...texts('byline', words.creator === undefined ? [] : splitNames(words.creator)),
    ...texts('city', [words.city]),
    ...texts('country', [words.country]),
    ...texts('headline', [words.headline]),
    ...texts('credit', [words.credit]),
    ...texts('source', [words.source]),
    ...texts('copyright', [words.copyright]),
    ...texts('caption', [words.caption]),
  ]);
}

function resource(number: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write('8BIM', 0, 'latin1');
  head.writeUInt16BE(number, 4);
  head.writeUInt32BE(data.length, 8);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Photoshop's image resources with these words in IPTC-IIM, and the digest by which readers know that XMP says the same. */
export function writeResources(words: PictureWords): Buffer {
  const iim = writeIim(words);
  return Buffer.concat([resource(IPTC_NAA, iim), resource(IPTC_DIGEST, createHash('md5').update(iim).digest())]);
}
