import { describe, expect, it } from 'vitest';
import { exportableUrl } from '../../../../shared/export/exportableUrl.ts';

describe('a link’s address', () => {
  it.each([
    ['https://example.org/a?b=1&c=2#d', 'https://example.org/a?b=1&c=2#d'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['tel:+922111', 'tel:+922111'],
    ['https://exam\nple.org/\tx', 'https://example.org/x'],
    ['/relative', '/relative'],
    ['#top', '#top'],
    ['notes/a:b', 'notes/a:b'],
    ['https://example.org/كتاب', 'https://example.org/كتاب'],
    [' https://example.org/a b"<>`{|}\\^ ', 'https://example.org/a%20b%22%3C%3E%60%7B%7C%7D%5C%5E'],
  ])('%j leaves as %j', (url, kept) => {
    expect(exportableUrl(url)).toBe(kept);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001 java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'stet:x',
    'https://exa\u0000mple.org/',
    'https://example.org/\ud800',
    '',
    ' \n',
  ])('%j does not leave', (url) => {
    expect(exportableUrl(url)).toBeNull();
  });
});
