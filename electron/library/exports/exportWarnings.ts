import { isBlank } from '../../../shared/export/cleanText.ts';
import { isEmptyBlock } from '../../../shared/export/isEmptyBlock.ts';
import type { ExportTarget } from '../../../shared/ipc/librarySchemas.ts';
import { momentText } from '../../../shared/lang/zoneTime.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import { STATUS_LABELS } from '../../../shared/story/statusLabels.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { PictureFile } from '../packages/PictureCopy.ts';

/** What somebody should read before the story leaves, one sentence each, none twice. */
export function exportWarnings(story: Story, target: ExportTarget, found: ReadonlyMap<AssetId, PictureFile>): string[] {
  const { fields, blocks } = story;
  const warnings: string[] = [];
  if (fields.embargo !== null)
    warnings.push(`This story is under embargo until ${momentText(fields.embargo, fields.embargoZone)}.`);
  if (fields.status === 'killed' || fields.status === 'onHold')
    warnings.push(`This story is marked “${STATUS_LABELS[fields.status]}”.`);
  if (isBlank(fields.headline)) warnings.push('This story has no headline.');
  if (blocks.every(isEmptyBlock)) warnings.push('There are no words in this story yet.');
  for (const block of blocks) {
    if (block.type !== 'figure' || (block.assetId !== null && found.has(block.assetId))) continue;
    const name = isBlank(block.fileName) ? 'A picture' : `The picture “${block.fileName}”`;
    warnings.push(`${name} is not in the library: its place, caption and credit go out without it.`);
  }
  // Wire copy travels without its pictures.
  if (target !== 'text') {
    for (const { asset } of found.values())
      if (asset.embedded.hasLocation)
        warnings.push(`The picture “${asset.fileName}” says where it was taken, and that goes out with it.`);
  }
  if (target === 'wordpress' && found.size > 0)
    warnings.push('WordPress shows the pictures once they are uploaded there: the markup names them by file.');
  return [...new Set(warnings)];
}
