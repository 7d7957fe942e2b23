import { useState } from 'react';
import type { AssetId } from '../../shared/story/ids.ts';

/** The caption's picture, small; nothing when its file is missing. */
export function CaptionThumb({ id }: { readonly id: AssetId }) {
  const [isMissing, setIsMissing] = useState(false);
  if (isMissing) return null;
  return (
    <img
      src={`media://asset/${id}?size=thumb`}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setIsMissing(true)}
    />
  );
}
