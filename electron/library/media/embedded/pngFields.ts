import type { EmbeddedMetadata } from '../../../../shared/media/asset.ts';
import type { PngTexts } from '../structure/PictureStructure.ts';
import { isCameraTalk } from './isCameraTalk.ts';
import { tidyText } from './tidyText.ts';

/** What the text chunks of a PNG say, by the keywords of its standard (PNG, 3rd edition, §11.3.3.1). */
export function pngFields(texts: PngTexts): EmbeddedMetadata {
  const one = (keyword: string) => tidyText(texts.get(keyword));
  const caption = one('Description');
  return {
    caption: caption && !isCameraTalk(caption) ? caption : undefined,
    headline: one('Title'),
    creator: one('Author'),
    copyright: one('Copyright'),
    source: one('Source'),
  };
}
