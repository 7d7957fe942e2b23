import { foldText } from '../lang/foldText.ts';
import type { Asset, PictureType } from '../media/asset.ts';
import type { Figure } from '../story/block.ts';
import type { AssetId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';
import { storyStem } from './exportFileName.ts';
import type { ExportPicture } from './exportPicture.ts';

const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
};
const MAX_WORDS_LENGTH = 40;

/** The ending a stored picture's file gets outside, without a dot. */
export function pictureEnding(type: PictureType): string {
  return ENDINGS[type];
}

/** The pictures a story shows, in order, each once. */
export function storyPictures({ blocks }: Pick<Story, 'blocks'>): Map<AssetId, Figure> {
  const shown = new Map<AssetId, Figure>();
  for (const block of blocks)
    if (block.type === 'figure' && block.assetId !== null && !shown.has(block.assetId)) shown.set(block.assetId, block);
  return shown;
}

/**
 * Where a story's pictures lie when they are written beside a document: one folder named after the story, each file
 * named with words of its caption and the beginning of its hash, in ASCII so that every server and archive keeps them.
 * A name stands for its bytes: two pictures never share one, and a picture whose words stay keeps its own.
 * The file's own name is not used: it may name a source.
 */
export function placePictures(story: Story, assets: Iterable<Asset>): Map<AssetId, ExportPicture> {
  const folder = `${storyStem(story.fields)}-pictures`;
  const known = new Map(Array.from(assets, (asset) => [asset.id, asset]));
  const placed = new Map<AssetId, ExportPicture>();
  for (const [id, figure] of storyPictures(story)) {
    const asset = known.get(id);
    if (!asset) continue;
    const words = pictureWords(figure) || 'picture';
    placed.set(id, { asset, path: `${folder}/${words}-${id.slice(0, 12)}.${pictureEnding(asset.type)}` });
  }
  return placed;
}

/** Words of a figure's caption, else of its alt text, for a file name in ASCII; empty when they give none. */
export function pictureWords(figure: Pick<Figure, 'caption' | 'alt'>): string {
  for (const text of [inlineText(figure.caption), figure.alt]) {
    const words = foldText(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean);
    let name = '';
    for (const word of words) {
      if (name.length + word.length >= MAX_WORDS_LENGTH) break;
      name += name === '' ? word : `-${word}`;
    }
    if (/[a-z]{3}/.test(name)) return name;
  }
  return '';
}
