import { createWriteStream, statSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileHash } from '../packages/FileHash.ts';
import { PictureCopy } from '../packages/PictureCopy.ts';
import { writePackage } from '../packages/writePackage.ts';
import type { ExportPlan, FileContent } from './planExport.ts';
import { stalePictures } from './stalePictures.ts';

const PREFIX = '.stet-export-';
/** After this long nobody is writing into a staging folder any more: a power cut left it. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** What was written: the sizes of all files together, and the hash of the document. */
export interface WrittenExport {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * An export on its way to `document` and to a folder beside it. Everything is first written and synced in a hidden folder
 * on the same disk, then moved into place: pictures first, under names that stand for their bytes, the document last.
 * So whatever happens, what lies there is the old export or the new one, whole.
 */
export class StagedExport {
  readonly #plan: ExportPlan;
  readonly #document: string;
  /** Innermost first. */
  #madeFolders: readonly string[] = [];

  /** `document` is the absolute path of the file to be; it and its folder need not exist. */
  constructor(plan: ExportPlan, document: string) {
    this.#plan = plan;
    this.#document = document;
  }

  /** Writes everything, or nothing: on failure what was made is removed and the error of the disk is thrown. */
  async write(onFile: (written: number, total: number) => void): Promise<WrittenExport> {
    const folder = dirname(this.#document);
    let staging = '';
    try {
      await this.#makeFolder(folder);
      await removeAbandoned(folder);
      staging = await mkdtemp(join(folder, PREFIX));
      const written = await this.#stage(staging, onFile);
      await this.#moveIn(staging);
      await rm(staging, { recursive: true, force: true });
      return written;
    } catch (error) {
      if (staging !== '') await rm(staging, { recursive: true, force: true }).catch(() => undefined);
      for (const made of this.#madeFolders) await rmdir(made).catch(() => undefined);
      throw error;
    }
  }

  async #stage(staging: string, onFile: (written: number, total: number) => void): Promise<WrittenExport> {
    const { files } = this.#plan;
    const [document] = files;
    // A package is one file outside and several inside; people watch its pictures go by.
    const inner = document.content.kind === 'package' ? document.content.plan.pictures : 0;
    const total = files.length + inner;
    let done = 0;
    let bytes = 0;
    let sha256 = '';
    onFile(0, total);
    for (const [index, file] of files.entries()) {
      const written = await writeFile(file.content, join(staging, String(index)), () => onFile((done += 1), total));
      bytes += written.bytes;
      if (index === 0) sha256 = written.sha256;
      onFile((done += 1), total);
    }
    return { bytes, sha256 };
  }

  async #moveIn(staging: string): Promise<void> {
    const folder = dirname(this.#document);
    const [, ...pictures] = this.#plan.files;
    const [first] = pictures;
    const beside = first ? join(folder, dirname(first.name)) : null;
    const current = new Set(pictures.map((picture) => basename(picture.name)));
    const stale = beside ? await stalePictures(this.#document, beside, current) : [];
    const added: string[] = [];
    try {
      if (beside) await this.#makeFolder(beside);
      for (const [index, picture] of pictures.entries()) {
        const path = join(folder, picture.name);
        const isNew = statSync(path, { throwIfNoEntry: false }) === undefined;
        await rename(join(staging, String(index + 1)), path);
        if (isNew) added.push(path);
      }
      if (beside) await syncFolder(beside);
      await rename(join(staging, '0'), this.#document);
    } catch (error) {
      for (const path of added) await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(folder);
    for (const path of stale) await rm(path, { force: true }).catch(() => undefined);
  }

  async #makeFolder(path: string): Promise<void> {
    const first = await mkdir(path, { recursive: true });
    if (first === undefined) return;
    const made = [path];
    for (let last = path; last !== first && last !== dirname(last); last = dirname(last)) made.push(dirname(last));
    this.#madeFolders = [...made, ...this.#madeFolders];
  }
}

async function writeFile(content: FileContent, path: string, onEntry: () => void): Promise<WrittenExport> {
  if (content.kind === 'package') return writePackage(content.plan, path, onEntry);
  const hash = content.kind === 'picture' ? PictureCopy.open(content.picture) : new FileHash();
  if (content.kind === 'text') hash.end(content.text);
  else if (content.kind === 'rendition') hash.end(content.rendition.bytes);
  else if (content.kind === 'binary') hash.end(content.bytes);
  await pipeline(hash, createWriteStream(path, { flags: 'wx', flush: true }));
  return { bytes: hash.bytes, sha256: hash.sha256 };
}

/** Makes names durable; Windows has no such call for folders and needs none. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
