import { createHash } from 'node:crypto';
import { accessSync, constants, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { exportDocument, type DocumentTarget } from '../../../../shared/export/exportDocument.ts';
import { storyStem } from '../../../../shared/export/exportFileName.ts';
import type { TargetReport } from '../../../../shared/targets/target.ts';
import { writeWhole } from '../../disk/writeWhole.ts';
import { exportError } from '../../exports/exportError.ts';
import type { Connection, ConnectionParts, Delivered, Journal, Shipment } from '../Connection.ts';
import { askPerson } from '../DeliveryError.ts';

/**
 * A folder that something else watches (Superdesk’s file ingest, a sync drive): pictures first, the item last, each written
 * under a hidden name and renamed, so that nobody reads half of one. Each version of a story has a file name of its own;
 * the item’s own id says that it is the same story.
 */
export class FolderConnection implements Connection {
  readonly #folder: string;
  readonly #format: DocumentTarget;

  constructor({ target }: ConnectionParts) {
    this.#folder = target.address;
    this.#format = target.profile.format;
  }

  test(): Promise<TargetReport> {
    const problem = this.#problem();
    const lines: TargetReport['lines'] = problem
      ? [{ state: 'failed', words: problem }]
      : [{ state: 'works', words: 'The folder is there and can be written to.' }];
    return Promise.resolve({ site: this.#folder, lines });
  }

  async deliver({ story, key, pictures, files }: Shipment, journal: Journal): Promise<Delivered> {
    const problem = this.#problem();
    if (problem) throw askPerson('noFolder', `${problem} Nothing was written.`);
    let written = 0;
    for (const file of files) {
      journal.signal.throwIfAborted();
      journal.report(`Writing ${file.name}`, written);
      await this.#write(pathOf(pictures, file.sha256) ?? file.name, await file.read());
      written += file.bytes;
    }
    const document = exportDocument(story, pictures, this.#format);
    const sha256 = createHash('sha256').update(document.text).digest('hex');
    const name = `${storyStem(story.fields)}-${key.slice(0, 8)}-${sha256.slice(0, 8)}${extname(document.name)}`;
    journal.report('Writing the story', written);
    await this.#write(name, Buffer.from(document.text));
    return {
      receipt: {
        ...{ remoteId: name, url: '', editUrl: '', status: 'written', isUpdate: journal.base !== null },
        ...{ sha256, pictures: files.length, differences: [] },
      },
      base: { name },
    };
  }

  async #write(name: string, bytes: Buffer): Promise<void> {
    const path = join(this.#folder, name);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeWhole(path, bytes);
    } catch (error) {
      throw exportError(error, path);
    }
  }

  #problem(): string | null {
    const found = statSync(this.#folder, { throwIfNoEntry: false });
    if (!found) return 'The folder is not there. Is its disk or share connected?';
    if (!found.isDirectory()) return 'There is a file where the folder should be.';
    try {
      accessSync(this.#folder, constants.W_OK);
      return null;
    } catch {
      return 'The folder cannot be written to.';
    }
  }
}

function pathOf(pictures: Shipment['pictures'], sha256: string): string | undefined {
  for (const file of pictures.values()) {
    if (file.sha256 === sha256) return file.path;
    if ('poster' in file && file.poster?.sha256 === sha256) return file.poster.path;
  }
  return undefined;
}
