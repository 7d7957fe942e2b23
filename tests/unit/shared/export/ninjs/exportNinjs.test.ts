import fc from 'fast-check';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { exportDocument } from '../../../../../shared/export/exportDocument.ts';
import { placePictures } from '../../../../../shared/export/placePictures.ts';
import type { Story } from '../../../../../shared/story/story.ts';
import { arbitraryStoryWithAssets } from '../../../../fixtures/arbitraryStory.ts';
import { HARBOUR_ASSETS, HARBOUR_STORY } from '../../../../fixtures/export/harbourStory.ts';
import { ninjsFaults } from '../../../../fixtures/export/ninjsFaults.ts';
import { recordingStory } from '../../../../fixtures/export/recordingStory.ts';

type Target = 'ninjs' | 'ninjs-3.1' | 'ninjs-superdesk';
type Item = Record<string, unknown>;

function exported(target: Target, story: Story = HARBOUR_STORY, assets = HARBOUR_ASSETS): Item {
  return JSON.parse(exportDocument(story, placePictures(story, assets), target).text) as Item;
}

function changed(fields: Partial<Story['fields']>): Story {
  return { ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, ...fields } };
}

/** Superdesk's item without what it has beyond the standard. */
function standardPart(item: Item): Item {
  const OWN = new Set(['guid', 'priority', 'keywords']);
  const plain = (one: object) => Object.fromEntries(Object.entries(one).filter(([name]) => !OWN.has(name)));
  const figures = Object.entries(item['associations'] ?? {}).map(([name, figure]) => [name, plain(figure as Item)]);
  return { ...plain(item), ...(item['associations'] ? { associations: Object.fromEntries(figures) } : {}) };
}

describe('ninjs 1.6', () => {
  it('says each field in its place', () => {
    const story = changed({
      ...{ embargo: '2026-11-25T05:00:00.123Z', priority: 2, topics: ['medtop:20000337 transport', 'Ports'] },
      ...{ keywords: ['wreck', 'Ports'], dateline: '[Port Sudan]', deck: 'A deck', byline: 'By Sadia Memon' },
    });
    expect(exported('ninjs', story)).toMatchObject({
      ...{ uri: `urn:uuid:${story.id}`, type: 'text', pubstatus: 'usable', urgency: 2, located: 'Port Sudan' },
      ...{ description_text: 'A deck', headline_deck: 'A deck', byline: 'By Sadia Memon', language: 'en-GB' },
      embargoed: '2026-11-25T05:00:00Z',
      subject: [
        {
          ...{ name: 'transport', code: '20000337', rel: 'about' },
          scheme: 'http://cv.iptc.org/newscodes/mediatopic/',
        },
        { name: 'Ports' },
        { name: 'wreck' },
      ],
    });
  });

  it('has a higher version after each change', () => {
    const version = (updatedAt: string) => Number(exported('ninjs', { ...HARBOUR_STORY, updatedAt })['version']);
    expect(version('2026-11-24T07:10:01.000Z')).toBeGreaterThan(version('2026-11-24T07:10:00.000Z'));
    expect(version(HARBOUR_STORY.createdAt)).toBe(1);
  });

  it.each([
    ['killed', 'canceled'],
    ['onHold', 'withheld'],
    ['draft', 'usable'],
  ] as const)('of a story that is %s says %s', (status, pubstatus) => {
    expect(exported('ninjs', changed({ status }))['pubstatus']).toBe(pubstatus);
  });

  it('brings each picture as an item with caption, credit, alt text, rights and the address the body shows', () => {
    const [asset] = HARBOUR_ASSETS;
    if (!asset) throw new Error('no asset');
    const embedded = { copyright: '© Harbour Desk', usageTerms: 'No resale', creator: 'Somebody private' };
    const item = exported('ninjs', HARBOUR_STORY, [{ ...asset, embedded }]);
    expect(item['associations']).toEqual({
      figure_1: expect.objectContaining({
        ...{ type: 'picture', mimetype: 'image/jpeg', byline: 'Nadia Farouk / Harbour Desk' },
        description_text: 'Pilot boats at the inner mole, Port Sudan, before dawn.',
        body_text: 'Four small boats "rafted" side by side',
        ...{ copyrightnotice: '© Harbour Desk', usageterms: 'No resale' },
        renditions: {
          original: {
            href: 'harbour-pilots-pictures/pilot-boats-at-the-inner-mole-port-sudan-a3f1c9000000.jpg',
            ...{ mimetype: 'image/jpeg', width: 1600, height: 1067 },
          },
        },
      }),
    });
    expect(item['body_xhtml']).toContain(
      '<img src="harbour-pilots-pictures/pilot-boats-at-the-inner-mole-port-sudan-a3f1c9000000.jpg"',
    );
    expect(JSON.stringify(item)).not.toContain('Somebody private');
  });

  it('keeps the desk’s own notes at home', () => {
    const story = changed({ editorsNote: 'ask legal', desk: 'Investigations', status: 'inReview' });
    expect(JSON.stringify(exported('ninjs', story))).not.toMatch(/ask legal|Investigations|inReview/);
  });

  it('says which way a right-to-left body runs', () => {
    expect(exported('ninjs', changed({ language: 'ar' }))['body_xhtml']).toMatch(/^<div lang="ar" dir="rtl">\n/);
  });
});

