import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDefaults } from '../../../../electron/cli/readDefaults.ts';
import { defaultState } from '../../../../electron/settings/keptState.ts';

let profile = '';
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'stet-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const settings = (text: string) => writeFileSync(join(profile, 'settings.json'), text);

describe('readDefaults', () => {
  it('is what the app starts with where there are no settings, and makes none', () => {
    const { libraryFolder, name, byline, datelinePlace, language, dictionary } = defaultState(
      join(profile, 'library'),
      'en',
    );
    expect(readDefaults(profile)).toEqual({
      libraryFolder,
      name,
      byline,
      datelinePlace,
      language,
      dictionary,
      notice: null,
    });
    expect(readdirSync(profile)).toEqual([]);
  });

  it('is what the user set in the app', () => {
    const kept = {
      ...defaultState('/stories', 'ur'),
      name: 'Ayesha',
      byline: 'A. Correspondent',
      datelinePlace: 'Gaza City',
      dictionary: ['grobnik'],
    };
    settings(JSON.stringify(kept));
    expect(readDefaults(profile)).toEqual({
      libraryFolder: '/stories',
      name: 'Ayesha',
      byline: 'A. Correspondent',
      datelinePlace: 'Gaza City',
      language: 'ur',
      dictionary: ['grobnik'],
      notice: null,
    });
  });

  it('takes settings of an older and of a newer app', () => {
    settings('{"libraryFolder":"/stories","something":{"newer":true}}');
    expect(readDefaults(profile)).toMatchObject({ libraryFolder: '/stories', language: 'en', notice: null });
  });

  it.each(['', '{', 'null', '[]', '{"libraryFolder":7}', '{"libraryFolder":""}'])(
    'says it of settings that are %j',
    (text) => {
      settings(text);
      const { libraryFolder, notice } = readDefaults(profile);
      expect(libraryFolder).toBe(join(profile, 'library'));
      expect(notice).toContain(join(profile, 'settings.json'));
      expect(notice).toContain('--library');
    },
  );

  it('says it of settings that cannot be opened', () => {
    mkdirSync(join(profile, 'settings.json'));
    expect(readDefaults(profile).notice).toContain('cannot be read');
  });
});
