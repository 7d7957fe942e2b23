import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';

/** What an MP4 or QuickTime file says of itself that we ask for. */
export interface Movie {
  /** Whether one of its tracks is pictures. */
  readonly hasPicture: boolean;
  /** Whether it says where it was recorded. */
  readonly hasLocation: boolean;
  /** In seconds; null where it does not say. */
  readonly duration: number | null;
  /** The sides its pictures are shown with, turned as it says; null where it has none. */
  readonly frame: Frame | null;
}

/** In pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** A length in the units of the file, in four bytes or, in the second version of a box, eight; all bits set say nothing. */
function lengthIn(box: Buffer, at: number): number {
  const length = box[0] === 1 && at + 8 <= box.length ? Number(box.readBigUInt64BE(at)) : box.readUInt32BE(at);
  return length >= 0xffff_ffff && (box[0] !== 1 || length > Number.MAX_SAFE_INTEGER) ? 0 : length;
}

interface Box {
  readonly type: string;
  /** Where its content begins and ends in the file. */
  readonly start: number;
  readonly end: number;
}

/** A phone's clip has some fifty boxes; a live recording in pieces a few thousand before its table of contents is met. */
const MAX_BOXES = 20_000;
/** The list of a file's own keys; more than this is not read. */
const MAX_KEYS = 64 * 1024;
const HOLDERS = new Set(['moov', 'mdia', 'mvex', 'udta']);
/** Where Apple, Android and 3GPP phones put the place (ISO 6709, or 3GPP TS 26.244). */
const PLACES = new Set(['\xa9xyz', 'loci']);
const PLACE_KEY = 'com.apple.quicktime.location';

/**
 * Reads the table of contents (`moov`) of an MP4 or QuickTime file, wherever it lies, in small reads: what is played is
 * never touched. Throws StetError `recordingBreaksOff` where there is none, `damaged` for boxes without end.
 */
export async function readMovie(reader: ByteReader): Promise<Movie> {
  let seen = 0;
  let hasPicture = false;
  let hasLocation = false;
  let timescale = 0;
  let ticks = 0;
  let frame: Frame | null = null;
  /** Of the track that is being looked at. */
  let track: Frame | null = null;

  async function boxAt(at: number, end: number): Promise<Box | null> {
    seen += 1;
    if (seen > MAX_BOXES) throw refusePicture('damaged');
    if (at + 8 > end) return null;
    const head = await reader.read(at, Math.min(16, end - at));
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    if (short === 0) return { type, start: at + 8, end };
    if (short !== 1) return short < 8 ? null : { type, start: at + 8, end: at + short };
    if (head.length < 16) return null;
    const length = Number(head.readBigUInt64BE(8));
    return length < 16 ? null : { type, start: at + 16, end: at + length };
  }

  async function walk(from: number, to: number): Promise<void> {
    for (let at = from; at < to;) {
      const box = await boxAt(at, to);
      if (!box || box.end > to) return;
      await look(box);
      at = box.end;
    }
  }

  async function look({ type, start, end }: Box): Promise<void> {
    if (HOLDERS.has(type)) await walk(start, end);
    else if (type === 'trak') {
      track = null;
      await walk(start, end);
    } else if (type === 'hdlr' && end - start >= 12) {
      if ((await reader.read(start + 8, 4)).toString('latin1') !== 'vide') return;
      hasPicture = true;
      frame ??= track;
    } else if (type === 'mvhd' && end - start >= 32) {
      const head = await reader.read(start, 32);
      timescale = head.readUInt32BE(head[0] === 1 ? 20 : 12);
      ticks = lengthIn(head, head[0] === 1 ? 24 : 16);
    } else if (type === 'mehd' && end - start >= 8)
      ticks ||= lengthIn(await reader.read(start, Math.min(12, end - start)), 4);
    else if (type === 'tkhd') track = await readTrackFrame(start, end);
    else if (PLACES.has(type)) hasLocation = true;
    else if (type === 'meta' && end - start >= 8) {
      // QuickTime's has no version in front of its boxes, MPEG's has.
      const isBare = (await reader.read(start + 4, 4)).toString('latin1') === 'hdlr';
      await walk(start + (isBare ? 0 : 4), end);
    } else if (type === 'keys') {
      const names = await reader.read(start, Math.min(end - start, MAX_KEYS));
      hasLocation ||= names.includes(PLACE_KEY, 0, 'latin1');
    }
  }

  /** What the header of a track says of its sides: numbers of 16 and 16 bits behind a matrix that may turn them. */
  async function readTrackFrame(start: number, end: number): Promise<Frame | null> {
    if (end - start < 84) return null;
    const head = await reader.read(start, Math.min(96, end - start));
    const matrix = head[0] === 1 ? 52 : 40;
    if (head.length < matrix + 44) return null;
    const [width, height] = [head.readUInt32BE(matrix + 36), head.readUInt32BE(matrix + 40)].map((side) =>
      Math.round(side / 65_536),
    );
    if (!width || !height) return null;
    const isTurned = head.readInt32BE(matrix + 4) !== 0;
    return isTurned ? { width: height, height: width } : { width, height };
  }

  for (let at = 0; at < reader.size;) {
    const box = await boxAt(at, reader.size);
    if (!box || box.end > reader.size) break;
    if (box.type === 'moov') {
      await look(box);
      const seconds = timescale > 0 ? ticks / timescale : 0;
      return { hasPicture, hasLocation, duration: seconds > 0 ? seconds : null, frame };
    }
    at = box.end;
  }
  throw refusePicture('recordingBreaksOff');
}
