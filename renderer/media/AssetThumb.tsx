import { useState } from 'react';
import type { Asset } from '../../shared/media/asset.ts';

/** A picture, small; its name in its place when the file is missing. */
export function AssetThumb({ asset }: { readonly asset: Asset }) {
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return <span className="asset-thumb asset-missing">File missing</span>;
  return (
    <img
      className="asset-thumb"
      src={`media://asset/${asset.id}?size=thumb`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setIsMissing(true)}
    />
  );
}
