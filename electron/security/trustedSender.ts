import type { WebContents, WebFrameMain } from 'electron';

/** Where the page comes from; the only origin anything is answered to. */
export const PAGE_ORIGIN = 'app://stet';
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/** True for an address of our own page, whatever its fragment. Compared as parsed, never as text. */
export function isPageUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password, pathname } = new URL(address);
  return `${protocol}//${host}` === PAGE_ORIGIN && pathname === '/index.html' && username === '' && password === '';
}

/** True only for the top frame of `page` while it shows our own document: not a frame inside it, not another window. */
export function isTrustedSender(sender: WebFrameMain | null, page: WebContents | null): boolean {
  // A frame that is already gone has nobody to answer to.
  if (!sender || !page || page.isDestroyed()) return false;
  return sender === page.mainFrame && isPageUrl(sender.url);
}
