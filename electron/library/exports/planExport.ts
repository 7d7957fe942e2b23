import { statSync } from 'node:fs';
import { exportDocument } from '../../../shared/export/exportDocument.ts';
import { exportFileName } from '../../../shared/export/exportFileName.ts';
import { storyPictures } from '../../../shared/export/placePictures.ts';
import type { ExportTarget } from '../../../shared/ipc/librarySchemas.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { MediaAccess } from '../libraryAccess.ts';
import { PACKAGE_TYPE } from '../packages/packageFormat.ts';
import type { PictureFile } from '../packages/PictureCopy.ts';
import { planPackage, type PackagePlan } from '../packages/planPackage.ts';
import { exportWarnings } from './exportWarnings.ts';

/** What one file of an export is made of. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly picture: PictureFile }
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

/** Plans an export of a story as it is given; nothing is written. Throws StetError `packageTooLarge`. */
export function planExport(story: Story, target: ExportTarget, media: MediaAccess): ExportPlan {
  const found = findPictures(story, media);
  const warnings = exportWarnings(story, target, found);
  if (target === 'package') {
    const plan = planPackage(story, [...found.values()]);
    const name = exportFileName(story.fields, target);
    const file = { name, mime: PACKAGE_TYPE, bytes: plan.size, content: { kind: 'package', plan } } as const;
    return { target, files: [file], warnings };
  }
  const document = exportDocument(
    story,
    Array.from(found.values(), ({ asset }) => asset),
    target,
  );
  const { name, mime, text } = document;
  const pictures = document.pictures.map(({ asset, path }): PlannedFile => {
    const picture = found.get(asset.id);
    if (!picture) throw new StetError('notFound', `The picture “${asset.fileName}” is not in the library.`);
    return { name: path, mime: asset.type, bytes: asset.bytes, content: { kind: 'picture', picture } };
  });
  const file: PlannedFile = { name, mime, bytes: Buffer.byteLength(text), content: { kind: 'text', text } };
  return { target, files: [file, ...pictures], warnings };
}

/** The pictures of a story whose bytes are there, as far as their size tells. */
function findPictures(story: Story, media: MediaAccess): Map<AssetId, PictureFile> {
  const found = new Map<AssetId, PictureFile>();
  for (const id of storyPictures(story).keys()) {
    const asset = media.find(id);
    const file = media.pathOf(id);
    if (asset && file !== null && statSync(file, { throwIfNoEntry: false })?.size === asset.bytes)
      found.set(id, { asset, file });
  }
  return found;
}
