import type { Bridge } from '../../shared/ipc/bridge.ts';

declare global {
  interface Window {
    readonly stet?: Bridge;
  }
}

/** The bridge the preload put on the window; null in a page that was not opened by the app. The only reader of `window.stet`. */
export function stetBridge(): Bridge | null {
  return window.stet ?? null;
}
