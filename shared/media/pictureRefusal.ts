import { StetError } from '../lang/result.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS, MAX_RECORDING_BYTES } from './mediaLimits.ts';
import type { ForeignKind } from './sniffPicture.ts';

/** Why a picture is not taken in. Each is also the code of the StetError that says so. */
export type PictureRefusal =
  | ForeignKind
  | 'empty'
  | 'truncated'
  | 'damaged'
  | 'tooLarge'
  | 'tooManyPixels'
  | 'notAPicture'
  | 'recordingTooLarge'
  | 'recordingBreaksOff'
  | 'recordingEmpty'
  | 'recordingNeedsFile'
  | 'noFile'
  | 'notAFile'
  | 'unreadable'
  | 'changing';

const TAKEN =
  'Stet takes JPEG, PNG, WebP, GIF and AVIF pictures, MP4, MOV and WebM videos, and MP3, M4A, WAV and Ogg recordings.';
const SAVE_AS_JPEG = 'Save it as JPEG and add that.';

const SENTENCES: Readonly<Record<PictureRefusal, string>> = {
  heic: `This is a HEIC photo, which websites cannot show. ${SAVE_AS_JPEG} (On an iPhone: Settings, Camera, Formats, Most Compatible.)`,
  tiff: `This is a TIFF or a camera’s raw file, which websites cannot show. ${SAVE_AS_JPEG}`,
  raw: 'This is a camera’s raw file. Develop it, save it as JPEG and add that.',
  svg: 'This is an SVG drawing, which can carry programs. Save it as PNG and add that.',
  pdf: 'This is a PDF document, not a picture. Save the page you need as JPEG or PNG and add that.',
  postscript: 'This is a PostScript drawing, not a picture. Save it as PNG and add that.',
  photoshop: `This is a Photoshop document. ${SAVE_AS_JPEG}`,
  bitmap: 'This is a Windows bitmap. Save it as PNG or JPEG and add that.',
  icon: 'This is an icon file. Save it as PNG and add that.',
  jpegXl: `This is a JPEG XL picture, which most websites cannot show. ${SAVE_AS_JPEG}`,
  jpeg2000: `This is a JPEG 2000 picture, which websites cannot show. ${SAVE_AS_JPEG}`,
  video: 'This is a video in a form that websites cannot play. Save it as MP4 and add that.',
  audio: 'This is an audio recording in a form that websites cannot play. Save it as MP3 or M4A and add that.',
  archive: 'This is an archive or an office document, not a picture. Take the picture out of it and add that.',
  webPage:
    'This is a web page, not a picture: what was saved is the page around it or an error. Save the picture itself again.',
  text: `This is a text file, not a picture or a recording. ${TAKEN}`,
  unknown: `This file is no picture or recording that Stet knows. ${TAKEN}`,
  empty: 'The file is empty. Copy or download the picture again.',
  truncated:
    'The picture breaks off: part of the file is missing. Copy or download it again, or ask for it to be sent again.',
  damaged: 'The picture is damaged and cannot be shown. Copy or download it again, or ask for it to be sent again.',
  tooLarge: `The picture is larger than ${MAX_PICTURE_BYTES / 1024 / 1024} MB. Save a smaller copy and add that.`,
  tooManyPixels: `The picture has more than ${MAX_PICTURE_PIXELS / 1_000_000} million pixels. Save a smaller copy and add that.`,
  notAPicture: 'This is a video or an audio recording, and a picture is wanted here.',
  recordingTooLarge: `The recording is larger than ${MAX_RECORDING_BYTES / 1024 ** 3} GB. Save a shorter or smaller copy and add that.`,
  recordingBreaksOff:
    'The recording breaks off: its table of contents is missing, and nothing can play it. Copy it from the phone or camera again, or ask for it to be sent again.',
  recordingEmpty:
    'There is nothing in the recording that could be played. Copy it from the phone or recorder again, or ask for it to be sent again.',
  recordingNeedsFile: `A recording larger than ${MAX_PICTURE_BYTES / 1024 / 1024} MB can only be added from a file. Save it to the disk and add that.`,
  noFile: 'The file is not there any more.',
  notAFile: 'This is a folder or a device, not a file.',
  unreadable: 'The file cannot be read. Check the drive and whether you may open it.',
  changing: 'The file was still being written. Wait until it is complete and add it again.',
};

/** The failure that says why a picture is not taken in and what to do. Trying the same file again helps only a few. */
export function refusePicture(why: PictureRefusal): StetError {
  return new StetError(why, SENTENCES[why], why === 'changing' || why === 'unreadable');
}
