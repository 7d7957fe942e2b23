import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkUrl, readPastedUrl } from '../../../../../renderer/editor/link/linkUrl.ts';

describe('readLinkUrl', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['  http://example.org ', 'http://example.org'],
    ['example.org', 'https://example.org'],
    ['www.example.org/path', 'https://www.example.org/path'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['موقع.شبكة', 'https://موقع.شبكة'],
    ['desk@example.org', 'mailto:desk@example.org'],
    ['mailto:desk@example.org?subject=Hi', 'mailto:desk@example.org?subject=Hi'],
    ['HTTPS://EXAMPLE.ORG', 'HTTPS://EXAMPLE.ORG'],
  ])('takes %s', (typed, expected) => {
    expect(readLinkUrl(typed)).toBe(expected);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://example.org/1',
    'https://',
    'https://exa mple.org',
    'https://example.org/\u202Egpj.exe',
    'a sentence about example.org',
    'page 4.2',
    'etc.',
    `https://example.org/${'x'.repeat(5000)}`,
  ])('refuses %s', (typed) => {
    expect(readLinkUrl(typed)).toBeNull();
  });

  it('never answers another scheme, whatever is typed', () => {
    const start = fc.constantFrom('javascript:', 'data:', ' javascript:', 'x', 'https:', 'java\tscript:', '');
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (scheme, rest) => {
        const url = readLinkUrl(scheme + rest);
        if (url !== null) expect(['http:', 'https:', 'mailto:']).toContain(new URL(url).protocol);
      }),
    );
  });
});

describe('readPastedUrl', () => {
  it('takes an address and guesses at nothing else', () => {
    expect(readPastedUrl('https://example.org\n')).toBe('https://example.org');
    expect(readPastedUrl('example.org')).toBeNull();
    expect(readPastedUrl('https://example.org and more')).toBeNull();
    expect(readPastedUrl('javascript:alert(1)')).toBeNull();
  });
});
