import { readFile } from 'node:fs/promises';
import { isRecording } from '../../../shared/export/exportPicture.ts';
import { storyFigures } from '../../../shared/export/placePictures.ts';
import { withoutFigures } from '../../../shared/export/withoutFigures.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import { DEFAULT_PICTURES, type PictureProfile } from '../../../shared/media/pictureProfile.ts';
import type { RenditionSize } from '../../../shared/media/rendition.ts';
import { inlineText } from '../../../shared/story/plainText.ts';
import type { Figure } from '../../../shared/story/block.ts';
import type { Story } from '../../../shared/story/story.ts';
import { takesFiles, type Target } from '../../../shared/targets/target.ts';
import { withoutPrivate } from '../../../shared/targets/withoutPrivate.ts';
import type { Shipment, ShippedFile } from '../cms/Connection.ts';
import { wasOpened } from '../cms/wasOpened.ts';
import { exportWarnings } from '../exports/exportWarnings.ts';
import {
  findPictures,
  originals,
  outsideBytes,
  renditions,
  withStandIns,
  type OutsideContent,
} from '../exports/outsideFiles.ts';
import type { LibraryAccess } from '../libraryAccess.ts';
import type { PictureFile } from '../packages/PictureCopy.ts';

export interface PackOptions {
  readonly key: string;
  readonly target: Target;
  /** What the target was left with; null: nothing yet. */
  readonly base: unknown;
  readonly isTextOnly: boolean;
  /** The target takes no pictures as large as the house’s. */
  readonly isShrunk: boolean;
}

/** Everything that leaves, and what should be read before it does. */
export interface PackedShipment {
  readonly shipment: Shipment;
  readonly warnings: readonly string[];
}

type Size = RenditionSize | 'original' | number;

/** Makes what a story goes to a target with, without what is to stay here, and names each file by its bytes. Throws StetError. */
export async function packShipment(
  { media, readHouse }: Pick<LibraryAccess, 'media' | 'readHouse'>,
  whole: Story,
  { key, target, base, isTextOnly, isShrunk }: PackOptions,
): Promise<PackedShipment> {
  // What came from there is known there, and would be taken away.
  const leavable = wasOpened(base) ? whole : withoutPrivate(whole, target.profile.private);
  const story = withStandIns(leavable, media);
  const house = (await readHouse()).file?.pictures ?? DEFAULT_PICTURES;
  const found = takesFiles(target) ? findPictures(story, media) : new Map<never, never>();
  const profile = pictureProfile(house, target.profile, { found: [...found.values()], isShrunk });
  const { pictures, contents } =
    profile.size === 'original' ? originals(story, found) : await renditions(story, found, { media, profile });
  const files = new Map<string, ShippedFile>();
  for (const figure of storyFigures(story)) {
    const placed = pictures.get(figure.id);
    if (!placed) continue;
    const isWhole = figure.crop === undefined && figure.turn === undefined;
    for (const file of isRecording(placed) && placed.poster ? [placed, placed.poster] : [placed]) {
      const { sha256, type, path } = file;
      const content = contents.get(sha256);
      if (!content || files.has(sha256)) continue;
      files.set(sha256, {
        ...{ sha256, type, bytes: outsideBytes(content), name: path.slice(path.lastIndexOf('/') + 1) },
        ...{ caption: inlineText(figure.caption), credit: figure.credit, alt: figure.alt },
        whole: file !== placed ? (figure.poster ?? null) : isWhole ? figure.assetId : null,
        likeness: likenessOf(figure, file === placed, profile),
        read: () => bytesOf(content),
      });
    }
  }
  const leaving = takesFiles(target) ? story : withoutFigures(story);
  const said = {
    ...house,
    size: profile.size === 'original' ? profile.size : ('web' as const),
    keepPlace: profile.keepPlace,
  };
  // Files beside an item are named by their place there.
  const warnedAs = target.kind === 'folder' ? target.profile.format : 'html';
  const warnings = exportWarnings(leaving, { target: warnedAs, found, profile: said });
  const staying = storyFigures(story).length - storyFigures(leaving).length;
  if (staying > 0)
    warnings.push(
      `This target takes no files: ${staying} ${staying === 1 ? 'stays' : 'stay'} here, with caption and credit.`,
    );
  return { shipment: { key, story, pictures, files: [...files.values()], isTextOnly }, warnings };
}

/** How pictures go to a target: as the house has them, but no larger than it takes, and without their place if that stays here. */
function pictureProfile(
  house: PictureProfile,
  { longestSide, private: kept }: Target['profile'],
  { found, isShrunk }: { readonly found: readonly PictureFile[]; readonly isShrunk: boolean },
): Omit<PictureProfile, 'size'> & { readonly size: Size } {
  const keepPlace = house.keepPlace && !kept.includes('place');
  const isPlaced = kept.includes('place') && found.some(({ asset }) => isPicture(asset) && asset.embedded.hasLocation);
  // A place cannot be taken out of a file that goes as it came.
  const wanted: Size = longestSide ?? (house.size === 'original' && isPlaced ? 'large' : house.size);
  return isShrunk
    ? { ...house, keepPlace, size: smaller(wanted), format: 'jpeg' }
    : { ...house, keepPlace, size: wanted };
}

/** What a file shows, whatever its caption: that is written into a rendition, which so has other bytes for another comma. */
function likenessOf(
  { assetId, poster, crop, turn, credit }: Figure,
  isOwn: boolean,
  { size, format, keepPlace }: Pick<PictureProfile, 'format' | 'keepPlace'> & { readonly size: Size },
): string {
  return JSON.stringify([isOwn ? assetId : poster, isOwn ? [crop, turn] : null, size, format, keepPlace, credit]);
}

async function bytesOf(content: OutsideContent): Promise<Buffer> {
  return content.kind === 'rendition' ? content.rendition.bytes : readFile(content.picture.file);
}

function smaller(size: Size): Size {
  if (typeof size === 'number') return Math.round(size / 2);
  return size === 'web' ? 'thumb' : 'web';
}
