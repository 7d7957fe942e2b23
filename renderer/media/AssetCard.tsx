import { MapPin } from 'lucide-react';
import type { Asset, RecordingAsset } from '../../shared/media/asset.ts';
import { fileEnding } from '../../shared/media/fileEnding.ts';
import { isPicture, MEDIUM_NAMES, MEDIUM_NOUNS, mediumOf } from '../../shared/media/medium.ts';
import type { PictureWords } from '../../shared/media/pictureWords.ts';
import type { Focus } from '../../shared/story/block.ts';
import type { BlockId } from '../../shared/story/ids.ts';
import { Button } from '../ui/Button.tsx';
import { byteSize } from '../ui/byteSize.ts';
import { playingTime } from '../ui/playingTime.ts';
import { AssetDetails } from './AssetDetails.tsx';
import { PictureUse, type UseActions } from './PictureUse.tsx';
import { AssetThumb } from './AssetThumb.tsx';

/** One place of the story where a picture stands. */
interface Use {
  readonly blockId: BlockId;
  readonly words: PictureWords;
  /** What must stay in sight of the picture here. */
  readonly point: Focus | null;
}

interface AssetCardProps {
  readonly asset: Asset;
  readonly uses: readonly Use[];
  readonly actionsFor: (blockId: BlockId) => UseActions;
  readonly onReplace: (blockId: BlockId) => void;
}

/** “Video (MP4) · 1920 × 1080 · 0:42”. */
function recordingFacts({ type, frame, duration }: RecordingAsset): string {
  const name = `${MEDIUM_NAMES[mediumOf(type)]} (${fileEnding(type).toUpperCase()})`;
  const sides = frame && `${frame.width} × ${frame.height}`;
  return [name, sides, duration && playingTime(duration)].filter(Boolean).join(' · ');
}

/** A stored picture or recording, what the story says of it wherever it stands, and what its file says about itself. */
export function AssetCard({ asset, uses, actionsFor, onReplace }: AssetCardProps) {
  const { embedded } = asset;
  const credit = [embedded.creator, embedded.credit, embedded.copyright].filter(Boolean);
  return (
    <li className="asset-card">
      <AssetThumb asset={asset} point={uses[0]?.point} />
      <div className="asset-facts">
        <p className="asset-name" dir="auto">
          {asset.fileName}
        </p>
        <p>
          {isPicture(asset) ? `${asset.width} × ${asset.height}` : recordingFacts(asset)} · {byteSize(asset.bytes)}
        </p>
        {isPicture(asset) && asset.standIn !== undefined && (
          <p
            className="asset-warning"
            title="It is shown by a smaller copy until a package with the original is opened."
          >
            A smaller copy is here; the original is elsewhere
          </p>
        )}
        {credit.length > 0 && <p dir="auto">{[...new Set(credit)].join(' / ')}</p>}
        {embedded.hasLocation && (
          <p
            className="asset-warning"
            title={
              isPicture(asset)
                ? 'Exports leave the place out unless the house style keeps it. A Stet package carries the file as it is.'
                : 'Recordings go out as they are, and the place with them.'
            }
          >
            <MapPin size={12} strokeWidth={2} aria-hidden /> The file says where it was{' '}
            {isPicture(asset) ? 'taken' : 'recorded'}
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
              Replace {MEDIUM_NOUNS[mediumOf(asset.type)]}…
            </Button>
          </section>
        ))}
        {isPicture(asset) && <AssetDetails asset={asset} />}
      </div>
    </li>
  );
}
