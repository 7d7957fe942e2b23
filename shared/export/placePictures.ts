import { foldText } from '../lang/foldText.ts';
import type { Asset, PictureAsset } from '../media/asset.ts';
import { fileEnding } from '../media/fileEnding.ts';
import { isPicture, mediumOf } from '../media/medium.ts';
import { pictureRights } from '../media/pictureRights.ts';
import type { Figure } from '../story/block.ts';
import type { AssetId, BlockId } from '../story/ids.ts';
import { inlineText } from '../story/plainText.ts';
import type { Story } from '../story/story.ts';
import { storyStem } from './exportFileName.ts';
import {
  isRecording,
  type ExportPicture,
  type ExportRecording,
  type FileOutside,
  type PictureOutside,
} from './exportPicture.ts';

const MAX_WORDS_LENGTH = 40;

/** The figures of a story that have their file, in order. */
export function storyFigures({ blocks }: Pick<Story, 'blocks'>): (Figure & { readonly assetId: AssetId })[] {
  return blocks.filter((block) => block.type === 'figure' && block.assetId !== null) as (Figure & {
    readonly assetId: AssetId;
  })[];
}

/** The assets a figure needs: what it shows or plays, and the poster of that. */
export function figureAssets({ assetId, poster }: Pick<Figure, 'assetId' | 'poster'>): AssetId[] {
  return [assetId, poster].filter((id) => id !== null && id !== undefined);
}

/** Where a story's pictures lie beside a document when they go out as they came. `assets` are those whose bytes are at hand. */
export function placePictures(story: Story, assets: Iterable<Asset>): Map<BlockId, ExportPicture | ExportRecording> {
  return placeOutside(story, filesAsTheyCame(story, assets));
}

/** What shows a story's figures when it goes out as it came. `assets` are those whose bytes are at hand. */
export function filesAsTheyCame(story: Story, assets: Iterable<Asset>): Map<BlockId, FileOutside> {
  const known = new Map(Array.from(assets, (asset) => [asset.id, asset]));
  const outside = new Map<BlockId, FileOutside>();
  for (const { id, assetId, poster } of storyFigures(story)) {
    const asset = known.get(assetId);
    if (asset) outside.set(id, fileOutside(asset, poster === undefined ? undefined : known.get(poster)));
  }
  return outside;
}

/** A stored file as it came, and its poster. */
function fileOutside(asset: Asset, poster: Asset | undefined): FileOutside {
  if (isPicture(asset)) return pictureOutside(asset);
  const shown = poster && isPicture(poster) ? pictureOutside(poster) : null;
  return { sha256: asset.id, type: asset.type, poster: shown, rights: pictureRights(asset.embedded) };
}

function pictureOutside({ id, type, width, height, embedded }: PictureAsset): PictureOutside {
  return { sha256: id, type, width, height, rights: pictureRights(embedded) };
}

/** A file with where it lies, and where its poster lies. */
export function placeFile(file: FileOutside, pathOf: (file: FileOutside) => string): ExportPicture | ExportRecording {
  const path = pathOf(file);
  if (!isRecording(file)) return { ...file, path };
  const { poster } = file;
  return { ...file, path, poster: poster && { ...poster, path: pathOf(poster) } };
}

/**
 * Where the files that show a story's figures lie when they are written beside a document: one folder named after the story,
 * each file named with words of its caption and the beginning of its hash, in ASCII so that every server and archive keeps
 * them. A name stands for its bytes: two files never share one, and a file that is shown twice is there once. The
 * picture's own name is not used: it may name a source.
 */
export function placeOutside(
  story: Story,
  outside: ReadonlyMap<BlockId, FileOutside>,
): Map<BlockId, ExportPicture | ExportRecording> {
  const folder = `${storyStem(story.fields)}-pictures`;
  const placed = new Map<BlockId, ExportPicture | ExportRecording>();
  const paths = new Map<string, string>();
  for (const figure of storyFigures(story)) {
    const file = outside.get(figure.id);
    if (!file) continue;
    const words = pictureWords(figure) || mediumOf(file.type);
    const pathOf = ({ sha256, type }: FileOutside): string => {
      const path = paths.get(sha256) ?? `${folder}/${words}-${sha256.slice(0, 12)}.${fileEnding(type)}`;
      paths.set(sha256, path);
      return path;
    };
    placed.set(figure.id, placeFile(file, pathOf));
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
