import type { Figure } from '../../shared/story/block.ts';
import { framingOf } from '../../shared/story/framing.ts';
import { FramedImage } from '../ui/FramedImage.tsx';
import { Player } from '../ui/Player.tsx';

/** A figure's picture as it is cropped, or its recording; nothing where it has neither. */
export function ReadMedium({ figure }: { readonly figure: Figure }) {
  const { assetId, medium, poster, alt } = figure;
  if (!assetId) return null;
  if (medium)
    return (
      <Player
        kind={medium}
        aria-label={alt || undefined}
        preload="none"
        poster={poster && `media://asset/${poster}?size=page`}
        src={`media://asset/${assetId}?size=original`}
      />
    );
  return (
    <FramedImage
      src={`media://asset/${assetId}?size=page`}
      alt={alt}
      framing={framingOf(figure)}
      sides={undefined}
      // A cropped one has no room until it is read.
      loading={figure.crop || figure.turn ? 'eager' : 'lazy'}
    />
  );
}
