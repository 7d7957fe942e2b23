import { basename } from 'node:path/posix';
import { StetError } from '../../../../../shared/lang/result.ts';
import { mediumOf } from '../../../../../shared/media/medium.ts';
import { MAX_PICTURE_BYTES } from '../../../../../shared/media/mediaLimits.ts';
import type { Asset } from '../../../../../shared/media/asset.ts';
import type { Figure } from '../../../../../shared/story/block.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import type { OpenHost } from '../../Connection.ts';
import { DeliveryError } from '../../DeliveryError.ts';
import { fetchFile } from '../../http/fetchFile.ts';
import type { SiteMedium } from './siteMedia.ts';

/** Brings a site’s files into the library, each once, and puts them into figures. */
export class FileBringer {
  /** What came, by the site’s number. */
  readonly assets = new Map<number, Asset>();
  /** Sentences about what did not come. */
  readonly notes: string[] = [];

  constructor(
    private readonly origin: string,
    private readonly host: OpenHost,
  ) {}

  /** The figure with its file; as a place for it, with the file’s name, where it cannot be had. */
  async fill(figure: Figure, medium: SiteMedium | undefined, src: string): Promise<Figure> {
    const place = { ...figure, assetId: null, fileName: figure.fileName || nameOf(medium?.url ?? src) };
    const asset = medium && (await this.#bring(medium));
    if (!asset) return place;
    const { medium: _announced, ...rest } = place;
    const kind = mediumOf(asset.type);
    return { ...rest, assetId: asset.id, fileName: asset.fileName, ...(kind !== 'picture' && { medium: kind }) };
  }

  /** A figure of a file nobody wrote a caption for but the file itself. */
  alone({ caption, credit, alt }: SiteMedium): Figure {
    return {
      ...{ id: newBlockId(), type: 'figure', assetId: null, fileName: '' },
      ...{ caption: caption === '' ? [] : [{ type: 'text', text: caption }], credit, alt, origin: {} },
    };
  }

  async #bring(medium: SiteMedium): Promise<Asset | undefined> {
    const known = this.assets.get(medium.id);
    if (known || !this.host.hasFiles) return known;
    const name = nameOf(medium.url);
    try {
      const { signal } = this.host;
      const bytes = await fetchFile(medium.url, { origin: this.origin, most: MAX_PICTURE_BYTES, signal });
      const asset = await this.host.keep({ name, bytes });
      this.assets.set(medium.id, asset);
      return asset;
    } catch (error) {
      // One file that cannot be had is a place in the story; a full disk concerns all of them.
      const isRefusal = error instanceof DeliveryError || (error instanceof StetError && !error.retryable);
      if (!isRefusal || this.host.signal.aborted) throw error;
      this.notes.push(`“${name}” could not be brought here: ${error.message} Its place, caption and credit are kept.`);
      return undefined;
    }
  }
}

function nameOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  try {
    return decodeURIComponent(basename(path));
  } catch {
    return basename(path);
  }
}
