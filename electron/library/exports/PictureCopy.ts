import { createReadStream } from 'node:fs';
import { pipeline, type TransformCallback } from 'node:stream';
import { StetError } from '../../../shared/lang/result.ts';
import type { PictureFile } from '../packages/planPackage.ts';
import { FileHash } from './FileHash.ts';

/** A stored picture's bytes; ends in StetError `damagedPicture` unless they are the very bytes its id names. */
export class PictureCopy extends FileHash {
  readonly #picture: PictureFile;

  private constructor(picture: PictureFile) {
    super();
    this.#picture = picture;
  }

  /** Opens the file and starts to read; failing to is an `error` of the stream. */
  static open(picture: PictureFile): PictureCopy {
    const copy = new PictureCopy(picture);
    pipeline(createReadStream(picture.file, { highWaterMark: 1024 * 1024 }), copy, () => {
      // The stream carries its own error on to whoever reads it.
    });
    return copy;
  }

  override _flush(done: TransformCallback): void {
    super._flush((error) => {
      const { id, fileName } = this.#picture.asset;
      if (error || this.sha256 === id) done(error);
      else
        done(
          new StetError(
            'damagedPicture',
            `The file of the picture “${fileName}” is damaged in the library, so nothing was written. Put the picture in again, or take it out of the story.`,
          ),
        );
    });
  }
}
