import { describe, expect, it } from 'vitest';
import { mergeTags } from '../../../../../../electron/library/cms/ghost/findTags.ts';
import {
  ghostAlt,
  ghostSlug,
  ghostStanding,
  ghostTexts,
} from '../../../../../../electron/library/cms/ghost/ghostFields.ts';
import { blankFields } from '../../../../../../shared/story/fields.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const HOUR = 3_600_000;
const at = (ms: number) => new Date(NOW + ms).toISOString();
const EMBARGOED = { embargo: at(HOUR) };
const FREE = { embargo: null };
const fields = (own: Partial<ReturnType<typeof blankFields>>) => ({ fields: { ...blankFields(), ...own } });

describe('what a post shall be', () => {
  const made = (embargo: { embargo: string | null }, status: 'draft' | 'pending' | 'publish', isTextOnly = false) =>
    ghostStanding(embargo, { status }, { now: NOW, isTextOnly, there: null });

  it('is as the profile says', () => {
    expect(made(FREE, 'draft')).toEqual({ status: 'draft' });
    expect(made(FREE, 'pending')).toEqual({ status: 'draft' });
    expect(made(FREE, 'publish')).toEqual({ status: 'published' });
    expect(made(FREE, 'publish', true)).toEqual({ status: 'draft' });
  });

  it('never appears before its embargo ends, and never asks Ghost for a time that is past', () => {
    expect(made(EMBARGOED, 'publish')).toEqual({ status: 'scheduled', published_at: at(HOUR) });
    expect(made({ embargo: at(1000) }, 'publish')).toEqual({ status: 'scheduled', published_at: at(180_000) });
    expect(made({ embargo: at(HOUR + 1) }, 'publish')).toEqual({ status: 'scheduled', published_at: at(HOUR + 1000) });
    expect(made({ embargo: at(-1000) }, 'publish')).toEqual({ status: 'published' });
  });

  it('is never taken back, but waits for an embargo that was put off', () => {
    const over = (status: string, published_at: string | null, embargo: { embargo: string | null }) =>
      ghostStanding(embargo, { status: 'publish' }, { now: NOW, isTextOnly: false, there: { status, published_at } });
    expect(over('published', at(-HOUR), EMBARGOED)).toBeNull();
    expect(over('sent', at(-HOUR), FREE)).toBeNull();
    expect(over('draft', null, FREE)).toEqual({ status: 'published' });
    expect(over('scheduled', at(HOUR), EMBARGOED)).toBeNull();
    expect(over('scheduled', at(2 * HOUR), EMBARGOED)).toBeNull();
    expect(over('scheduled', at(HOUR / 2), EMBARGOED)).toEqual({ status: 'scheduled', published_at: at(HOUR) });
  });
});

describe('a post’s slug', () => {
  it.each([
    [{ slug: 'Delta: Salt_Water' }, 'delta-salt-water-1aa477e6'],
    [{ slug: 'کراچی' }, 'story-1aa477e6'],
    [{ headline: 'Élan vital' }, 'elan-vital-1aa477e6'],
    [{}, 'story-1aa477e6'],
  ])('of %o is %s', (own, slug) => {
    expect(ghostSlug(fields(own), '1aa477e6-0000-0000-0000-000000000000')).toBe(slug);
  });
});

describe('texts longer than Ghost takes', () => {
  it('have a headline asked about, which nobody may cut', () => {
    expect(ghostTexts(fields({ headline: '😀'.repeat(255) })).title).toBe('😀'.repeat(255));
    expect(() => ghostTexts(fields({ headline: 'x'.repeat(256) }))).toThrow(/255 characters; this one has 256/);
    expect(ghostTexts(fields({})).title).toBe('(Untitled)');
  });

  it('have a deck cut after a word, and told', () => {
    expect(ghostTexts(fields({ deck: 'é'.repeat(300) }))).toMatchObject({ excerpt: 'é'.repeat(300), cut: [] });
    const { excerpt, cut } = ghostTexts(fields({ deck: `${'word '.repeat(70)}end` }));
    expect(excerpt).toMatch(/^(?:word )+word…$/);
    expect(Array.from(excerpt).length).toBeLessThanOrEqual(300);
    expect(cut).toEqual([expect.stringContaining('this one has 353')]);
    expect(ghostAlt('y'.repeat(192))).toMatchObject({ alt: `${'y'.repeat(190)}…`, cut: [expect.any(String)] });
  });
});

describe('tags', () => {
  it('go when the story drops them, come when it gains them, and stay when the site gave or took them', () => {
    expect(mergeTags([], ['Water', 'Indus'], [])).toEqual(['Water', 'Indus']);
    expect(mergeTags(['Water', 'Indus'], ['water', 'Salt'], ['Water', 'Indus', 'Desk’s own'])).toEqual([
      'Water',
      'Desk’s own',
      'Salt',
    ]);
    expect(mergeTags(['Water', 'Indus'], ['Water', 'Indus'], ['Water'])).toEqual(['Water']);
  });
});
