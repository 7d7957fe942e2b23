import type { WebContents } from 'electron';
import { isPageUrl } from './trustedSender.ts';

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
