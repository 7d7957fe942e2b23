import { describe, expect, it } from 'vitest';
import { filterSlashItems, SLASH_ITEMS } from '../../../../../renderer/editor/slash/slashItems.ts';

function names(typed: string): string[] {
  return filterSlashItems(typed).map((item) => item.name);
}

describe('filterSlashItems', () => {
  it('offers everything before anything is typed', () => {
    expect(names('')).toEqual(SLASH_ITEMS.map((item) => item.name));
  });

  it('puts what begins so before what contains it', () => {
    expect(names('head')).toEqual(['Heading', 'Subheading']);
    expect(names('quote')).toEqual(['Pull quote', 'Block quote']);
  });

  it('knows the words of other programs', () => {
    expect(names('image')).toEqual(['Picture']);
    expect(names('photo')).toEqual(['Picture']);
    expect(names('hr')).toEqual(['Separator']);
    expect(names('UL')).toEqual(['Bulleted list']);
    expect(names('h3')).toEqual(['Subheading']);
    expect(names('blockq')).toEqual(['Block quote']);
  });

  it('offers nothing for words that mean nothing', () => {
    expect(names('xyzzy')).toEqual([]);
  });
});
