import type { PictureType } from './mediaTypes.ts';

/** What people hand over as a picture and Stet does not take. */
export type ForeignKind =
  | 'heic'
  | 'tiff'
  | 'raw'
  | 'svg'
  | 'pdf'
  | 'postscript'
  | 'photoshop'
  | 'bitmap'
  | 'icon'
  | 'jpegXl'
  | 'jpeg2000'
  | 'video'
  | 'audio'
  | 'archive'
  | 'webPage'
  | 'text'
  | 'unknown';

/** What a file's first bytes say it is. */
export type Sniffed =
  { readonly kind: 'picture'; readonly type: PictureType } | { readonly kind: 'foreign'; readonly what: ForeignKind };

/** As many bytes from the beginning as `sniffPicture` looks at. */
export const SNIFFED_BYTES = 1024;

interface Signature {
  readonly what: PictureType | ForeignKind;
  readonly at?: number;
  /** One character a byte. */
  readonly bytes: string;
}

const SIGNATURES: readonly Signature[] = [
  { what: 'image/jpeg', bytes: '\xff\xd8\xff' },
  { what: 'image/png', bytes: '\x89PNG\r\n\x1a\n' },
  { what: 'image/gif', bytes: 'GIF87a' },
  { what: 'image/gif', bytes: 'GIF89a' },
  { what: 'raw', at: 8, bytes: 'CR\x02' },
  { what: 'raw', bytes: 'FUJIFILMCCD-RAW' },
  { what: 'raw', bytes: 'IIRO' },
  { what: 'raw', bytes: 'IIRS' },
  { what: 'raw', bytes: 'MMOR' },
  { what: 'raw', bytes: 'IIU\0' },
  { what: 'raw', bytes: 'FOVb' },
  { what: 'raw', bytes: '\0MRM' },
  { what: 'tiff', bytes: 'II*\0' },
  { what: 'tiff', bytes: 'MM\0*' },
  { what: 'tiff', bytes: 'II+\0' },
  { what: 'tiff', bytes: 'MM\0+' },
  { what: 'pdf', bytes: '%PDF-' },
  { what: 'postscript', bytes: '%!PS' },
  { what: 'postscript', bytes: '\xc5\xd0\xd3\xc6' },
  { what: 'photoshop', bytes: '8BPS' },
  { what: 'bitmap', bytes: 'BM' },
  { what: 'icon', bytes: '\0\0\x01\0' },
  { what: 'jpegXl', bytes: '\xff\x0a' },
  { what: 'jpegXl', at: 4, bytes: 'JXL \r\n\x87\n' },
  { what: 'jpeg2000', at: 4, bytes: 'jP  \r\n\x87\n' },
  { what: 'jpeg2000', bytes: '\xff\x4f\xff\x51' },
  { what: 'video', bytes: '\x1a\x45\xdf\xa3' },
  { what: 'video', bytes: 'FLV\x01' },
  { what: 'video', bytes: '\0\0\x01\xba' },
  { what: 'video', bytes: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' },
  { what: 'audio', bytes: 'ID3' },
  { what: 'audio', bytes: 'OggS' },
  { what: 'audio', bytes: 'fLaC' },
  { what: 'audio', bytes: '#!AMR' },
  { what: 'audio', bytes: 'caff' },
  { what: 'audio', bytes: 'MThd' },
  { what: 'audio', at: 8, bytes: 'AIFF' },
  { what: 'audio', at: 8, bytes: 'AIFC' },
  { what: 'archive', bytes: 'PK\x03\x04' },
  { what: 'archive', bytes: '\x1f\x8b' },
  { what: 'archive', bytes: '7z\xbc\xaf' },
  { what: 'archive', bytes: 'Rar!' },
  { what: 'archive', bytes: '\xd0\xcf\x11\xe0' },
];

const RIFF_FORMS: Readonly<Record<string, PictureType | ForeignKind>> = {
  WEBP: 'image/webp',
  'AVI ': 'video',
  WAVE: 'audio',
};

/** Brands of the ISO base media format; the first rule that names one of a file's brands holds. */
const BRANDS: readonly (readonly [pattern: RegExp, what: PictureType | ForeignKind])[] = [
  [/^crx $/, 'raw'],
  [/^avi[fs]$/, 'image/avif'],
  [/^(hei[cxms]|hev[cxms]|mif1|msf1)$/, 'heic'],
  [/^M4[AB] $/, 'audio'],
];

const MARKUP = /^(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype\s+svg[^>]*>|\s)*<(?:!doctype\s+html|([a-z][\w:-]*))/i;
const PAGE_ELEMENTS = new Set(['html', 'head', 'body', 'script', 'meta', 'title', 'div', 'style', 'table', 'p', 'a']);

/**
 * Says what a file is by its first bytes (`SNIFFED_BYTES` of them, or all there are); its name and the type it was
 * announced with count for nothing.
 */
export function sniffPicture(head: Uint8Array): Sniffed {
  const what = sniffBytes(head.subarray(0, SNIFFED_BYTES));
  return what.startsWith('image/')
    ? { kind: 'picture', type: what as PictureType }
    : { kind: 'foreign', what: what as ForeignKind };
}

function sniffBytes(head: Uint8Array): PictureType | ForeignKind {
  const text = String.fromCharCode(...head);
  if (text.startsWith('RIFF')) return RIFF_FORMS[text.slice(8, 12)] ?? 'unknown';
  if (text.startsWith('ftyp', 4)) return sniffBrands(text);
  const signed = SIGNATURES.find(({ at = 0, bytes }) => text.startsWith(bytes, at));
  return signed?.what ?? sniffText(head, text);
}

function sniffBrands(text: string): PictureType | ForeignKind {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(text.slice(0, 4), (character) => character.charCodeAt(0));
  const end = Math.min(a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d, text.length);
  const brands = [text.slice(8, 12)];
  // The minor version stands between the major brand and the compatible ones.
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  return BRANDS.find(([pattern]) => brands.some((brand) => pattern.test(brand)))?.[1] ?? 'video';
}

function sniffText(head: Uint8Array, latin: string): ForeignKind {
  if (latin.startsWith('\xff\xfe') || latin.startsWith('\xfe\xff')) return 'text';
  const text = latin.startsWith('\xef\xbb\xbf') ? latin.slice(3) : latin;
  const markup = MARKUP.exec(text);
  if (markup) {
    const element = markup[1]?.toLowerCase();
    if (element === 'svg' || element === 'svg:svg') return 'svg';
    return element === undefined || PAGE_ELEMENTS.has(element) ? 'webPage' : 'text';
  }
  // A control character other than tab, line feed, form feed, carriage return or escape is not in any text.
  const isText = head.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte));
  return isText && head.length > 0 ? 'text' : 'unknown';
}
