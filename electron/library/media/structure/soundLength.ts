import type { RecordingType } from '../../../../shared/media/mediaTypes.ts';
import type { ByteReader } from './ByteReader.ts';

/** A WAV file has a handful of chunks before its samples. */
const MAX_CHUNKS = 1000;
/** Frames that must be alike for a file to count as one of constant rate. */
const ALIKE_FRAMES = 8;
const WINDOW = 32 * 1024;

/** How long (s) a file of sound alone is, where its head says it; null where only playing it through would tell. */
export async function soundLength(reader: ByteReader, type: RecordingType): Promise<number | null> {
  const seconds =
    type === 'audio/wav'
      ? await wavLength(reader)
      : type === 'audio/flac'
        ? await flacLength(reader)
        : type === 'audio/mpeg'
          ? await mpegLength(reader)
          : null;
  return seconds !== null && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** RIFF: `fmt ` tells bytes a second, `data` holds them; one that was written without an end holds what is there. */
async function wavLength(reader: ByteReader): Promise<number | null> {
  let rate = 0;
  let at = 12;
  for (let seen = 0; seen < MAX_CHUNKS && at + 8 < reader.size; seen += 1) {
    const head = await reader.read(at, Math.min(20, reader.size - at));
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    if (name === 'fmt ' && head.length >= 20) rate = head.readUInt32LE(16);
    if (name === 'data') return rate > 0 ? Math.min(length, reader.size - at - 8) / rate : null;
    at += 8 + length + (length % 2);
  }
  return null;
}

/** FLAC: the first block tells the sample rate in 20 bits and the number of samples in 36. */
async function flacLength(reader: ByteReader): Promise<number | null> {
  if (reader.size < 26) return null;
  const info = await reader.read(18, 8);
  const rate = info.readUIntBE(0, 3) >> 4;
  const samples = ((info[3] ?? 0) & 0x0f) * 2 ** 32 + info.readUInt32BE(4);
  return rate > 0 ? samples / rate : null;
}

interface Frame {
  /** kbit/s. */
  readonly bitRate: number;
  readonly sampleRate: number;
  readonly samples: number;
  readonly bytes: number;
}

const BIT_RATES = {
  1: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** The header of a frame of MPEG audio, layer III; null where there is none. */
function frameAt(bytes: Buffer, at: number): Frame | null {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2) return null;
  // 3: MPEG 1; 2: MPEG 2, half the rates; 0: MPEG 2.5, a quarter.
  const version = (kind >> 3) & 3;
  if (version === 1) return null;
  const bitRate = BIT_RATES[version === 3 ? 1 : 2][(rates >> 4) - 1];
  const baseRate = SAMPLE_RATES[(rates >> 2) & 3];
  if (bitRate === undefined || baseRate === undefined) return null;
  const sampleRate = baseRate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = version === 3 ? 1152 : 576;
  const padding = (rates >> 1) & 1;
  return { bitRate, sampleRate, samples, bytes: Math.floor((samples * bitRate * 125) / sampleRate) + padding };
}

/** MP3: a first frame that counts the others (Xing, Info, VBRI), or frames that are all of one rate. */
async function mpegLength(reader: ByteReader): Promise<number | null> {
  const start = await behindTag(reader);
  const length = Math.min(WINDOW, reader.size - start);
  if (length < 4) return null;
  const bytes = await reader.read(start, length);
  let first = 0;
  while (first < bytes.length && !isFrame(bytes, first)) first += 1;
  const frame = frameAt(bytes, first);
  if (!frame) return null;
  const counted = countedFrames(bytes.subarray(first, first + frame.bytes));
  if (counted !== null) return (counted * frame.samples) / frame.sampleRate;
  let at = first;
  for (let alike = 0; alike < ALIKE_FRAMES; alike += 1) {
    const next = frameAt(bytes, at);
    if (next?.bitRate !== frame.bitRate) return null;
    at += next.bytes;
  }
  return (reader.size - start - first) / (frame.bitRate * 125);
}

/** A frame that another one follows: bytes that only look like one are not followed by one. */
function isFrame(bytes: Buffer, at: number): boolean {
  const frame = frameAt(bytes, at);
  return frame !== null && frameAt(bytes, at + frame.bytes) !== null;
}

function countedFrames(frame: Buffer): number | null {
  const xing = ['Xing', 'Info'].map((name) => frame.indexOf(name, 0, 'latin1')).find((at) => at > 0 && at < 48);
  if (xing !== undefined && xing + 12 <= frame.length && (frame.readUInt32BE(xing + 4) & 1) === 1)
    return frame.readUInt32BE(xing + 8);
  return frame.toString('latin1', 36, 40) === 'VBRI' && frame.length >= 54 ? frame.readUInt32BE(50) : null;
}

/** Where an ID3 tag at the beginning ends (ID3v2.4, §3.1). */
export async function behindTag(reader: ByteReader): Promise<number> {
  if (reader.size < 10) return 0;
  const head = await reader.read(0, 10);
  if (head.toString('latin1', 0, 3) !== 'ID3') return 0;
  return 10 + head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
}
