import { AudioLines, Film } from 'lucide-react';
import { useState } from 'react';
import type { Asset } from '../../shared/media/asset.ts';
import { objectPosition } from '../../shared/media/focalPoint.ts';
import { isPicture, mediumOf } from '../../shared/media/medium.ts';
import type { Focus } from '../../shared/story/block.ts';

interface AssetThumbProps {
  readonly asset: Asset;
  /** What must stay in sight of a picture. */
  readonly point?: Focus | null;
}

/** A picture, small, or a sign for a recording; its name in its place when the file is missing. */
export function AssetThumb({ asset, point }: AssetThumbProps) {
  const [isMissing, setIsMissing] = useState(false);
  if (!isPicture(asset)) {
    const Icon = mediumOf(asset.type) === 'video' ? Film : AudioLines;
    return (
      <span className="asset-thumb asset-recording">
        <Icon aria-hidden="true" size={28} strokeWidth={1.25} />
      </span>
    );
  }
  if (isMissing) return <span className="asset-thumb asset-missing">File missing</span>;
  return (
    <img
      className="asset-thumb"
      style={point ? { objectPosition: objectPosition(point) } : undefined}
      src={`media://asset/${asset.id}?size=thumb`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setIsMissing(true)}
    />
  );
}
