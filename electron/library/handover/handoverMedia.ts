import { createHash } from 'node:crypto';
import { figureAssets, storyFigures } from '../../../shared/export/placePictures.ts';
import type { PictureAsset } from '../../../shared/media/asset.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import { findPictures } from '../exports/outsideFiles.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import type { Handover } from '../packages/handoverFormat.ts';
import type { MadePicture, PictureFile } from '../packages/PictureCopy.ts';
import type { StandIn } from '../packages/planPackage.ts';

/** What of a story's pictures and recordings goes along. */
interface HandoverMedia {
  readonly files: readonly PictureFile[];
  readonly standIns: readonly StandIn[];
}

/** What an editor sees the page in, on a dense screen, too. */
const COPY = { size: 'large', format: 'webp' } as const;

/**
 * What goes along with a story that is handed over. With `renditions` a picture goes as a smaller copy, and as it is where it is no
 * larger than that; recordings, of which there are none, stay. A picture that is here as a copy only goes as that. Throws
 * StetError with why a copy cannot be made.
 */
export async function handoverMedia(
  story: Story,
  media: MediaAccess,
  wanted: Handover['media'],
): Promise<HandoverMedia> {
  if (wanted === 'none') return { files: [], standIns: [] };
  const found = [...findPictures(story, media).values()];
  const standIns = elsewhere(story, media);
  if (wanted === 'all') return { files: found, standIns };
  const files: PictureFile[] = [];
  for (const file of found) {
    const { asset } = file;
    if (!isPicture(asset)) continue;
    const copy = await smaller(asset, media);
    if (copy) standIns.push({ original: asset, copy });
    else files.push(file);
  }
  return { files, standIns };
}

function elsewhere(story: Story, media: MediaAccess): StandIn[] {
  const ids = new Set(storyFigures(story).flatMap(figureAssets));
  return [...ids].flatMap((id) => {
    const [original, copy] = [media.find(id), media.standIn(id)];
    const file = copy && media.pathOf(copy.id);
    return original && isPicture(original) && copy && file ? [{ original, copy: { asset: copy, file } }] : [];
  });
}

/** A smaller copy of a picture; null where it would be no smaller. */
async function smaller(original: PictureAsset, media: MediaAccess): Promise<MadePicture | null> {
  const order = { copies: [COPY], figure: null, cut: {}, keepPlace: false };
  const [copy] = await media.makeRenditions(original.id, order);
  if (!copy || copy.bytes.length >= original.bytes) return null;
  const { bytes, type, width, height } = copy;
  const id = createHash('sha256').update(bytes).digest('hex') as AssetId;
  const { fileName, createdAt } = original;
  const asset = { id, bytes: bytes.length, type, width, height, fileName, createdAt, embedded: {} };
  return { asset: { ...asset, standsFor: original.id }, bytes };
}
