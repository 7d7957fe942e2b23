import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';
import type { ByteReader } from './ByteReader.ts';

/** What an MP4 or QuickTime file says of itself that we ask for. */
export interface Movie {
  /** Whether one of its tracks is pictures. */
  readonly hasPicture: boolean;
  /** Whether it says where it was recorded. */
  readonly hasLocation: boolean;
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
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'udta']);
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
    else if (type === 'hdlr' && end - start >= 12)
      hasPicture ||= (await reader.read(start + 8, 4)).toString('latin1') === 'vide';
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

  for (let at = 0; at < reader.size;) {
    const box = await boxAt(at, reader.size);
    if (!box || box.end > reader.size) break;
    if (box.type === 'moov') {
      await look(box);
      return { hasPicture, hasLocation };
    }
    at = box.end;
  }
  throw refusePicture('recordingBreaksOff');
}
