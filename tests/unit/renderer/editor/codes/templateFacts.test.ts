import { describe, expect, it } from 'vitest';
import { templateFacts } from '../../../../../renderer/editor/codes/templateFacts.ts';
import type { Asset } from '../../../../../shared/media/asset.ts';
import type { AssetId } from '../../../../../shared/story/ids.ts';

function asset(embedded: Asset['embedded'], house?: Asset['house']): Asset {
  const file = { type: 'image/jpeg', bytes: 1, width: 1, height: 1, fileName: 'a.jpg' } as const;
  return { id: 'a' as AssetId, ...file, createdAt: '2026-01-01T00:00:00.000Z', embedded, ...(house && { house }) };
}

describe('templateFacts', () => {
  it('writes the day where the picture was taken, in the language of the story', () => {
    const late = asset({ dateCreated: '2026-03-03T23:30:00-08:00' });
    expect(templateFacts(late, 'en-US').date).toBe('March 3, 2026');
    expect(templateFacts(late, 'fr').date).toBe('3 mars 2026');
  });

  it('leaves what is no whole date as the picture says it', () => {
    expect(templateFacts(asset({ dateCreated: '2026' }), 'en').date).toBe('2026');
    expect(templateFacts(asset({ dateCreated: '2026-13-45' }), 'en').date).toBe('2026-13-45');
  });

  it('knows nothing a picture does not say, and takes the house’s words before the file’s', () => {
    expect(templateFacts(asset({ city: 'Keti', keywords: ['river'], hasLocation: true }), 'en')).toEqual({
      city: 'Keti',
    });
    const known = asset({ credit: 'File', creator: 'Imran Dars' }, { credit: 'Keti Pictures' });
    expect(templateFacts(known, 'en')).toEqual({ credit: 'Keti Pictures', creator: 'Imran Dars' });
  });
});
