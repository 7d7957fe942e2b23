import { describe, expect, it } from 'vitest';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import { printPage } from '../../../../../shared/export/print/printPage.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { attributeOf, readPage } from '../../../../fixtures/export/pageText.ts';
import { recordingStory } from '../../../../fixtures/export/recordingStory.ts';

describe('the page a PDF is printed from', () => {
  it('loads nothing but the pictures and the faces it is handed over with', () => {
    const html = printPage(HARBOUR_STORY, placePictures(HARBOUR_STORY, HARBOUR_ASSETS));
    const { elements, faults } = readPage(html);
    expect(faults).toEqual([]);
    const addresses = elements.flatMap((element) =>
      element.tagName === 'a' ? [] : [attributeOf(element, 'src') ?? attributeOf(element, 'href')],
    );
    expect(addresses.filter((address) => address !== undefined)).toEqual([
      'assets/faces.css',
      expect.stringMatching(/^harbour-pilots-pictures\//),
    ]);
    expect(html).toContain("default-src 'none'");
    expect(elements.some(({ tagName }) => tagName === 'script')).toBe(false);
  });

  it('shows a recording by its poster, and says where there is none', () => {
    const video = recordingStory({ medium: 'video' });
    const page = readPage(printPage(video.story, placePictures(video.story, video.assets)));
    expect(page.elements.map(({ tagName }) => tagName)).toContain('img');
    expect(page.elements.map(({ tagName }) => tagName)).not.toContain('video');
    const audio = recordingStory({ medium: 'audio' });
    expect(readPage(printPage(audio.story, placePictures(audio.story, audio.assets))).text).toContain(
      'Audio not included',
    );
  });
});
