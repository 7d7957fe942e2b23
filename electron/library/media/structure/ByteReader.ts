import { refusePicture } from '../../../../shared/media/pictureRefusal.ts';

const WINDOW = 64 * 1024;
/** A photograph takes a few dozen, a film of ten thousand frames some ten thousand; beyond are files made to keep us busy. */
const MAX_READS = 500_000;

/** Where bytes are read from: an open file, or what stands for one. */
export interface ByteSource {
  read(into: Buffer, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
}

/** Bytes at hand, to be read as a file is. */
export function sourceOf(bytes: Buffer): ByteSource {
  return {
    read: (into, offset, length, position) =>
      Promise.resolve({ bytesRead: bytes.copy(into, offset, position, position + length) }),
  };
}

/**
 * Reads here and there in a file of known size without ever holding more of it than was asked for: a window of 64 KB
 * serves the many small reads a container needs.
 */
export class ByteReader {
  #window: Buffer = Buffer.alloc(0);
  #start = 0;
  #reads = 0;

  constructor(
    readonly file: ByteSource,
    readonly size: number,
  ) {}

  /** `length` bytes from `offset`. Throws StetError `truncated` when the file ends before. The bytes are the caller's. */
  async read(offset: number, length: number): Promise<Buffer> {
    const view = await this.view(offset, length);
    return Buffer.from(view.subarray(0, length));
  }

  /**
   * At least `length` bytes from `offset`, and what else is at hand behind them; valid until the next call. Throws
   * StetError `truncated`, and `damaged` after more reads than any picture needs.
   */
  async view(offset: number, length: number): Promise<Buffer> {
    this.#reads += 1;
    if (this.#reads > MAX_READS) throw refusePicture('damaged');
    if (offset < 0 || offset + length > this.size) throw refusePicture('truncated');
    const end = this.#start + this.#window.length;
    if (offset < this.#start || offset + length > end) await this.#load(offset, length);
    return this.#window.subarray(offset - this.#start);
  }

  async #load(offset: number, length: number): Promise<void> {
    const wanted = Math.min(Math.max(length, WINDOW), this.size - offset);
    const window = Buffer.allocUnsafe(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.file.read(window, filled, wanted - filled, offset + filled);
      // The file is shorter than it was when it was measured.
      if (bytesRead === 0) throw refusePicture('truncated');
      filled += bytesRead;
    }
    this.#window = window;
    this.#start = offset;
  }
}
