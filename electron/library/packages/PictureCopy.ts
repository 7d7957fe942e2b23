import { createReadStream } from 'node:fs';
import { Readable, type TransformCallback } from 'node:stream';
import { StetError } from '../../../shared/lang/result.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import { MEDIUM_NOUNS, mediumOf } from '../../../shared/media/medium.ts';
import { FileHash } from './FileHash.ts';

/** A stored picture and the file its bytes are in. */
export interface PictureFile {
  readonly asset: Asset;
  readonly file: string;
}

/** A picture that was just made, and lies nowhere yet. */
export interface MadePicture {
  readonly asset: Asset;
  readonly bytes: Buffer;
}

/**
 * A stored picture's bytes, as a stream; it ends in StetError `damagedPicture` unless they can be read and are the very
 * bytes the picture's id names.
 */
export class PictureCopy extends FileHash {
  readonly #picture: PictureFile | MadePicture;

  private constructor(picture: PictureFile | MadePicture) {
    super();
    this.#picture = picture;
  }

  /** Opens the file and begins to read. */
  static open(picture: PictureFile | MadePicture): PictureCopy {
    const copy = new PictureCopy(picture);
    const source =
      'bytes' in picture
        ? Readable.from([picture.bytes])
        : createReadStream(picture.file, { highWaterMark: 1024 * 1024 });
    source.once('error', () => copy.destroy(copy.#damage('cannot be read from')));
    copy.once('close', () => source.destroy());
    source.pipe(copy);
    return copy;
  }

  override _flush(done: TransformCallback): void {
    super._flush((error) =>
      done(error ?? (this.sha256 === this.#picture.asset.id ? null : this.#damage('is damaged in'))),
    );
  }

  #damage(how: string): StetError {
    return new StetError(
      'damagedPicture',
      `The ${MEDIUM_NOUNS[mediumOf(this.#picture.asset.type)]} “${this.#picture.asset.fileName}” ${how} the library, so nothing was exported. Put it into the story again, or take it out.`,
    );
  }
}
