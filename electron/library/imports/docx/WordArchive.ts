import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { StetError } from '../../../../shared/lang/result.ts';
import { locked } from '../sniffDocument.ts';

const LIMITS = {
  entries: 20_000,
  /** Of one XML part: a book has ten. */
  xmlBytes: 64 * 1024 * 1024,
  mediaBytes: 128 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  /** Unpacked to packed; XML of tables comes near 100. */
  ratio: 400,
} as const;
/** Below this a ratio says nothing. */
const SMALL = 1024 * 1024;

/** The parts of a Word document, unpacked one at a time, none larger than its table of contents says and we allow. */
export class WordArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly name: string,
  ) {}

  /** Throws StetError `unreadable`, `tooLarge`, `passwordProtected`. */
  static async open(bytes: Buffer, name: string): Promise<WordArchive> {
    const entries = new Map<string, Entry>();
    try {
      const zip = await fromBufferPromise(bytes, { strictFileNames: false, decodeStrings: true });
      if (zip.entryCount > LIMITS.entries) throw bomb(name);
      let total = 0;
      let packed = 0;
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) throw locked(name);
        total += entry.uncompressedSize;
        packed += entry.compressedSize;
        const isSwollen =
          entry.uncompressedSize > SMALL && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio;
        // Entries that share their bytes are how small archives unpack to enormous ones.
        if (total > LIMITS.totalBytes || isSwollen || packed > bytes.length) throw bomb(name);
        if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      }
      return new WordArchive(zip, entries, name);
    } catch (error) {
      throw error instanceof StetError ? error : unreadable(name);
    }
  }

  get paths(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** A part as text; null if there is none by that path. Throws StetError `tooLarge`, `unreadable`. */
  async readXml(path: string): Promise<string | null> {
    const bytes = await this.read(path, LIMITS.xmlBytes);
    if (!bytes) return null;
    const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const text = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
    // No Word document has a DTD; one that has is out to make its reader fetch or multiply something.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unreadable(this.name);
    return text;
  }

  /** A picture's bytes; null if it is not there or spoilt. Throws StetError `tooLarge`. */
  async readMedia(path: string): Promise<Buffer | null> {
    try {
      return await this.read(path, LIMITS.mediaBytes);
    } catch (error) {
      if (error instanceof StetError && error.code === 'tooLarge') throw error;
      return null;
    }
  }

  private async read(path: string, limit: number): Promise<Buffer | null> {
    const entry = this.entries.get(path);
    if (!entry) return null;
    if (entry.uncompressedSize > limit) throw bomb(this.name);
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      const chunks: Buffer[] = [];
      // yauzl ends the stream with an error as soon as there is more than the table of contents says.
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    } catch {
      throw unreadable(this.name);
    }
  }
}

/** A Word document that is damaged or was never one. */
export function unreadable(name: string): StetError {
  return new StetError(
    'unreadable',
    `“${name}” cannot be read: it is damaged, or only part of it arrived. Open it in Word, save it again and take that in.`,
  );
}

function bomb(name: string): StetError {
  return new StetError('tooLarge', `“${name}” unpacks to more than any story needs, so it was not opened.`);
}
