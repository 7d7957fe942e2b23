import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { StetError } from '../../../shared/lang/result.ts';
import { PACKAGE_LIMITS, type Manifest } from './packageFormat.ts';

const TYPE_BITS = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;
/** Names of the host system below which the upper half of an entry's attributes is a Unix mode (APPNOTE.TXT 4.4.2). */
const UNIX_HOSTS = new Set([3, 19]);

/**
 * A package's file, opened and looked through: every entry's name, kind and size is known to be harmless before a byte
 * is unpacked. Must be closed.
 */
export class PackageArchive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly name: string;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, name: string) {
    this.#zip = zip;
    this.#entries = entries;
    this.name = name;
  }

  /** Throws StetError `notAPackage`, `unsafePackage`, `damagedPackage`, `packageTooLarge`, `cannotRead`, `diskError`. */
  static async open(path: string, name: string): Promise<PackageArchive> {
    let zip: ZipFile;
    try {
      zip = await openPromise(path, { autoClose: false, strictFileNames: true });
    } catch (error) {
      throw diskFailure(error, name) ?? notAPackage(name);
    }
    try {
      return new PackageArchive(zip, await readEntries(zip, name), name);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  close(): void {
    this.#zip.close();
  }

  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  /** A text entry in full. Throws StetError `damagedPackage` when it is not there or no text. */
  async readText(path: string): Promise<string> {
    return this.#decode(await this.readBytes(path), path);
  }

  /** A text entry packed with Brotli, in full. Throws StetError `damagedPackage`, `packageTooLarge`. */
  async readPacked(path: string): Promise<string> {
    const packed = await this.readBytes(path);
    try {
      return this.#decode(brotliDecompressSync(packed, { maxOutputLength: PACKAGE_LIMITS.packedBytes }), path);
    } catch (error) {
      if (error instanceof StetError) throw error;
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
      throw isTooLarge ? tooLarge(this.name) : damaged(this.name, path);
    }
  }

  /** An entry that is no picture, as it is. Throws StetError `damagedPackage`, `packageTooLarge`. */
  async readBytes(path: string): Promise<Buffer> {
    const entry = this.#entry(path);
    if (entry.uncompressedSize > PACKAGE_LIMITS.textBytes) throw tooLarge(this.name);
    const chunks: Buffer[] = [];
    await this.#unpack(entry, async (chunk) => void chunks.push(chunk));
    return Buffer.concat(chunks);
  }

  #decode(bytes: Buffer, path: string): string {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw damaged(this.name, path);
    }
  }

  /** Holds an entry against the manifest, and copies it to a new file if one is named. Throws StetError `damagedPackage`. */
  async check({ path, bytes, sha256 }: Manifest['entries'][number], copyTo?: string): Promise<void> {
    const entry = this.#entry(path);
    if (entry.uncompressedSize !== bytes) throw damaged(this.name, path);
    const hash = createHash('sha256');
    const copy = copyTo === undefined ? undefined : createWriteStream(copyTo, { flags: 'wx', mode: 0o600 });
    await this.#unpack(entry, async (chunk) => void hash.update(chunk), copy);
    if (hash.digest('hex') !== sha256) throw damaged(this.name, path);
  }

  #entry(path: string): Entry {
    const entry = this.#entries.get(path);
    if (!entry) throw missing(this.name, path);
    return entry;
  }

  async #unpack(entry: Entry, take: (chunk: Buffer) => Promise<void>, copy?: Writable): Promise<void> {
    const end = copy ?? new Writable({ write: (_chunk, _encoding, done) => done() });
    try {
      const stream = await this.#zip.openReadStreamPromise(entry);
      await pipeline(
        stream,
        async function* (source: AsyncIterable<Buffer>) {
          for await (const chunk of source) {
            await take(chunk);
            yield chunk;
          }
        },
        end,
      );
    } catch (error) {
      throw diskFailure(error, this.name) ?? damaged(this.name, entry.fileName);
    }
  }
}

