import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StetError } from '../../../../../shared/lang/result.ts';
import { brokenPictures, type BrokenPicture } from '../../../../fixtures/pictures/brokenPictures.ts';
import { openMedia, type OpenMedia } from './openMedia.ts';

const broken: readonly BrokenPicture[] = await brokenPictures();
let media: OpenMedia;
beforeAll(async () => {
  media = await openMedia();
});
afterAll(() => media.close());

describe('a file that is no picture', () => {
  it.each(broken.map((picture) => [picture.name, picture.why, picture] as const))(
    '%s is refused: %s',
    async (_name, why, { name, bytes }) => {
      const error: unknown = await media.store.add({ name, bytes }).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StetError);
      expect(error).toMatchObject({ code: why, retryable: false });
      expect((error as StetError).message).toMatch(/^[A-Z].+[.)]$/);
      expect(await media.listFiles()).toEqual([]);
      expect(media.store.list({ storyId: null, limit: 10 })).toEqual([]);
    },
  );
});
