import type { Story } from '../../story/story.ts';
import type { ExportPictures } from '../exportPicture.ts';
import { ninjs1Item } from './ninjs1Item.ts';
import { ninjs3Item } from './ninjs3Item.ts';
import { superdeskItem } from './superdeskItem.ts';

/** A story as ninjs 1.6, which most receivers read: one JSON object, pictures as associations with relative addresses. */
export function exportNinjs(story: Story, pictures: ExportPictures): string {
  return written(ninjs1Item(story, pictures));
}

/** A story as ninjs 3.1, which IPTC recommends for what is new. */
export function exportNinjs3(story: Story, pictures: ExportPictures): string {
  return written(ninjs3Item(story, pictures));
}

/** A story as the ninjs that Superdesk takes in. */
export function exportSuperdesk(story: Story, pictures: ExportPictures): string {
  return written(superdeskItem(story, pictures));
}

/** Members that are undefined are left out. */
function written(item: object): string {
  return `${JSON.stringify(item, null, 2)}\n`;
}
