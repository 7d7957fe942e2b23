import { MapPin } from 'lucide-react';
import type { Asset } from '../../shared/media/asset.ts';
import type { PictureWords } from '../../shared/media/pictureWords.ts';
import type { BlockId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { byteSize } from '../ui/byteSize.ts';
import { AssetDetails } from './AssetDetails.tsx';
import { PictureUse, type UseActions } from './PictureUse.tsx';
import { AssetThumb } from './AssetThumb.tsx';

/** One place of the story where a picture stands. */
interface Use {
  readonly blockId: BlockId;
  readonly words: PictureWords;
}

interface AssetCardProps {
  readonly asset: Asset;
  readonly uses: readonly Use[];
  readonly actionsFor: (blockId: BlockId) => UseActions;
  readonly onReplace: (blockId: BlockId) => void;
}

/** A stored picture, what the story says of it wherever it stands, and what its file says about itself. */
export function AssetCard({ asset, uses, actionsFor, onReplace }: AssetCardProps) {
  const { embedded } = asset;
  const credit = [embedded.creator, embedded.credit, embedded.copyright].filter(Boolean);
  return (
    <li className="asset-card">
      <AssetThumb asset={asset} />
      <div className="asset-facts">
        <p className="asset-name" dir="auto">
          {asset.fileName}
        </p>
        <p>
          {asset.width} × {asset.height} · {byteSize(asset.bytes)}
        </p>
        {credit.length > 0 && <p dir="auto">{[...new Set(credit)].join(' / ')}</p>}
        {embedded.hasLocation && (
          <p
            className="asset-warning"
            title="Exports leave the place out unless the house style keeps it. A Stet package carries the file as it is."
          >
            <MapPin size={12} strokeWidth={2} aria-hidden /> The file says where it was taken
          </p>
        )}
        {uses.map(({ blockId, words }, at) => (
          <section
            key={blockId}
            aria-label={uses.length > 1 ? `Use ${at + 1} of ${asset.fileName}` : `Use of ${asset.fileName}`}
          >
            {uses.length > 1 && <p className="picture-use-number">Use {at + 1}</p>}
            <PictureUse asset={asset} words={words} {...actionsFor(blockId)} />
            <Button look="link" onClick={() => onReplace(blockId)}>
              Replace picture…
            </Button>
          </section>
        ))}
        <AssetDetails asset={asset} />
      </div>
    </li>
  );
}
