import { describe, expect, it } from 'vitest';
import { placePictures } from '../../../../shared/export/placePictures.ts';
import type { Asset, PictureAsset } from '../../../../shared/media/asset.ts';
import type { PictureType } from '../../../../shared/media/mediaTypes.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { AssetId, BlockId } from '../../../../shared/story/ids.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../fixtures/export/harbourStory.ts';

function asset(digit: string, type: PictureType = 'image/jpeg'): Asset {
  return { ...(HARBOUR_ASSETS[0] as PictureAsset), id: digit.repeat(64) as AssetId, type };
}

function figure(id: string, caption: string, alt = ''): Block {
  return {
    ...{
      id: `b${id}` as BlockId,
      type: 'figure',
      assetId: id.repeat(64) as AssetId,
      fileName: 'source-name.jpg',
      credit: '',
    },
    ...{ caption: caption === '' ? [] : [{ type: 'text', text: caption }], alt, origin: {} },
  };
}

function paths(slug: string, assets: Asset[], ...blocks: Block[]): string[] {
  const story = { ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, slug }, blocks };
  return Array.from(placePictures(story, assets).values(), ({ path }) => path);
}

describe('pictures beside a document', () => {
  it('are named with their caption’s words and the beginning of their hash, in a folder named after the story', () => {
    expect(
      paths('delta', [asset('1')], figure('1', 'Women wait for the water tanker at the last metalled road.')),
    ).toEqual(['delta-pictures/women-wait-for-the-water-tanker-at-the-111111111111.jpg']);
  });

  it('are named in ASCII, from the alt text if the caption has none, and by no word of the file’s own name', () => {
    const named = paths(
      'دلتا',
      [asset('1', 'image/png'), asset('2', 'image/webp'), asset('3', 'image/avif')],
      ...[figure('1', 'الماء'), figure('2', 'الماء', 'Čapek’s naïve élan'), figure('3', '')],
    );
    expect(named).toEqual([
      'دلتا-pictures/picture-111111111111.png',
      'دلتا-pictures/capeks-naive-elan-222222222222.webp',
      'دلتا-pictures/picture-333333333333.avif',
    ]);
  });

  it('are there once however often they are shown, and not at all if their bytes are not', () => {
    expect(paths('x', [asset('1')], figure('1', 'One boat'), figure('1', 'Again'), figure('2', 'Gone'))).toEqual([
      'x-pictures/one-boat-111111111111.jpg',
    ]);
  });
});
