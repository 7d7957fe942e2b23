import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { ExportPictures, FileOutside, PictureOutside } from '../../../shared/export/exportPicture.ts';
import { figureAssets, placeOutside, placePictures, storyFigures } from '../../../shared/export/placePictures.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import type { PictureProfile } from '../../../shared/media/pictureProfile.ts';
import { pictureRights } from '../../../shared/media/pictureRights.ts';
import type { RenditionSize } from '../../../shared/media/rendition.ts';
import type { Figure } from '../../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import type { PictureFile } from '../packages/PictureCopy.ts';
import type { Rendition, RenditionOrder } from '../renditions/Rendition.ts';

/** What the file of a figure is made of: the original as it came, or a rendition of it. */
export type OutsideContent =
  | { readonly kind: 'picture'; readonly picture: PictureFile }
  | { readonly kind: 'rendition'; readonly assetId: AssetId; readonly rendition: Rendition };

/** The files that show a story’s figures when it goes out. */
export interface OutsideFiles {
  /** As they look from the document. */
  readonly pictures: ExportPictures;
  /** What is in them, by the hash of the bytes. */
  readonly contents: ReadonlyMap<string, OutsideContent>;
}

interface OutsideParts {
  readonly media: MediaAccess;
  readonly profile: Omit<PictureProfile, 'size'> & { readonly size: RenditionSize | 'original' | number };
  /** Called as renditions are made: so many, of so many. */
  readonly onMade?: ((made: number, total: number) => void) | undefined;
}

/** The pictures and recordings `found` (`findPictures`) as they came, metadata and all. */
export function originals(story: Story, found: ReadonlyMap<AssetId, PictureFile>): OutsideFiles {
  const pictures = placePictures(
    story,
    Array.from(found.values(), ({ asset }) => asset),
  );
  return { pictures, contents: new Map(Array.from(found, ([id, picture]) => [id, { kind: 'picture', picture }])) };
}

/**
 * One rendition for each figure: the same picture may have another caption, or another crop, in another place. A recording
 * goes out as it came, and only its poster is made. Throws StetError with why a picture cannot go out.
 */
export async function renditions(
  story: Story,
  found: ReadonlyMap<AssetId, PictureFile>,
  { media, profile: { size, format, keepPlace }, onMade }: OutsideParts,
): Promise<OutsideFiles> {
  const figures = storyFigures(story).filter(({ assetId }) => found.has(assetId));
  const outside = new Map<BlockId, FileOutside>();
  const contents = new Map<string, OutsideContent>();
  const copies = [{ size: size === 'original' ? 'web' : size, format }] as const;

  const rightsOf = (assetId: AssetId) => pictureRights(found.get(assetId)?.asset.embedded ?? {});

  async function make(assetId: AssetId, figure: Figure, cut: RenditionOrder['cut']): Promise<PictureOutside> {
    const [rendition] = await media.makeRenditions(assetId, { copies, figure, cut, keepPlace });
    if (!rendition) throw new StetError('noDecoder', 'A picture could not be made; trying again may help.', true);
    const { bytes, type, width, height } = rendition;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    contents.set(sha256, { kind: 'rendition', assetId, rendition });
    return { sha256, type, width, height, rights: rightsOf(assetId) };
  }

  for (const [index, figure] of figures.entries()) {
    const { id, assetId, crop, turn, poster } = figure;
    onMade?.(index, figures.length);
    const file = found.get(assetId);
    if (file && !isPicture(file.asset)) {
      contents.set(assetId, { kind: 'picture', picture: file });
      const shown = poster !== undefined && found.has(poster) ? await make(poster, figure, {}) : null;
      outside.set(id, { sha256: assetId, type: file.asset.type, poster: shown, rights: rightsOf(assetId) });
    } else outside.set(id, await make(assetId, figure, { ...(turn && { turn }), ...(crop && { crop }) }));
  }
  if (figures.length > 0) onMade?.(figures.length, figures.length);
  return { pictures: placeOutside(story, outside), contents };
}

/** The story with the copies that are here in the place of pictures that are elsewhere: what goes out shows these. */
export function withStandIns(story: Story, media: MediaAccess): Story {
  const shown = (id: AssetId) => media.standIn(id)?.id ?? id;
  const blocks = story.blocks.map((block) => {
    if (block.type !== 'figure' || block.assetId === null) return block;
    const { poster } = block;
    return { ...block, assetId: shown(block.assetId), ...(poster && { poster: shown(poster) }) };
  });
  return { ...story, blocks };
}

/** The files of a story’s figures whose bytes are there, as far as their size tells. */
export function findPictures(story: Story, media: MediaAccess): Map<AssetId, PictureFile> {
  const found = new Map<AssetId, PictureFile>();
  for (const id of storyFigures(story).flatMap(figureAssets)) {
    const asset = media.find(id);
    const file = media.pathOf(id);
    if (asset && file !== null && statSync(file, { throwIfNoEntry: false })?.size === asset.bytes)
      found.set(id, { asset, file });
  }
  return found;
}

/** How many bytes a file has. */
export function outsideBytes(content: OutsideContent): number {
  return content.kind === 'picture' ? content.picture.asset.bytes : content.rendition.bytes.length;
}
