import type { RecordingType } from '../../../../shared/media/mediaTypes.ts';
import type { ByteReader } from './ByteReader.ts';
import { behindTag } from './soundLength.ts';

/** A WAV file has a handful of chunks before its samples; a pile of them is made to keep us busy. */
const MAX_CHUNKS = 1000;
/** Some programs leave room behind a tag. */
const MAX_PADDING = 16 * 1024;
/** Fewer bytes than this hold no sound in any form. */
const SMALLEST = 64;

/** Whether a file that says it is a recording has anything in it to be played. Only its structure is looked at. */
export async function hasSound(reader: ByteReader, type: RecordingType): Promise<boolean> {
  if (reader.size < SMALLEST) return false;
  if (type === 'audio/wav') return await hasSamples(reader);
  return type === 'audio/mpeg' ? await hasFrames(reader) : true;
}

/** RIFF: chunks of a name, a length and content, padded to an even length; the samples are in `data`. */
async function hasSamples(reader: ByteReader): Promise<boolean> {
  let at = 12;
  for (let seen = 0; seen < MAX_CHUNKS && at + 8 < reader.size; seen += 1) {
    const head = await reader.read(at, 8);
    const length = head.readUInt32LE(4);
    if (head.toString('latin1', 0, 4) === 'data') return length > 0;
    at += 8 + length + (length % 2);
  }
  return false;
}

/** MPEG audio: frames that begin with eleven set bits, behind an ID3 tag if there is one (ID3v2.4, §3.1). */
async function hasFrames(reader: ByteReader): Promise<boolean> {
  const start = await behindTag(reader);
  const length = Math.min(MAX_PADDING, reader.size - start);
  if (length < 4) return false;
  const bytes = await reader.read(start, length);
  return bytes.some((byte, at) => byte === 0xff && ((bytes[at + 1] ?? 0) & 0xe0) === 0xe0);
}
