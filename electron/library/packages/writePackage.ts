import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { FileHash } from './FileHash.ts';
import { PictureCopy } from './PictureCopy.ts';
import type { PackagePlan } from './planPackage.ts';

/** Time plays no part: it would make two packages of one story differ. */
const ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true };

/**
 * Writes a planned package to a new file and puts it on the disk; pictures are streamed and checked against their ids.
 * `onEntry` is called as each picture is begun. Throws StetError `damagedPicture`, or the error of the disk; the
 * caller removes the file then.
 */
export async function writePackage(
  { entries }: PackagePlan,
  path: string,
  onEntry: () => void = () => undefined,
): Promise<{ bytes: number; sha256: string }> {
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
  const hash = new FileHash();
  await pipeline(output, hash, createWriteStream(path, { flags: 'wx', flush: true }));
  return { bytes: hash.bytes, sha256: hash.sha256 };
}
