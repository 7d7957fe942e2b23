import type { Rectangle } from 'electron';
import type { WindowState } from '../settings/keptState.ts';

const USUAL = { width: 1320, height: 880 };
/** Below this the page and one pane no longer fit beside each other. */
export const SMALLEST = { width: 720, height: 480 };
/** So much of the title bar must be on a screen for the window to be grasped. */
const GRASP = { width: 120, height: 32 };

/** Where to open: as it was left if that can still be seen, else the usual size wherever the system puts it. */
export function boundsToOpen(kept: WindowState | null, screens: readonly Rectangle[]): Partial<Rectangle> {
  const { width, height } = kept ?? USUAL;
  const largest = screens.reduce(
    (best, screen) => (screen.width > best.width ? screen : best),
    screens[0] ?? { x: 0, y: 0, ...USUAL },
  );
  const size = {
    width: Math.max(SMALLEST.width, Math.min(width, largest.width)),
    height: Math.max(SMALLEST.height, Math.min(height, largest.height)),
  };
  if (!kept || !screens.some((screen) => canGrasp(kept, screen))) return size;
  return { x: kept.x, y: kept.y, ...size };
}

function canGrasp(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const down = Math.min(window.y + GRASP.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  return across >= GRASP.width && down >= GRASP.height;
}
