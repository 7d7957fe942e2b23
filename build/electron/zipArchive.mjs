import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;

/** @typedef {{ name: string, method: number, offset: number, compressedSize: number, mode: number }} ZipEntry */

/**
 * Unpacks some entries of a zip with what Node itself has, because set-up runs before any package is installed.
 * Zip64 and encrypted entries are not read. Names that would leave the folder are refused.
 * @param {string} zipPath
 * @param {string} folder
 * @param {(name: string) => string | null} place an entry's path in the folder, or null to leave it out
 * @returns {Promise<number>} how many files were written
 */
export async function unpackZip(zipPath, folder, place) {
  const file = await open(zipPath, 'r');
  try {
    let written = 0;
    for (const entry of await readEntries(file)) {
      const relative = entry.name.endsWith('/') ? null : place(entry.name);
      if (relative === null) continue;
      const target = join(folder, normalize(relative));
      if (!target.startsWith(folder + sep)) throw new Error(`zip entry leaves its folder: ${entry.name}`);
      await mkdir(dirname(target), { recursive: true });
      await writeEntry(file, zipPath, entry, target);
      if (entry.mode) await chmod(target, entry.mode);
      written++;
    }
    return written;
  } finally {
    await file.close();
  }
}

/** @param {import('node:fs/promises').FileHandle} file @returns {Promise<ZipEntry[]>} */
async function readEntries(file) {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_SIZE - 0xffff), Math.min(size, END_SIZE + 0xffff));
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end--;
  if (end < 0) throw new Error('not a zip file');
  const count = tail.readUInt16LE(end + 10);
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error('damaged zip directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    });
    at += ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} zipPath
 * @param {ZipEntry} entry
 * @param {string} target
 */
async function writeEntry(file, zipPath, entry, target) {
  const header = await readAt(file, entry.offset, LOCAL_HEADER_SIZE);
  const start = entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  const output = createWriteStream(target);
  if (entry.compressedSize === 0) {
    await pipeline([], output);
    return;
  }
  const input = createReadStream(zipPath, { start, end: start + entry.compressedSize - 1 });
  if (entry.method === STORED) await pipeline(input, output);
  else if (entry.method === DEFLATED) await pipeline(input, createInflateRaw(), output);
  else throw new Error(`zip entry ${entry.name} uses method ${entry.method}`);
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} position @param {number} length */
async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('zip file is cut short');
  return buffer;
}
