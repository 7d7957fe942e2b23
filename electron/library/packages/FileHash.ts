import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Passes bytes on and counts and hashes them on the way. */
export class FileHash extends Transform {
  readonly #hash = createHash('sha256');
  bytes = 0;
  /** SHA-256 of everything that passed, 64 hex digits; set when the stream has ended. */
  sha256 = '';

  override _transform(chunk: Uint8Array, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.sha256 = this.#hash.digest('hex');
    done();
  }
}
