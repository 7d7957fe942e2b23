import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { exportDocument } from '../../../shared/export/exportDocument.ts';
import { exportFileName } from '../../../shared/export/exportFileName.ts';
import type { ExportPictures, FileOutside, PictureOutside } from '../../../shared/export/exportPicture.ts';
import { figureAssets, placeOutside, placePictures, storyFigures } from '../../../shared/export/placePictures.ts';
import type { ExportTarget, House } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import { isPicture } from '../../../shared/media/medium.ts';
import { DEFAULT_PICTURES, type PictureProfile } from '../../../shared/media/pictureProfile.ts';
import type { Figure } from '../../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import { PACKAGE_TYPE } from '../packages/packageFormat.ts';
import type { PictureFile } from '../packages/PictureCopy.ts';
import { planPackage, type PackagePlan } from '../packages/planPackage.ts';
import type { Rendition, RenditionOrder } from '../renditions/Rendition.ts';
import { exportWarnings } from './exportWarnings.ts';

/** What one file of an export is made of. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: PictureFile }
  | { readonly kind: 'rendition'; readonly assetId: AssetId; readonly rendition: Rendition }
  | { readonly kind: 'package'; readonly plan: PackagePlan };

export interface PlannedFile {
  /** Relative to where the export goes, with `/`. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly content: FileContent;
}

/** Everything an export will write: the document first, then its pictures. */
export interface ExportPlan {
  readonly target: ExportTarget;
  readonly files: readonly [document: PlannedFile, ...pictures: PlannedFile[]];
  readonly warnings: readonly string[];
}

/** What a plan is made with besides the story. */
interface PlanParts {
  readonly media: MediaAccess;
  readonly house: House;
  /** Called as renditions are made: so many, of so many. */
  readonly onMade?: (made: number, total: number) => void;
}

/** A figure's file: as it looks from the document, and what is in it. */
interface Outside {
  readonly pictures: ExportPictures;
  /** By the hash of the bytes. */
  readonly contents: ReadonlyMap<string, FileContent>;
}

/**
 * Plans an export of a story as it is given; nothing is written. Its pictures are made on the way, as the house has them go
 * out. Throws StetError `packageTooLarge`, or why a picture cannot go out.
 */
export async function planExport(story: Story, target: ExportTarget, parts: PlanParts): Promise<ExportPlan> {
  const found = findPictures(story, parts.media);
  const profile = parts.house.file?.pictures ?? DEFAULT_PICTURES;
  const warnings = exportWarnings(story, { target, found, profile });
  if (target === 'package') {
    const plan = planPackage(story, [...found.values()]);
    const name = exportFileName(story.fields, target);
    const file = { name, mime: PACKAGE_TYPE, bytes: plan.size, content: { kind: 'package', plan } } as const;
    return { target, files: [file], warnings };
  }
  // Wire copy leaves without pictures and only names them.
  const isAsItCame = profile.size === 'original' || target === 'text';
  const { pictures, contents } = isAsItCame ? originals(story, found) : await renditions(story, found, profile, parts);
  const document = exportDocument(story, pictures, target);
  const { name, mime, text } = document;
  const files = document.pictures.map(({ path, type, sha256 }): PlannedFile => {
    const content = contents.get(sha256);
    if (!content) throw new StetError('notFound', `A picture of this story is not in the library.`);
    return { name: path, mime: type, bytes: sizeOf(content), content };
  });
  const file: PlannedFile = { name, mime, bytes: Buffer.byteLength(text), content: { kind: 'text', text } };
  return { target, files: [file, ...files], warnings };
}

function originals(story: Story, found: ReadonlyMap<AssetId, PictureFile>): Outside {
  const pictures = placePictures(
    story,
    Array.from(found.values(), ({ asset }) => asset),
  );
  return { pictures, contents: new Map(Array.from(found, ([id, picture]) => [id, { kind: 'picture', picture }])) };
}

/**
 * One rendition for each figure: the same picture may have another caption, or another crop, in another place. A recording
 * goes out as it came, and only its poster is made.
 */
async function renditions(
  story: Story,
  found: ReadonlyMap<AssetId, PictureFile>,
  { size, format, keepPlace }: PictureProfile,
  { media, onMade }: PlanParts,
): Promise<Outside> {
  const figures = storyFigures(story).filter(({ assetId }) => found.has(assetId));
  const outside = new Map<BlockId, FileOutside>();
  const contents = new Map<string, FileContent>();
  const copies = [{ size: size === 'original' ? 'web' : size, format }] as const;

  async function make(assetId: AssetId, figure: Figure, cut: RenditionOrder['cut']): Promise<PictureOutside> {
    const [rendition] = await media.makeRenditions(assetId, { copies, figure, cut, keepPlace });
    if (!rendition) throw new StetError('noDecoder', 'A picture could not be made; trying again may help.', true);
    const { bytes, type, width, height } = rendition;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    contents.set(sha256, { kind: 'rendition', assetId, rendition });
    return { sha256, type, width, height };
  }

  for (const [index, figure] of figures.entries()) {
    const { id, assetId, crop, turn, poster } = figure;
    onMade?.(index, figures.length);
    const file = found.get(assetId);
    if (file && !isPicture(file.asset)) {
      contents.set(assetId, { kind: 'picture', picture: file });
      const shown = poster !== undefined && found.has(poster) ? await make(poster, figure, {}) : null;
      outside.set(id, { sha256: assetId, type: file.asset.type, poster: shown });
    } else outside.set(id, await make(assetId, figure, { ...(turn && { turn }), ...(crop && { crop }) }));
  }
  if (figures.length > 0) onMade?.(figures.length, figures.length);
  return { pictures: placeOutside(story, outside), contents };
}

function sizeOf(content: FileContent): number {
  switch (content.kind) {
    case 'text':
      return Buffer.byteLength(content.text);
    case 'picture':
      return content.picture.asset.bytes;
    case 'rendition':
      return content.rendition.bytes.length;
    case 'package':
      return content.plan.size;
  }
}

/** The files of a story's figures whose bytes are there, as far as their size tells. */
function findPictures(story: Story, media: MediaAccess): Map<AssetId, PictureFile> {
  const found = new Map<AssetId, PictureFile>();
  for (const id of storyFigures(story).flatMap(figureAssets)) {
    const asset = media.find(id);
    const file = media.pathOf(id);
    if (asset && file !== null && statSync(file, { throwIfNoEntry: false })?.size === asset.bytes)
      found.set(id, { asset, file });
  }
  return found;
}
