import { MapPin } from 'lucide-react';
import type { Asset } from '../../shared/media/asset.ts';
import { byteSize } from '../ui/byteSize.ts';
import { AssetDetails } from './AssetDetails.tsx';
import { AssetThumb } from './AssetThumb.tsx';

/** A stored picture and what its file says about itself. */
export function AssetCard({ asset }: { readonly asset: Asset }) {
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
        <AssetDetails asset={asset} />
      </div>
    </li>
  );
}
