import { createWriteStream } from 'node:fs';
import { PassThrough, Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { FileHash } from './FileHash.ts';
import { PictureCopy } from './PictureCopy.ts';
import { seal } from './sealedFile.ts';
import type { PackageEntry, PackagePlan } from './planPackage.ts';

/** Time plays no part: it would make two packages of one story differ. */
const ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true };

/** What was written of a package. */
export interface WrittenPackage {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a planned package to a new file and puts it on the disk; pictures are streamed and checked against their ids.
 * `onEntry` is called as each picture is begun. Throws StetError `damagedPicture`, or the error of the disk; the
 * caller removes the file then.
 */
export function writePackage(plan: PackagePlan, path: string, onEntry?: () => void): Promise<WrittenPackage> {
  const { entries, letter, sealedFor } = plan;
  const content = letter ? Readable.from([letter]) : archive(entries, onEntry);
  return stream(content, createWriteStream(path, { flags: 'wx', flush: true }), sealedFor);
}

/** What a package of these entries would be; nothing is written. Throws what `writePackage` throws. */
export function hashPackage(entries: readonly PackageEntry[]): Promise<WrittenPackage> {
  return stream(archive(entries), new Writable({ write: (_chunk, _encoding, done) => done() }));
}

function archive(entries: readonly PackageEntry[], onEntry: () => void = () => undefined): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.on('error', (error: Error) => output.destroy(error));
  zip.outputStream.pipe(output);
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(entry.bytes, entry.path, ENTRY);
    else {
      zip.addReadStreamLazy(entry.path, { ...ENTRY, size: entry.picture.asset.bytes }, (give) => {
        onEntry();
        const picture = PictureCopy.open(entry.picture);
        picture.on('error', (error) => output.destroy(error));
        give(null, picture);
      });
    }
  }
  zip.end();
  return output;
}

async function stream(content: Readable, target: Writable, sealedFor: readonly string[] = []): Promise<WrittenPackage> {
  const hash = new FileHash();
  await pipeline(sealedFor.length === 0 ? content : await seal(content, sealedFor), hash, target);
  return { bytes: hash.bytes, sha256: hash.sha256 };
}
