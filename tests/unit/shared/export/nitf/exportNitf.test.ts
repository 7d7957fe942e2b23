import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDocument } from '../../../../../shared/export/exportDocument.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { recordingStory } from '../../../../fixtures/export/recordingStory.ts';
import { xmlFaults } from '../../../../fixtures/export/xmlFaults.ts';

function exported(fields: Partial<Story['fields']>, target: 'nitf' | 'nitf-superdesk' = 'nitf'): string {
  const story = { ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, ...fields } };
  return exportDocument(story, placePictures(story, HARBOUR_ASSETS), target).text;
}

/** As the schema knows it, with the namespace Superdesk does without. */
function withNamespace(text: string): string {
  return text.replace('<nitf ', '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" ');
}

describe('NITF', () => {
  it('says each field in its place', () => {
    const text = exported({
      ...{ embargo: '2026-11-25T05:00:00.123Z', embargoZone: 'Asia/Karachi', priority: 2, dateline: '[Port Sudan]' },
      ...{ topics: ['medtop:20000337 transport', 'Ports'], keywords: ['wreck'], editorsNote: 'ask legal' },
    });
    for (const line of [
      '<tobject.subject tobject.subject.refnum="20000337" tobject.subject.ipr="IPTC Media Topics" tobject.subject.type="transport"/>',
      `<doc-id id-string="urn:uuid:${HARBOUR_STORY.id}" regsrc="Stet"/>`,
      '<urgency ed-urg="2"/>',
      '<date.release norm="20261125T050000+0000"/>',
      '<ed-msg info="EMBARGO: not before 2026-11-25 10:00 Asia/Karachi (05:00 UTC)"/>',
      '<keyword key="Ports"/>\n<keyword key="wreck"/>',
      '<dateline><location><city>Port Sudan</city></location></dateline>',
      '<byline>By Salma Idris and Omar Bakri</byline>',
      '<media-caption>Pilot boats at the <em class="italic">inner</em> mole, Port Sudan, before dawn.</media-caption>',
      '<media-producer>Nadia Farouk / Harbour Desk</media-producer>',
      'alternate-text="Four small boats &quot;rafted&quot; side by side"',
      '<credit>Yusuf Adam, harbour pilot</credit>',
      '900 m<num><sup>2</sup></num>',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/ask legal|javascript:/);
  });

  it('for Superdesk has a bare root and always an urgency', () => {
    const text = exported({ priority: null }, 'nitf-superdesk');
    expect(text).toMatch(/^<\?xml [^>]*>\n<nitf version/);
    expect(text).toContain('<urgency ed-urg="5"/>');
    expect(text).toContain('management-status="usable"');
    expect(exported({ priority: null })).not.toContain('<urgency');
  });

  it('of any story is valid against the schema, whatever is in its words', async () => {
    const documents = fc.sample(arbitraryStoryWithAssets, 150).map(({ story, assets }) => {
      const pictures = placePictures(story, assets.values());
      return exportDocument(story, pictures, 'nitf').text;
    });
    expect(await xmlFaults('nitf', documents)).toEqual([]);
    const bare = exported({}, 'nitf-superdesk');
    expect(await xmlFaults('nitf', [withNamespace(bare), exported({})])).toEqual([]);
  });

  it('with a recording is valid', async () => {
    const documents = (['video', 'audio'] as const).map((medium) => {
      const { story, assets } = recordingStory({ medium, alt: 'A quay' });
      const { text } = exportDocument(story, placePictures(story, assets), 'nitf');
      expect(text).toContain(`media-type="${medium}"`);
      return text;
    });
    expect(await xmlFaults('nitf', documents)).toEqual([]);
  });

  it('that is not valid would be found', async () => {
    expect(await xmlFaults('nitf', [exported({}).replace('<hedline>', '<headline>')])).not.toEqual([]);
    expect(await xmlFaults('nitf', [exported({}).replace('lede="true"', 'dir="rtl"')])).not.toEqual([]);
    expect(await xmlFaults('nitf', [exported({}).replace('ashore', '\u0007')])).not.toEqual([]);
  });
});
