import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDocument } from '../../../../../shared/export/exportDocument.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { recordingStory } from '../../../../fixtures/export/recordingStory.ts';
import { xmlFaults } from '../../../../fixtures/export/xmlFaults.ts';

function exported(fields: Partial<Story['fields']>): string {
  const story = { ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, ...fields } };
  return exportDocument(story, placePictures(story, HARBOUR_ASSETS), 'newsml').text;
}

describe('NewsML-G2', () => {
  it('says each field in its place', () => {
    const text = exported({
      ...{ embargo: '2026-11-25T05:00:00.123Z', priority: 2, dateline: '[Port Sudan]', status: 'killed' },
      ...{ topics: ['medtop:20000337 transport'], keywords: ['wreck'], editorsNote: 'ask legal' },
    });
    for (const line of [
      `guid="urn:uuid:${HARBOUR_STORY.id}"`,
      '<embargoed>2026-11-25T05:00:00Z</embargoed>',
      '<pubStatus qcode="stat:canceled"/>',
      '<urgency>2</urgency>',
      '<located><name>Port Sudan</name></located>',
      'qcode="medtop:20000337" uri="http://cv.iptc.org/newscodes/mediatopic/20000337"><name>transport</name>',
      '<subject type="cpnat:abstract" literal="wreck"><name>wreck</name></subject>',
      '<dateline>[Port Sudan]</dateline>',
      '<by>By Salma Idris and Omar Bakri</by>',
      '<creditline>Nadia Farouk / Harbour Desk</creditline>',
      '<description role="drol:caption">Pilot boats at the inner mole, Port Sudan, before dawn.</description>',
      '<description role="drol:altText">Four small boats "rafted" side by side</description>',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/ask legal|javascript:/);
  });

  it('links the text to each picture, which is an item of its own', () => {
    const text = exported({});
    const [, uri = ''] = /rel="irel:seeAlso" residref="([^"]+)"/.exec(text) ?? [];
    expect(text).toContain(`<newsItem guid="${uri}"`);
    expect(text).toMatch(/<remoteContent rendition="rnd:highRes" href="harbour-pilots-pictures\/[^"]+\.jpg"/);
  });

  it('says which way a right-to-left body runs', () => {
    expect(exported({ language: 'ar' })).toContain('<html xmlns="http://www.w3.org/1999/xhtml" lang="ar" dir="rtl">');
  });

  it('of any story is valid against the schema, whatever is in its words', async () => {
    const documents = fc.sample(arbitraryStoryWithAssets, 150).map(({ story, assets }) => {
      const pictures = placePictures(story, assets.values());
      return exportDocument(story, pictures, 'newsml').text;
    });
    const recordings = (['video', 'audio'] as const).map((medium) => {
      const { story, assets } = recordingStory({ medium });
      return exportDocument(story, placePictures(story, assets), 'newsml').text;
    });
    expect(await xmlFaults('newsml', [...documents, ...recordings])).toEqual([]);
  });

  it('that is not valid would be found', async () => {
    expect(await xmlFaults('newsml', [exported({}).replaceAll('slugline', 'sluglime')])).not.toEqual([]);
    expect(await xmlFaults('newsml', [exported({ priority: 2 }).replace('>2<', '>12<')])).not.toEqual([]);
  });
});
