import type { WebContents } from 'electron';

/** For a page that never goes anywhere, not even to itself again. Should it have got away after all, `end` is called. */
export function forbidNavigation(contents: WebContents, address: string, end: () => void): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('did-navigate', (_event, url) => {
    if (url !== address) end();
  });
}
