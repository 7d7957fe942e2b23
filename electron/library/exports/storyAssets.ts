import { figureAssets } from '../../../shared/export/placePictures.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import type { Story } from '../../../shared/story/story.ts';
import type { MediaAccess } from '../libraryAccess.ts';

/** What the library knows of a story's pictures and recordings, as the checks want it. */
export function storyAssets({ blocks }: Story, media: MediaAccess): Asset[] {
  return blocks
    .flatMap((block) => (block.type === 'figure' ? figureAssets(block) : []))
    .flatMap((id) => media.find(id) ?? []);
}
