import { open } from 'node:fs/promises';
import { StetError } from '../../../shared/lang/result.ts';
import type { PictureAsset } from '../../../shared/media/asset.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { MediaFiles } from './MediaFiles.ts';
import { measurePicture } from './measurePicture.ts';
import type { Renderer } from './Renderer.ts';

/** What the page shows pictures in; the file as it came is no rendition. */
export type RenditionSize = 'page' | 'thumb';

/** Longest sides in pixels: the page's measure on a dense screen, and a row's. */
const EDGES: Readonly<Record<RenditionSize, number>> = { page: 2048, thumb: 320 };
/** A file no larger than this is shown as it is if its sides fit: a rendition would save nothing. */
const SHOWN_AS_IS_BYTES: Readonly<Record<RenditionSize, number>> = { page: 1024 * 1024, thumb: 64 * 1024 };

/** A file that shows a picture. */
export interface Shown {
  readonly path: string;
  readonly type: string;
}

/** Small pictures for the screen, made when they are first asked for and kept in the cache. */
export class Renditions {
  readonly #files: MediaFiles;
  readonly #renderer: Renderer;
  /** One making for all who ask for the same. */
  readonly #making = new Map<string, Promise<Shown>>();
  /** What was found out about files in this session: shown as they are, or why they cannot be shown. */
  readonly #known = new Map<string, 'asIs' | StetError>();

  constructor(files: MediaFiles, renderer: Renderer) {
    this.#files = files;
    this.#renderer = renderer;
  }

  /**
   * Decodes a picture that is about to be stored, and keeps what came of it as its thumb. Throws StetError when it cannot
   * be shown; a decoder that is not at hand right now holds nobody up.
   */
  async prove(path: string, id: AssetId): Promise<void> {
    try {
      const [thumb] = await this.#renderer.render(path, [EDGES.thumb]);
      if (thumb) await this.#files.keepRendition(id, EDGES.thumb, thumb);
    } catch (error) {
      if (error instanceof StetError && !error.retryable) throw error;
    }
  }

  /** The file that shows a stored picture at a size, made first if need be. Throws StetError when it cannot be made. */
  locate(asset: PictureAsset, size: RenditionSize): Promise<Shown> {
    const name = `${asset.id}-${size}`;
    const running = this.#making.get(name);
    if (running) return running;
    const made = this.#locate(asset, size, name).finally(() => this.#making.delete(name));
    this.#making.set(name, made);
    return made;
  }

  async #locate(asset: PictureAsset, size: RenditionSize, name: string): Promise<Shown> {
    const original: Shown = { path: this.#files.original(asset.id), type: asset.type };
    const edge = EDGES[size];
    const known = this.#known.get(name);
    if (known instanceof StetError) throw known;
    if (known === 'asIs' || (await this.#isShownAsIs(asset, size))) {
      this.#known.set(name, 'asIs');
      return original;
    }
    const shown = { path: this.#files.rendition(asset.id, edge), type: 'image/webp' };
    if (await this.#files.hasRendition(asset.id, edge)) return shown;
    try {
      const [picture] = await this.#renderer.render(original.path, [edge]);
      if (!picture) throw new StetError('damaged', 'The picture could not be drawn.');
      await this.#files.keepRendition(asset.id, edge, picture);
      return shown;
    } catch (error) {
      // The same bytes fail the same way; a decoder that was not at hand may be so the next time.
      if (error instanceof StetError && !error.retryable) this.#known.set(name, error);
      throw error;
    }
  }

  async #isShownAsIs(asset: PictureAsset, size: RenditionSize): Promise<boolean> {
    const isSmall = Math.max(asset.width, asset.height) <= EDGES[size] && asset.bytes <= SHOWN_AS_IS_BYTES[size];
    const mayMove = asset.type !== 'image/jpeg';
    if (!isSmall && !(mayMove && size === 'page')) return false;
    const file = await open(this.#files.original(asset.id), 'r');
    try {
      const { animated, turned } = await measurePicture(file, (await file.stat()).size);
      // What moves does so on the page, whatever its size, and stands still in a row.
      if (animated) return size === 'page';
      return isSmall && !turned;
    } finally {
      await file.close();
    }
  }
}
