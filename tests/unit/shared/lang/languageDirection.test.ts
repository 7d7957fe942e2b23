import { describe, expect, it } from 'vitest';
import { languageDirection } from '../../../../shared/lang/languageDirection.ts';

describe('languageDirection', () => {
  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['ur', 'rtl'],
    ['he-IL', 'rtl'],
    ['ps', 'rtl'],
    ['pa', 'ltr'],
    ['pa-Arab-PK', 'rtl'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['UR', 'rtl'],
    ['', 'ltr'],
    ['nonsense', 'ltr'],
  ])('%s runs %s', (tag, direction) => {
    expect(languageDirection(tag)).toBe(direction);
  });
});
