import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron';
import type { SettingsStore } from '../settings/SettingsStore.ts';
import { boundsToOpen, SMALLEST } from './windowBounds.ts';

/** The page's own desk colour, so that nothing flashes before it has drawn itself (renderer/ui/tokens.css, --desk). */
const DESK = { light: '#ebe7de', dark: '#151412' };

/** Opens the window, unseen until there is something to see (or for good), and keeps its place in the settings. */
export function createWindow(settings: SettingsStore, webPreferences: WebPreferences, isSeen: boolean): BrowserWindow {
  const kept = settings.window;
  const window = new BrowserWindow({
    ...boundsToOpen(
      kept,
      screen.getAllDisplays().map((display) => display.workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Stet',
    backgroundColor: nativeTheme.shouldUseDarkColors ? DESK.dark : DESK.light,
    // Drawn into memory: a headless display cannot carry a window.
    webPreferences: isSeen ? webPreferences : { ...webPreferences, offscreen: true },
  });
  window.once('ready-to-show', () => {
    if (!isSeen) return;
    if (kept?.maximised) window.maximize();
    window.show();
  });
  // The window's title is the story's, not the document's.
  window.on('page-title-updated', (event) => event.preventDefault());
  const keep = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    settings.window = { ...window.getNormalBounds(), maximised: window.isMaximized() };
  };
  window.on('close', keep);
  window.on('blur', keep);
  return window;
}