async function readEntries(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > PACKAGE_LIMITS.entries) throw tooLarge(name);
  const entries = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName, compressedSize, uncompressedSize } = entry;
      if (entry.isEncrypted()) throw locked(name);
      if (!isHarmless(entry) || entries.has(fileName)) throw unsafe(name, fileName);
      packed += compressedSize;
      unpacked += uncompressedSize;
      if (unpacked > PACKAGE_LIMITS.totalBytes || uncompressedSize > compressedSize * PACKAGE_LIMITS.ratio + 1024)
        throw tooLarge(name);
      // Entries that share their bytes are how small archives unpack to enormous ones.
      if (packed > zip.fileSize) throw unsafe(name, fileName);
      entries.set(fileName, entry);
    }
  } catch (error) {
    if (error instanceof StetError) throw error;
    const failure = diskFailure(error, name);
    if (failure) throw failure;
    const isName = error instanceof Error && /path|characters in fileName/i.test(error.message);
    throw isName ? unsafe(name, error.message.replace(/^.*?: /, '')) : damaged(name, 'its table of contents');
  }
  return entries;
}

function isHarmless(entry: Entry): boolean {
  if (/[\0-\x1f\x7f]/.test(entry.fileName)) return false;
  const mode = UNIX_HOSTS.has(entry.versionMadeBy >>> 8) ? (entry.externalFileAttributes >>> 16) & TYPE_BITS : 0;
  return mode === 0 || mode === REGULAR || mode === FOLDER;
}

/** What the disk had against it; null for other errors. */
function diskFailure(error: unknown, name: string): StetError | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  const { code } = error;
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EISDIR')
    return new StetError('cannotRead', `“${name}” cannot be opened: it is not there, or Stet may not read it.`, true);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StetError(
      'diskFull',
      `There is no room on the disk to unpack “${name}”. Make room and open it again.`,
      true,
    );
  return new StetError('diskError', `“${name}” cannot be read: the disk reports an error (${String(code)}).`, true);
}

/** A file that is no package, or only a part of one. */
export function notAPackage(name: string): StetError {
  return new StetError(
    'notAPackage',
    `“${name}” is not a Stet package, or only part of it arrived. Ask for it to be sent again.`,
  );
}

/** A package whose bytes are not what its manifest says. */
export function damaged(name: string, part: string): StetError {
  return new StetError(
    'damagedPackage',
    `“${name}” was damaged or changed on its way (${part}), so nothing was taken from it. Ask for it to be sent again.`,
  );
}

/** A package that is not as its sender signed it. */
export function badSignature(name: string): StetError {
  return new StetError(
    'badSignature',
    `The signature of “${name}” does not hold: it was changed after its sender signed it, so nothing was taken from it. Ask for it to be sent again.`,
  );
}

/** A package of a format that is not known yet. */
export function newer(name: string): StetError {
  return new StetError(
    'newerFormat',
    `“${name}” was written by a newer Stet. Update Stet to open it; nothing in it was changed.`,
  );
}

function missing(name: string, part: string): StetError {
  return new StetError(
    'damagedPackage',
    `“${name}” is not complete: ${part} is missing from it. Nothing was taken from it; ask for it to be sent again.`,
  );
}

function unsafe(name: string, part: string): StetError {
  return new StetError(
    'unsafePackage',
    `“${name}” is put together as harmful archives are (${part.slice(0, 80)}), so it was not opened. Ask its sender about it.`,
  );
}

function locked(name: string): StetError {
  return new StetError('lockedPackage', `“${name}” is locked with a password. Ask its sender for one that is not.`);
}

/** A package that unpacks to more than any story needs. */
export function tooLarge(name: string): StetError {
  return new StetError('packageTooLarge', `“${name}” unpacks to more than any story needs, so it was not opened.`);
}
