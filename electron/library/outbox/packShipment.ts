import { readFile } from 'node:fs/promises';
import { inlineText } from '../../../shared/story/plainText.ts';
import { isRecording } from '../../../shared/export/exportPicture.ts';
import { storyFigures } from '../../../shared/export/placePictures.ts';
import { withoutFigures } from '../../../shared/export/withoutFigures.ts';
import type { ExportTarget } from '../../../shared/ipc/librarySchemas.ts';
import { DEFAULT_PICTURES, type PictureProfile } from '../../../shared/media/pictureProfile.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { Shipment, ShippedFile } from '../cms/Connection.ts';
import { exportWarnings } from '../exports/exportWarnings.ts';
import { findPictures, originals, outsideBytes, renditions, type OutsideContent } from '../exports/outsideFiles.ts';
import type { LibraryAccess } from '../libraryAccess.ts';

export interface PackOptions {
  readonly key: string;
  readonly isTextOnly: boolean;
  /** The target takes no pictures as large as the house’s. */
  readonly isShrunk: boolean;
  /** Whether files go there at all. */
  readonly hasFiles: boolean;
  /** What a story should be warned of as. */
  readonly warnedAs: ExportTarget;
}

/** Everything that leaves, and what should be read before it does. */
export interface PackedShipment {
  readonly shipment: Shipment;
  readonly warnings: readonly string[];
}

/** Makes the pictures a story goes out with, as the house has them, and names each by its bytes. Throws StetError. */
export async function packShipment(
  { media, readHouse }: Pick<LibraryAccess, 'media' | 'readHouse'>,
  story: Story,
  { key, isTextOnly, isShrunk, hasFiles, warnedAs }: PackOptions,
): Promise<PackedShipment> {
  const house = (await readHouse()).file?.pictures ?? DEFAULT_PICTURES;
  const profile = isShrunk ? { ...house, size: smaller(house.size), format: 'jpeg' as const } : house;
  const found = hasFiles ? findPictures(story, media) : new Map<never, never>();
  const { pictures, contents } =
    profile.size === 'original' ? originals(story, found) : await renditions(story, found, { media, profile });
  const files = new Map<string, ShippedFile>();
  for (const figure of storyFigures(story)) {
    const placed = pictures.get(figure.id);
    if (!placed) continue;
    for (const { sha256, type, path } of isRecording(placed) && placed.poster ? [placed, placed.poster] : [placed]) {
      const content = contents.get(sha256);
      if (!content || files.has(sha256)) continue;
      files.set(sha256, {
        ...{ sha256, type, bytes: outsideBytes(content), name: path.slice(path.lastIndexOf('/') + 1) },
        ...{ caption: inlineText(figure.caption), credit: figure.credit, alt: figure.alt },
        read: () => bytesOf(content),
      });
    }
  }
  const leaving = hasFiles ? story : withoutFigures(story);
  const warnings = exportWarnings(leaving, { target: warnedAs, found, profile: house });
  const staying = storyFigures(story).length - storyFigures(leaving).length;
  if (staying > 0)
    warnings.push(
      `This target takes no files: ${staying} ${staying === 1 ? 'stays' : 'stay'} here, with caption and credit.`,
    );
  return { shipment: { key, story, pictures, files: [...files.values()], isTextOnly }, warnings };
}

async function bytesOf(content: OutsideContent): Promise<Buffer> {
  return content.kind === 'rendition' ? content.rendition.bytes : readFile(content.picture.file);
}

function smaller(size: PictureProfile['size']): 'web' | 'thumb' {
  return size === 'web' ? 'thumb' : 'web';
}
