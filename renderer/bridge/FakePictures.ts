import { figureAssets } from '../../shared/export/placePictures.ts';
import { StetError } from '../../shared/lang/result.ts';
import type { Asset, PictureField } from '../../shared/media/asset.ts';
import type { Block } from '../../shared/story/block.ts';
import type { AssetId } from '../../shared/story/ids.ts';
import { numberFor } from './numberFor.ts';

/** The pictures of a library in memory: no bytes, only what is known of them. */
export class FakePictures {
  readonly assets = new Map<AssetId, Asset>();

  /** A picture of this name; the same one for the same name. */
  add(fileName: string, createdAt: string): Asset {
    const id = Math.abs(numberFor(fileName)).toString(16).padEnd(64, '0') as AssetId;
    const size = { bytes: 1_000_000, width: 3000, height: 2000 };
    const asset: Asset = { id, type: 'image/jpeg', ...size, fileName, createdAt, embedded: {} };
    this.assets.set(id, asset);
    return asset;
  }

  /** Throws StetError `notFound`. */
  read(id: AssetId): Asset {
    const asset = this.assets.get(id);
    if (!asset) throw new StetError('notFound', 'This picture is not in the library.');
    return asset;
  }

  /** Keeps words of the house for a picture, or forgets them. Throws StetError `notFound`. */
  remember(id: AssetId, field: PictureField, words: string | null): Asset {
    const { house = {}, ...asset } = this.read(id);
    const { [field]: _, ...others } = house;
    const kept = words === null || words.trim() === '' ? others : { ...others, [field]: words.trim() };
    const remembered: Asset = Object.keys(kept).length === 0 ? asset : { ...asset, house: kept };
    this.assets.set(id, remembered);
    return remembered;
  }

  /** The pictures in these blocks, each once; null: all. */
  of(blocks: readonly Block[] | null): Asset[] {
    if (blocks === null) return [...this.assets.values()];
    const ids = blocks.flatMap((block) => (block.type === 'figure' ? figureAssets(block) : []));
    return [...new Set(ids)].flatMap((id) => this.assets.get(id) ?? []);
  }
}
