import { ensureElectron } from '../electron/electronRuntime.mjs';
import { checkNode } from './checkNode.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureSystemLibraries } from './systemLibraries.mjs';

/**
 * Sets up whatever a fresh clone on a fresh machine lacks: dependencies, an Electron, its system libraries. Idempotent.
 * @returns {Promise<import('../electron/electronRuntime.mjs').ElectronRuntime>} the Electron to run
 * @throws {import('./SetUpError.mjs').SetUpError}
 */
export async function setUp() {
  checkNode();
  await ensureDependencies();
  const electron = await ensureElectron();
  await ensureSystemLibraries(electron.executable);
  return electron;
}
