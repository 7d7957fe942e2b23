import { describe, expect, it } from 'vitest';
import { DOCUMENT_TARGETS, exportDocument } from '../../../../shared/export/exportDocument.ts';
import { placePictures } from '../../../../shared/export/placePictures.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../fixtures/export/harbourStory.ts';

const GOLDEN = '../../../fixtures/export/golden';

// Read each change of these files as an editor would: they are what leaves the building. `vitest -u` writes them anew;
// the WordPress one is to be held against Gutenberg's own validator then.
describe('a story with everything in it', () => {
  it.each(DOCUMENT_TARGETS)('leaves as %s exactly so', async (target) => {
    const { name, text } = exportDocument(HARBOUR_STORY, placePictures(HARBOUR_STORY, HARBOUR_ASSETS), target);
    await expect(text).toMatchFileSnapshot(`${GOLDEN}/${name}`);
  });
});
