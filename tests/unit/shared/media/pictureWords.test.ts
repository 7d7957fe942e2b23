import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../../shared/media/asset.ts';
import type { AssetId } from '../../../../shared/story/ids.ts';
import { broughtWords, fileWords, joinCredits } from '../../../../shared/media/pictureWords.ts';

const DAWN = 'Boats wait at the quay of Keti Bandar.';

describe('the words of a picture’s file', () => {
  it('name who took it and for whom, each once', () => {
    expect(fileWords({ creator: 'Omar Beg', credit: 'North Wire' }).credit).toBe('Omar Beg / North Wire');
    expect(fileWords({ creator: 'Omar Beg', credit: 'Omar Beg/North Wire' }).credit).toBe('Omar Beg/North Wire');
    expect(fileWords({ creator: 'OMAR BEG', credit: 'Omar Beg' }).credit).toBe('OMAR BEG');
    expect(fileWords({ creator: 'Omar Beg', source: 'North Wire' }).credit).toBe('Omar Beg / North Wire');
    expect(fileWords({})).toEqual({ caption: '', credit: '', alt: '' });
  });

  it('have the credit glued to the caption in the credit', () => {
    expect(fileWords({ caption: `${DAWN} (OMAR BEG / NORTH WIRE)` })).toMatchObject({
      caption: DAWN,
      credit: 'OMAR BEG / NORTH WIRE',
    });
    expect(fileWords({ caption: `${DAWN} Photo by Omar Beg/AFP via Getty Images`, creator: 'Omar Beg' })).toMatchObject(
      {
        caption: DAWN,
        credit: 'Omar Beg/AFP via Getty Images',
      },
    );
    expect(
      fileWords({
        caption: `${DAWN} (Photo by Omar Beg / AFP) (Photo by OMAR BEG/AFP via Getty Images)`,
        credit: 'AFP',
      }),
    ).toMatchObject({ caption: DAWN, credit: 'OMAR BEG/AFP via Getty Images' });
  });

  it('stay as they are where caption and credit name different people', () => {
    const caption = `${DAWN} (Lina Haddad/Reuters)`;
    expect(fileWords({ caption, creator: 'Omar Beg' })).toMatchObject({ caption, credit: 'Omar Beg' });
  });
});

describe('two credits', () => {
  it('become one that says everything once', () => {
    expect(joinCredits('', 'AFP')).toBe('AFP');
    expect(joinCredits('Omar Beg', '')).toBe('Omar Beg');
    expect(joinCredits('Omar Beg', 'Omar Beg/AFP')).toBe('Omar Beg/AFP');
    expect(joinCredits('Lina Haddad', 'AFP')).toBe('Lina Haddad / AFP');
  });
});

describe('what a picture brings', () => {
  it('is what the house remembers of it before what its file says', () => {
    const asset: Asset = {
      ...{ id: 'ab'.repeat(32) as AssetId, type: 'image/jpeg', bytes: 1, width: 1, height: 1, fileName: 'quay.jpg' },
      createdAt: '2026-01-01T00:00:00.000Z',
      embedded: { caption: DAWN, creator: 'Omar Beg' },
      house: { caption: 'The quay, as it is.' },
    };
    expect([...broughtWords(asset)]).toEqual([
      ['caption', { text: 'The quay, as it is.', origin: 'house' }],
      ['credit', { text: 'Omar Beg', origin: 'embedded' }],
    ]);
  });
});
