import { useState } from 'react';
import type { AssetId } from '../../shared/story/ids.ts';

/** The story's first picture, small; nothing at all when its file is missing. */
export function RowThumb({ id }: { readonly id: AssetId }) {
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return null;
  return (
    <img
      className="row-thumb"
      src={`media://asset/${id}?size=thumb`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setIsMissing(true)}
    />
  );
}
