import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureRecording } from '../../../../../electron/library/media/measureRecording.ts';
import { ByteReader, sourceOf } from '../../../../../electron/library/media/structure/ByteReader.ts';
import { StetError } from '../../../../../shared/lang/result.ts';
import type { RecordingType } from '../../../../../shared/media/mediaTypes.ts';
import { box, movie, recording, wavRecording } from '../../../../fixtures/recordings/recordings.ts';

const measure = (bytes: Buffer, type: RecordingType) =>
  measureRecording(new ByteReader(sourceOf(bytes), bytes.length), type);

function numbers(length: number, places: Readonly<Record<number, number>>, version = 0): Buffer {
  const bytes = Buffer.alloc(length);
  bytes[0] = version;
  for (const [at, value] of Object.entries(places)) bytes.writeUInt32BE(value, Number(at));
  return bytes;
}

/** A table of contents with the header of the whole and one track. */
function film({ header, track, more = [] }: { header: Buffer; track: Buffer; more?: readonly Buffer[] }): Buffer {
  const handler = box('hdlr', Buffer.alloc(8), Buffer.from('vide', 'latin1'), Buffer.alloc(13));
  const type = box('ftyp', Buffer.from('isom\0\0\0\0isom', 'latin1'));
  return Buffer.concat([
    type,
    box('moov', box('mvhd', header), box('trak', box('tkhd', track), box('mdia', handler)), ...more),
  ]);
}

const SIDES = { 76: 1920 * 65_536, 80: 1080 * 65_536 };
const STRAIGHT = { ...SIDES, 40: 0x10000, 56: 0x10000 };

/** Frames of MPEG 1, layer III, 128 kbit/s at 44.1 kHz: 417 bytes, 26 ms. */
function frames(count: number, first?: Buffer): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x00]);
  const all = Array.from({ length: count }, () => frame);
  if (first) all[0] = Buffer.concat([frame.subarray(0, 36), first, frame.subarray(36 + first.length)]);
  return Buffer.concat(all);
}

describe('how long a recording is, and how large', () => {
  it('is read from the head of a film, in either version of it', async () => {
    expect(
      await measure(film({ header: numbers(100, { 12: 600, 16: 1500 }), track: numbers(84, STRAIGHT) }), 'video/mp4'),
    ).toMatchObject({
      duration: 2.5,
      frame: { width: 1920, height: 1080 },
    });
    const late = film({
      header: numbers(112, { 20: 1000, 28: 90_500 }, 1),
      track: numbers(96, { 88: 640 * 65_536, 92: 360 * 65_536, 52: 0x10000, 68: 0x10000 }, 1),
    });
    expect(await measure(late, 'video/quicktime')).toMatchObject({
      duration: 90.5,
      frame: { width: 640, height: 360 },
    });
  });

  it('stands upright where a phone was held so', async () => {
    const turned = numbers(84, { ...SIDES, 44: 0x10000, 52: 0xffff0000 });
    const { frame } = await measure(film({ header: numbers(100, {}), track: turned }), 'video/mp4');
    expect(frame).toEqual({ width: 1080, height: 1920 });
  });

  it('of a film in pieces is what their header says, and nothing where nobody knows', async () => {
    const pieces = [box('mvex', box('mehd', numbers(8, { 4: 3000 })))];
    const header = numbers(100, { 12: 1000 });
    expect((await measure(film({ header, track: numbers(84, STRAIGHT), more: pieces }), 'video/mp4')).duration).toBe(3);
    const unknown = film({ header: numbers(100, { 12: 1000, 16: 0xffffffff }), track: numbers(84, {}) });
    expect(await measure(unknown, 'video/mp4')).toEqual({
      type: 'video/mp4',
      embedded: {},
      provenance: {},
      duration: null,
    });
  });

  it('is read from a WebM, in its own units', async () => {
    const bytes = Buffer.from(
      [
        '1a45dfa38442828177',
        // A segment of unknown length: info (a unit of 2 ms, 1,250 of them), one track of 640 × 360 shown as 1280 × 240.
        '1853806701ffffffffffffff',
        '1549a9668e2ad7b1831e8480448984449c4000',
        '1654ae6b95ae93e091b0820280ba82016854b082050054ba81f0',
        '1f43b67580',
      ].join(''),
      'hex',
    );
    const long = Buffer.concat([bytes, Buffer.alloc(64)]);
    expect(await measure(long, 'video/webm')).toMatchObject({ duration: 2.5, frame: { width: 1280, height: 240 } });
    expect(await measure(long, 'audio/webm')).not.toHaveProperty('frame');
  });

  it('is counted for sound: WAV, FLAC, and MP3 with and without a count of its frames', async () => {
    expect((await measure(wavRecording(4), 'audio/wav')).duration).toBe(4);
    const flac = Buffer.concat([
      Buffer.from('fLaC'),
      Buffer.alloc(14),
      Buffer.from('0ac442f000 06baa8'.replace(' ', ''), 'hex'),
      Buffer.alloc(64),
    ]);
    expect((await measure(flac, 'audio/flac')).duration).toBe(10);
    const even = await measure(frames(1000), 'audio/mpeg');
    expect(even.duration).toBeCloseTo(26.06, 1);
    const xing = Buffer.concat([Buffer.from('Xing'), numbers(8, { 0: 1, 4: 2000 })]);
    expect((await measure(frames(50, xing), 'audio/mpeg')).duration).toBeCloseTo((2000 * 1152) / 44_100, 3);
    const tagged = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x01\x00', 'latin1'), Buffer.alloc(128), frames(1000)]);
    expect((await measure(tagged, 'audio/mpeg')).duration).toBeCloseTo(26.06, 1);
    const varied = Buffer.concat([frames(3), Buffer.from([0xff, 0xfb, 0xa0, 0x00]), Buffer.alloc(600)]);
    expect((await measure(varied, 'audio/mpeg')).duration).toBeNull();
  });

  it('is never made up: bytes that were changed give a number, nothing, or a refusal, soon', async () => {
    const samples: [Buffer, RecordingType][] = [
      [recording('harbour.mp4'), 'video/mp4'],
      [recording('harbour.webm').subarray(0, 4000), 'video/webm'],
      [film({ header: numbers(100, { 12: 600, 16: 1500 }), track: numbers(84, STRAIGHT) }), 'video/mp4'],
      [movie(), 'video/quicktime'],
      [wavRecording().subarray(0, 2000), 'audio/wav'],
      [frames(20), 'audio/mpeg'],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 8 }),
        async ([sound, type], changes) => {
          const bytes = Buffer.from(sound);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const said = await measure(bytes, type).catch((error: unknown) => error);
          if (said instanceof StetError) return;
          const { duration, frame } = said as Awaited<ReturnType<typeof measure>>;
          expect(duration === null || (Number.isFinite(duration) && duration > 0)).toBe(true);
          if (frame) expect(Math.min(frame.width, frame.height)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
