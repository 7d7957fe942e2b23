import { mediumOf } from '../../../../../shared/media/medium.ts';
import type { Asset } from '../../../../../shared/media/asset.ts';
import type { Figure } from '../../../../../shared/story/block.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import { bringFile, fileNameOf } from '../../bringFile.ts';
import type { OpenHost } from '../../Connection.ts';
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
    const place = { ...figure, assetId: null, fileName: figure.fileName || fileNameOf(medium?.url ?? src) };
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
    if (known) return known;
    const brought = await bringFile(medium.url, this.origin, this.host);
    if ('asset' in brought) {
      this.assets.set(medium.id, brought.asset);
      return brought.asset;
    }
    if (brought.note !== null) this.notes.push(brought.note);
    return undefined;
  }
}
