import type { ByteReader } from './ByteReader.ts';
import type { Frame } from './readMovie.ts';

/** What a WebM or Matroska file says of itself that we ask for; null where it does not. */
export interface Matroska {
  /** In seconds. A browser that records does not know it when it writes the head, and leaves it out. */
  readonly duration: number | null;
  readonly frame: Frame | null;
}

/** The elements that are looked for (RFC 9559, §27). */
const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  entry: 0xae,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  displayWidth: 0x54b0,
  displayHeight: 0x54ba,
  displayUnit: 0x54b2,
  cluster: 0x1f43b675,
} as const;
const HOLDERS: ReadonlySet<number> = new Set([ID.segment, ID.info, ID.tracks, ID.entry, ID.video]);
/** Before the first pictures; a file made to keep us busy has more. */
const MAX_ELEMENTS = 2000;
const NANOSECONDS = 1e9;

/** Reads the head of a WebM or Matroska file, up to where its pictures and sounds begin. Odd or broken ones say nothing. */
export async function readMatroska(reader: ByteReader): Promise<Matroska> {
  const values = new Map<number, number>();
  let seen = 0;
  let isOver = false;

  async function walk(from: number, to: number): Promise<void> {
    for (let at = from; at < to && !isOver;) {
      seen += 1;
      const head = seen <= MAX_ELEMENTS ? await headAt(reader, at) : null;
      if (!head || head.id === ID.cluster) {
        isOver = true;
        return;
      }
      const end = head.length === null ? to : Math.min(head.start + head.length, to);
      if (HOLDERS.has(head.id)) await walk(head.start, end);
      // The first picture track is the one that is shown.
      else if (!values.has(head.id)) {
        const value = await valueAt(reader, head.start, end - head.start, head.id === ID.duration);
        if (value !== null) values.set(head.id, value);
      }
      at = end;
    }
  }

  await walk(0, reader.size);
  const duration = ((values.get(ID.duration) ?? 0) * (values.get(ID.scale) ?? 1_000_000)) / NANOSECONDS;
  const isInPixels = (values.get(ID.displayUnit) ?? 0) === 0;
  const side = (shown: number, stored: number) => (isInPixels && values.get(shown)) || (values.get(stored) ?? 0);
  const [width, height] = [side(ID.displayWidth, ID.pixelWidth), side(ID.displayHeight, ID.pixelHeight)];
  return {
    duration: Number.isFinite(duration) && duration > 0 ? duration : null,
    frame: width > 0 && height > 0 ? { width, height } : null,
  };
}

interface Head {
  readonly id: number;
  /** null for an element that was begun before its length was known. */
  readonly length: number | null;
  /** Where its content begins. */
  readonly start: number;
}

/** An element's name and length: numbers whose first byte tells by its leading zeros how long they are (RFC 8794, §4). */
async function headAt(reader: ByteReader, at: number): Promise<Head | null> {
  const bytes = await reader.read(at, Math.min(12, reader.size - at));
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  const lengthAt = bytes[idLength];
  if (idLength > 4 || lengthAt === undefined) return null;
  const sizeLength = Math.clz32(lengthAt) - 23;
  if (sizeLength > 8 || idLength + sizeLength > bytes.length) return null;
  let length = lengthAt & (0xff >> sizeLength);
  let isUnknown = length === 0xff >> sizeLength;
  for (const byte of bytes.subarray(idLength + 1, idLength + sizeLength)) {
    length = length * 256 + byte;
    isUnknown &&= byte === 0xff;
  }
  return { id: bytes.readUIntBE(0, idLength), length: isUnknown ? null : length, start: at + idLength + sizeLength };
}

async function valueAt(reader: ByteReader, at: number, length: number, isFloat: boolean): Promise<number | null> {
  if (length < 1 || length > 8 || at + length > reader.size) return null;
  const bytes = await reader.read(at, length);
  if (!isFloat) return length <= 6 ? bytes.readUIntBE(0, length) : null;
  if (length === 4) return bytes.readFloatBE(0);
  return length === 8 ? bytes.readDoubleBE(0) : null;
}
