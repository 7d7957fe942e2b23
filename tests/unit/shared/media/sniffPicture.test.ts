import { beforeAll, describe, expect, it } from 'vitest';
import { PICTURE_TYPES, type PictureType } from '../../../../shared/media/mediaTypes.ts';
import { SNIFFED_BYTES, sniffPicture } from '../../../../shared/media/sniffPicture.ts';
import { drawPicture } from '../../../fixtures/pictures/drawPicture.ts';

const pictures = new Map<PictureType, Buffer>();
beforeAll(async () => {
  for (const type of PICTURE_TYPES) pictures.set(type, await drawPicture({ type, width: 64, height: 48 }));
});

describe('sniffPicture', () => {
  it.each(PICTURE_TYPES)('knows %s by its first bytes', (type) => {
    const bytes = pictures.get(type) ?? Buffer.alloc(0);
    expect(sniffPicture(bytes)).toEqual({ kind: 'picture', type });
    expect(sniffPicture(bytes.subarray(0, SNIFFED_BYTES))).toEqual({ kind: 'picture', type });
  });

  it('has an answer for every beginning, however short', () => {
    for (const bytes of pictures.values())
      for (let length = 0; length < 40; length += 1)
        expect(['picture', 'foreign']).toContain(sniffPicture(bytes.subarray(0, length)).kind);
  });

  it('is not led astray by a picture’s signature further in', () => {
    expect(sniffPicture(Buffer.from('text \xff\xd8\xff', 'latin1'))).toMatchObject({ kind: 'foreign' });
    expect(sniffPicture(Buffer.from(' \x89PNG\r\n\x1a\n', 'latin1'))).toMatchObject({ kind: 'foreign' });
  });
});
