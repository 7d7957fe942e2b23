import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../setup/projectPaths.mjs';

/** The Ghost that is tested with, and what it runs on and is installed by: Node 24.19 and later end inside its database driver. */
export const GHOST_VERSIONS = { ghost: '6.65.0', node: '22.23.3', pnpm: '12.4.2', 'node-gyp': '11' };

/** Where it stays between runs. */
export const ghostFolder = join(cacheFolder(), 'ghost', `${GHOST_VERSIONS.ghost}-node-${GHOST_VERSIONS.node}`);

/** Written last of all: what lies there without it is half of a Ghost. */
export const ghostMark = join(ghostFolder, 'installed');

/** @returns {string | null} why `npm test` leaves Ghost's tests out; null where it is installed and costs only its start */
export function whyNoGhost() {
  if (existsSync(ghostMark)) return null;
  return 'Ghost is not installed here yet: `npm run test:ghost` installs it (two minutes, 850 MB), and from then on `npm test` runs these too';
}
