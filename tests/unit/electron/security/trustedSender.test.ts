import type { WebContents, WebFrameMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { isPageUrl, isTrustedSender, PAGE_URL } from '../../../../electron/security/trustedSender.ts';

describe('isPageUrl', () => {
  it('knows our page, with or without a fragment', () => {
    expect(isPageUrl(PAGE_URL)).toBe(true);
    expect(isPageUrl(`${PAGE_URL}#top`)).toBe(true);
  });

  it.each([
    '',
    'about:blank',
    'app://stet/',
    'app://stet/other.html',
    'app://stet.evil/index.html',
    'app://evil/index.html',
    'app://stet@evil/index.html',
    'app://user:pass@stet/index.html',
    'app://stet:1/index.html',
    'https://stet/index.html',
    'file:///index.html',
    'data:text/html,app://stet/index.html',
    'app://stet/index.html/../other.html',
  ])('does not take %j for it', (address) => {
    expect(isPageUrl(address)).toBe(false);
  });
});

describe('isTrustedSender', () => {
  // Frames of a real window are asked in the end-to-end tests; here only what decides.
  const top = { url: PAGE_URL } as WebFrameMain;
  const page = { mainFrame: top, isDestroyed: () => false } as unknown as WebContents;

  it('trusts the top frame of our window and nobody else', () => {
    expect(isTrustedSender(top, page)).toBe(true);
    expect(isTrustedSender({ url: PAGE_URL } as WebFrameMain, page)).toBe(false);
    expect(isTrustedSender(null, page)).toBe(false);
    expect(isTrustedSender(top, null)).toBe(false);
  });

  it('does not trust our window while it shows something else', () => {
    const strange = { url: 'https://evil.example/' } as WebFrameMain;
    expect(isTrustedSender(strange, { mainFrame: strange, isDestroyed: () => false } as unknown as WebContents)).toBe(
      false,
    );
  });
});
