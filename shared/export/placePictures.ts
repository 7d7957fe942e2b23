import { foldText } from '../lang/foldText.ts';
import type { Asset, PictureType } from '../media/asset.ts';
import type { Figure } from '../story/block.ts';
import type { AssetId, BlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';
import { storyStem } from './exportFileName.ts';
import type { ExportPicture, PictureOutside } from './exportPicture.ts';

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

/** The figures of a story that show a picture, in order. */
export function storyFigures({ blocks }: Pick<Story, 'blocks'>): (Figure & { readonly assetId: AssetId })[] {
  return blocks.filter((block) => block.type === 'figure' && block.assetId !== null) as (Figure & {
    readonly assetId: AssetId;
  })[];
}

/** Where a story's pictures lie beside a document when they go out as they came. `assets` are those whose bytes are at hand. */
export function placePictures(story: Story, assets: Iterable<Asset>): Map<BlockId, ExportPicture> {
  const known = new Map(Array.from(assets, (asset) => [asset.id, asset]));
  const outside = new Map<BlockId, PictureOutside>();
  for (const { id, assetId } of storyFigures(story)) {
    const asset = known.get(assetId);
    if (asset) outside.set(id, { sha256: asset.id, type: asset.type, width: asset.width, height: asset.height });
  }
  return placeOutside(story, outside);
}

/**
 * Where the files that show a story's figures lie when they are written beside a document: one folder named after the story,
 * each file named with words of its caption and the beginning of its hash, in ASCII so that every server and archive keeps
 * them. A name stands for its bytes: two files never share one, and a file that is shown twice is there once. The
 * picture's own name is not used: it may name a source.
 */
export function placeOutside(story: Story, outside: ReadonlyMap<BlockId, PictureOutside>): Map<BlockId, ExportPicture> {
  const folder = `${storyStem(story.fields)}-pictures`;
  const placed = new Map<BlockId, ExportPicture>();
  const paths = new Map<string, string>();
  for (const figure of storyFigures(story)) {
    const file = outside.get(figure.id);
    if (!file) continue;
    const words = pictureWords(figure) || 'picture';
    const own = `${folder}/${words}-${file.sha256.slice(0, 12)}.${pictureEnding(file.type)}`;
    const path = paths.get(file.sha256) ?? own;
    paths.set(file.sha256, path);
    placed.set(figure.id, { ...file, path });
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