describe('ninjs for Superdesk', () => {
  it('has what its parser asks for, and leaves the dateline to it', () => {
    const story = changed({ dateline: 'Port Sudan', keywords: ['wreck'], topics: ['Ports'], priority: 6 });
    const item = exported('ninjs-superdesk', story);
    expect(item).toMatchObject({
      ...{ guid: `urn:uuid:${story.id}`, uri: `urn:uuid:${story.id}`, located: 'Port Sudan' },
      ...{ keywords: ['Ports', 'wreck'], urgency: 5, priority: 6 },
    });
    expect(item).not.toHaveProperty('subject');
    expect(item['body_html']).not.toContain('[Port Sudan]');
    expect(Object.keys(item['associations'] as object)).toEqual(['featuremedia']);
  });

  it('has no fractions of seconds, which stop its parser', () => {
    const story = changed({ embargo: '2026-11-25T05:00:00.123Z' });
    expect(JSON.stringify(exported('ninjs-superdesk', story))).not.toMatch(/T\d\d:\d\d:\d\d\.\d/);
  });
});

describe('every story', () => {
  it.each([
    ['ninjs', '1.6'],
    ['ninjs-3.1', '3.1'],
    ['ninjs-superdesk', '1.6'],
  ] as const)('as %s is valid against the schema of IPTC, and its body well-formed', (target, version) => {
    fc.assert(
      fc.property(arbitraryStoryWithAssets, ({ story, assets }) => {
        const item = exported(target, story, [...assets.values()]);
        expect(ninjsFaults(version, target === 'ninjs-superdesk' ? standardPart(item) : item)).toEqual([]);
        const [body] = Array.isArray(item['bodies']) ? (item['bodies'] as { value: string }[]) : [];
        const markup = body?.value ?? item['body_xhtml'] ?? item['body_html'];
        const faults: string[] = [];
        const parser = new DOMParser({ onError: (level, message) => level !== 'warning' && faults.push(message) });
        parser.parseFromString(`<body>${String(markup)}</body>`, 'text/xml');
        expect(faults).toEqual([]);
      }),
    );
  });

  it.each([
    ['ninjs', '1.6'],
    ['ninjs-3.1', '3.1'],
  ] as const)('with a recording is valid as %s, poster and all', (target, version) => {
    for (const medium of ['video', 'audio'] as const) {
      const { story, assets } = recordingStory({ medium });
      const item = exported(target, story, assets);
      expect(ninjsFaults(version, item)).toEqual([]);
      expect(JSON.stringify(item).includes('"poster"')).toBe(medium === 'video');
      expect(JSON.stringify(item)).toContain(`"type":"${medium}"`);
    }
  });

  it('that is not valid would be found', () => {
    expect(ninjsFaults('1.6', { ...exported('ninjs'), guid: 'x' })).not.toEqual([]);
    expect(ninjsFaults('1.6', { ...exported('ninjs'), versioncreated: 'yesterday' })).not.toEqual([]);
    expect(ninjsFaults('3.1', { ...exported('ninjs-3.1'), body_html: 'x' })).not.toEqual([]);
  });
});
