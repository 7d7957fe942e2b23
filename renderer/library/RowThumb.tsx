import { useState } from 'react';
import { objectPosition } from '../../shared/media/focalPoint.ts';
import type { Focus } from '../../shared/story/block.ts';
import type { AssetId } from '../../shared/story/ids.ts';

interface RowThumbProps {
  readonly id: AssetId;
  /** What must stay in sight. */
  readonly point: Focus | null;
}

/** The story's first picture, small; nothing at all when its file is missing. */
export function RowThumb({ id, point }: RowThumbProps) {
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return null;
  return (
    <img
      className="row-thumb"
      style={point ? { objectPosition: objectPosition(point) } : undefined}
      src={`media://asset/${id}?size=thumb`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setIsMissing(true)}
    />
  );
}
