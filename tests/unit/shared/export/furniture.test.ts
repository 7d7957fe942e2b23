import { describe, expect, it } from 'vitest';
import { bylineAuthors } from '../../../../shared/export/bylineAuthors.ts';
import { dateline } from '../../../../shared/export/dateline.ts';
import { frontMatter } from '../../../../shared/export/markdown/frontMatter.ts';
import { parse } from 'yaml';
import { HARBOUR_STORY } from '../../../fixtures/export/harbourStory.ts';

describe('a dateline', () => {
  it.each([
    ['Islamabad', '[Islamabad]'],
    ['[ Islamabad ]', '[Islamabad]'],
    ['غزة', '[غزة]'],
    [' \u200f', ''],
    ['[]', ''],
    ['', ''],
  ])('of %j is set as %j', (place, set) => {
    expect(dateline(place)).toBe(set);
  });
});

describe('the names in a byline', () => {
  it.each([
    ['By Salma Idris and Omar Bakri', ['Salma Idris', 'Omar Bakri']],
    ['by Anna Sandberg', ['Anna Sandberg']],
    ['A. B. Khan, Dr C. Levy & Dana O’Neil', ['A. B. Khan', 'Dr C. Levy', 'Dana O’Neil']],
    ['بقلم سلمى إدريس، عمر بكري', ['سلمى إدريس', 'عمر بكري']],
    ['Byron Andrews', ['Byron Andrews']],
    ['', []],
  ])('%j are %j', (byline, names) => {
    expect(bylineAuthors(byline)).toEqual(names);
  });
});

describe('front matter', () => {
  it('is read as the very text, whatever YAML would rather see in it', () => {
    for (const headline of [
      'No',
      '2025-10-02',
      '1e3',
      'a: b # c',
      '- x',
      '"q" \\ \'s\'',
      '---',
      '{{ x }}',
      '@at',
      '*',
      '&a',
    ]) {
      const text = frontMatter({ ...HARBOUR_STORY, fields: { ...HARBOUR_STORY.fields, headline } });
      const [, yaml = ''] = /^---\n([\s\S]*)\n---$/.exec(text) ?? [];
      for (const version of ['1.1', '1.2'] as const)
        expect((parse(yaml, { version }) as Record<string, unknown>)['title']).toBe(headline);
    }
  });

  it('marks as a draft what nobody approved, and keeps an embargo', () => {
    const fields = { ...HARBOUR_STORY.fields, status: 'inReview' as const, embargo: '2031-01-02T03:04:05.678Z' };
    expect(frontMatter({ ...HARBOUR_STORY, fields })).toMatch(/\npublishDate: "2031-01-02T03:04:05Z"\ndraft: true\n/);
    expect(frontMatter(HARBOUR_STORY)).toMatch(/\ndraft: false\n/);
    expect(frontMatter(HARBOUR_STORY)).not.toMatch(/insurer|publishDate/);
  });
});
