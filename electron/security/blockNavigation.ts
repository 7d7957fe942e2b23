import type { WebContents } from 'electron';
import { isPageUrl, PAGE_URL } from './trustedSender.ts';

/** Keeps the window on our page: no link, script, redirect, frame or dropped file leads it anywhere else. */
export function blockNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    // A reload of the page itself is the one way it may go.
    if (!isPageUrl(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPageUrl(event.url)) event.preventDefault();
  });
}

/** Chromium asks nobody before it shows `about:blank`; a page that ended up somewhere else is brought back. */
export function returnToPage(contents: WebContents): void {
  contents.on('did-navigate', (_event, url) => {
    if (!isPageUrl(url)) void contents.loadURL(PAGE_URL);
  });
}
