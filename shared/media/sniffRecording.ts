import type { RecordingType } from './mediaTypes.ts';

/** What the marks at the beginning of a file say it is; one character a byte. */
const MARKS: readonly (readonly [mark: string, at: number, type: RecordingType])[] = [
  ['fLaC', 0, 'audio/flac'],
  ['ID3', 0, 'audio/mpeg'],
  // QuickTime films from before there was a file type box begin with one of these.
  ['moov', 4, 'video/quicktime'],
  ['mdat', 4, 'video/quicktime'],
  ['wide', 4, 'video/quicktime'],
];

/** Brands of the ISO base media format that are pictures or a camera's raw file. */
const STILL = /^(?:avi[fs]|hei[cxms]|hev[cxms]|mif1|msf1|crx )$/;

/**
 * The type of a video or audio file by its first bytes (1024 of them, or all there are); null for every other file. Whether
 * an MP4 shows anything is only known from its table of tracks.
 */
export function sniffRecording(head: Uint8Array): RecordingType | null {
  const text = String.fromCharCode(...head.subarray(0, 1024));
  if (text.startsWith('ftyp', 4)) return sniffBrands(text);
  if (text.startsWith('RIFF')) return text.startsWith('WAVE', 8) ? 'audio/wav' : null;
  if (text.startsWith('OggS')) return text.includes('\x80theora') ? 'video/ogg' : 'audio/ogg';
  if (text.startsWith('\x1a\x45\xdf\xa3')) return sniffMatroska(text);
  const marked = MARKS.find(([mark, at]) => text.startsWith(mark, at));
  return marked?.[2] ?? sniffFrames(head);
}

function sniffBrands(text: string): RecordingType | null {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(text.slice(0, 4), (character) => character.charCodeAt(0));
  const end = Math.min(a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d, text.length);
  const major = text.slice(8, 12);
  const brands = [major];
  // The minor version stands between the major brand and the compatible ones.
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  if (brands.some((brand) => STILL.test(brand))) return null;
  if (major === 'qt  ') return 'video/quicktime';
  return /^M4[AB] $/.test(major) ? 'audio/mp4' : 'video/mp4';
}

/** The kind of document is the first thing a Matroska file says; its tracks follow soon when a browser recorded it. */
function sniffMatroska(text: string): RecordingType | null {
  const [, kind = ''] = /\x42\x82[\x80-\xff]([a-z]+)/.exec(text) ?? [];
  if (kind === 'matroska') return 'video/x-matroska';
  if (kind !== 'webm') return null;
  return text.includes('A_OPUS') && !/V_(?:VP|AV|MPEG)/.test(text) ? 'audio/webm' : 'video/webm';
}

/** MPEG audio without a tag in front: a frame's header says enough to be told from chance. */
function sniffFrames(head: Uint8Array): RecordingType | null {
  const [sync = 0, kind = 0, rates = 0] = head;
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0) return null;
  // ADTS, the frames of bare AAC: no layer, and a sample rate that exists.
  if ((kind & 0xf6) === 0xf0) return ((rates >> 2) & 0x0f) < 13 ? 'audio/aac' : null;
  const isLayerIII = (kind & 0x06) === 0x02;
  const isVersion = (kind & 0x18) !== 0x08;
  const isRate = rates >> 4 !== 0x0f && rates >> 4 !== 0 && (rates & 0x0c) !== 0x0c;
  return isLayerIII && isVersion && isRate ? 'audio/mpeg' : null;
}
