import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_TYPES } from '../../../../shared/media/mediaTypes.ts';
import { sniffPicture } from '../../../../shared/media/sniffPicture.ts';
import { sniffRecording } from '../../../../shared/media/sniffRecording.ts';
import { drawPicture } from '../../../fixtures/pictures/drawPicture.ts';
import { movie, recording, wavRecording } from '../../../fixtures/recordings/recordings.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const ogg = (codec: string) => latin(`OggS\0\x02${'\0'.repeat(20)}\x01\x1e${codec}`);
const matroska = (kind: string) => latin(`\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88${kind}\x42\x87\x81\x04`);

const KNOWN: readonly (readonly [what: string, bytes: Buffer, type: string | null])[] = [
  ['an MP4 of a phone', movie({ brand: 'mp42' }), 'video/mp4'],
  ['an MP4 a browser recorded', recording('harbour.mp4'), 'video/mp4'],
  ['3GPP', movie({ brand: '3gp4' }), 'video/mp4'],
  ['a QuickTime film', movie({ brand: 'qt  ' }), 'video/quicktime'],
  ['a QuickTime film of old', latin('\0\0\x10\0moov\0\0\0\x6cmvhd'), 'video/quicktime'],
  ['a voice memo', movie({ brand: 'M4A ' }), 'audio/mp4'],
  ['WebM', recording('harbour.webm'), 'video/webm'],
  ['WebM that only sounds', recording('voice.webm'), 'audio/webm'],
  ['Matroska', matroska('matroska'), 'video/x-matroska'],
  ['another EBML document', matroska('notebook'), null],
  ['Ogg Vorbis', ogg('\x01vorbis'), 'audio/ogg'],
  ['Ogg Opus', ogg('OpusHead'), 'audio/ogg'],
  ['Ogg Theora', ogg('\x80theora'), 'video/ogg'],
  ['MP3 with a tag', latin('ID3\x04\0\0\0\0\0\x7f'), 'audio/mpeg'],
  ['MP3 without', latin('\xff\xfb\x90\x64\0\0'), 'audio/mpeg'],
  ['MP3 of a low rate', latin('\xff\xf3\x40\xc4\0\0'), 'audio/mpeg'],
  ['bare AAC', latin('\xff\xf1\x50\x80\0\0'), 'audio/aac'],
  ['WAV', wavRecording(), 'audio/wav'],
  ['FLAC', latin('fLaC\0\0\0\x22'), 'audio/flac'],
  ['AVI', latin('RIFF\x10\0\0\0AVI LIST'), null],
  ['UTF-16 text, whose mark looks like a frame', Buffer.from('\ufeffPress office', 'utf16le'), null],
  ['a frame with a bit rate there is not', latin('\xff\xfb\xf0\x64'), null],
  ['HEIC', movie({ brand: 'heic' }), null],
  ['a raw photograph', movie({ brand: 'crx ' }), null],
  ['a web page', latin('<!doctype html><title>clip.mp4</title>'), null],
  ['nothing', Buffer.alloc(0), null],
];

describe('sniffRecording', () => {
  it.each(KNOWN)('knows %s by its first bytes', (_what, bytes, type) => {
    expect(sniffRecording(bytes)).toBe(type);
    expect(sniffRecording(bytes.subarray(0, 1024))).toBe(type);
  });

  it('takes no picture for a recording', async () => {
    for (const type of PICTURE_TYPES) {
      const bytes = await drawPicture({ type, width: 64, height: 48 });
      expect(sniffPicture(bytes).kind).toBe('picture');
      expect(sniffRecording(bytes)).toBeNull();
    }
  });

  it('reads any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(['string', 'object']).toContain(typeof sniffRecording(bytes));
      }),
    );
  });
});
