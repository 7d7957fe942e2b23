import type { WebContents } from 'electron';

/** No page opens a window or a `<webview>`; addresses people may follow go through `links.open`. */
export function blockWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
