import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { StetError } from '../../../shared/lang/result.ts';
import { MAX_PICTURE_BYTES, MAX_RECORDING_BYTES } from '../../../shared/media/mediaLimits.ts';
import { isRecordingType } from '../../../shared/media/medium.ts';
import { refusePicture } from '../../../shared/media/pictureRefusal.ts';
import { sniffRecording } from '../../../shared/media/sniffRecording.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import { asDiskError } from './asDiskError.ts';
import { sniffFile } from './measurePicture.ts';

type Picture = Parameters<MediaAccess['add']>[0];

const CHUNK = 1024 * 1024;

/** A private copy of a picture or recording that was handed in: what is measured, decoded and stored is the same bytes. */
export class Incoming {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #id: AssetId | null = null;

  private constructor(
    readonly path: string,
    readonly file: FileHandle,
  ) {}

  /**
   * Copies the picture to `path`, which must not be there yet, a piece at a time. `onShare` hears how much of it is there,
   * 0 to 1. Throws StetError with the sentence of the refusal and leaves nothing behind.
   */
  static async take(picture: Picture, path: string, onShare: (share: number) => void): Promise<Incoming> {
    const incoming = new Incoming(path, await open(path, 'wx+', 0o600).catch(asDiskError));
    try {
      if ('path' in picture) await incoming.#copy(picture.path, onShare);
      else await incoming.#write(picture.bytes);
      return incoming;
    } catch (error) {
      await incoming.discard();
      throw error;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The SHA-256 of its bytes. */
  get id(): AssetId {
    this.#id ??= this.#hash.digest('hex') as AssetId;
    return this.#id;
  }

  /** Puts the copy on the disk for good and closes it. */
  async complete(): Promise<void> {
    await this.file.sync().catch(asDiskError);
    await this.file.close();
  }

  /** Takes the copy away if it is still there. */
  async discard(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }

  async #copy(from: string, onShare: (share: number) => void): Promise<void> {
    // Without O_NONBLOCK the opening of a named pipe would wait for somebody to write into it.
    const source = await open(from, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(asSourceError);
    try {
      const before = await source.stat();
      if (!before.isFile()) throw refusePicture('notAFile');
      // Before hundreds of megabytes of something else are copied.
      const type = await sniffFile(source, before.size).catch(asSourceError);
      if (isRecordingType(type)) {
        if (before.size > MAX_RECORDING_BYTES) throw refusePicture('recordingTooLarge');
      } else if (before.size > MAX_PICTURE_BYTES) throw refusePicture('tooLarge');
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK, before.size));
      while (this.#bytes < before.size) {
        const { bytesRead } = await source.read(chunk, 0, chunk.length, this.#bytes).catch(asSourceError);
        if (bytesRead === 0) break;
        await this.#append(chunk.subarray(0, bytesRead));
        onShare(Math.min(1, this.#bytes / before.size));
      }
      const after = await source.stat();
      if (this.#bytes !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
        throw refusePicture('changing');
    } finally {
      await source.close();
    }
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (bytes.length > MAX_PICTURE_BYTES)
      throw refusePicture(sniffRecording(bytes) === null ? 'tooLarge' : 'recordingNeedsFile');
    if (bytes.length > 0) await this.#append(bytes);
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    await this.file.appendFile(bytes).catch(asDiskError);
    this.#bytes += bytes.length;
  }
}

/** Rejects with what is wrong with the file that was handed in. */
function asSourceError(error: unknown): never {
  if (error instanceof StetError) throw error;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENXIO') throw refusePicture('noFile');
  if (code === 'EISDIR') throw refusePicture('notAFile');
  throw refusePicture('unreadable');
}
