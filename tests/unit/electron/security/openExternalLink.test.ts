import { describe, expect, it } from 'vitest';
import { externalAddress } from '../../../../electron/security/openExternalLink.ts';

describe('externalAddress', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['http://example.org', 'http://example.org/'],
    ['mailto:desk@example.org?subject=x', 'mailto:desk@example.org?subject=x'],
    ['  https://example.org/\n', 'https://example.org/'],
  ])('writes %j out as %s', (text, address) => {
    expect(externalAddress(text)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'vbscript:x',
    'app://stet/index.html',
    'smb://host/share',
    'ms-msdt:/id',
    '/etc/passwd',
    'example.org',
    'https://',
    'https://bank.example@evil.example/',
    'https://user:pw@evil.example/',
    '',
  ])('refuses %j', (text) => {
    expect(() => externalAddress(text)).toThrow(expect.objectContaining({ code: 'badLink' }));
  });
});
