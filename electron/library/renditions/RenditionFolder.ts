import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileEnding } from '../../../shared/media/fileEnding.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { RenditionReport, RenditionSize } from '../../../shared/media/rendition.ts';
import { writeWhole } from '../disk/writeWhole.ts';
import type { Rendition } from './Rendition.ts';

/** A rendition on the disk. */
export interface WrittenRendition {
  readonly path: string;
  readonly size: RenditionSize;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly report: RenditionReport;
}

/** A folder that renditions are written to, each file whole or not at all. */
export class RenditionFolder {
  readonly #folder: string;
  readonly #overwrite: boolean;
  /** What was written by this very object: two pictures of one name do not take each other's place. */
  readonly #taken = new Set<string>();

  /** `folder` is absolute, and made with the first picture. */
  constructor(folder: string, { overwrite }: { readonly overwrite: boolean }) {
    this.#folder = folder;
    this.#overwrite = overwrite;
  }

  /**
   * Writes the copies of one picture as `STEM-SIZE.ENDING`. Throws StetError `exists`, before anything is written, where a file is
   * there already and may not be written over.
   */
  async write(
    stem: string,
    copies: readonly (Rendition & { readonly size: RenditionSize })[],
  ): Promise<WrittenRendition[]> {
    const own = this.#freeStem(stem, copies);
    const paths = copies.map((copy) => this.#pathOf(own, copy));
    const present = this.#overwrite ? undefined : paths.find((path) => existsSync(path));
    if (present !== undefined)
      throw new StetError(
        'exists',
        `${present} is there already and was left as it is. Choose another folder, or add --force to write over it.`,
      );
    await mkdir(this.#folder, { recursive: true });
    const written: WrittenRendition[] = [];
    for (const { size, type, width, height, bytes, report } of copies) {
      const path = this.#pathOf(own, { size, type });
      await writeWhole(path, bytes);
      this.#taken.add(path);
      written.push({ path, size, type, width, height, bytes: bytes.length, report });
    }
    return written;
  }

  #freeStem(stem: string, copies: readonly (Pick<Rendition, 'type'> & { readonly size: RenditionSize })[]): string {
    for (let number = 1; ; number += 1) {
      const own = number === 1 ? stem : `${stem}-${number}`;
      if (!copies.some((copy) => this.#taken.has(this.#pathOf(own, copy)))) return own;
    }
  }

  #pathOf(stem: string, { size, type }: { readonly size: RenditionSize; readonly type: Rendition['type'] }): string {
    return join(this.#folder, `${stem}-${size}.${fileEnding(type)}`);
  }
}
