import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { say } from '../setup/progress.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { runProcess } from '../setup/runProcess.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';

export const BUILDER_CONFIG = 'build/package/electron-builder.yml';

/**
 * Packs the built app into a folder for this machine, with the Electron in use and every fuse set.
 * @param {import('../electron/electronRuntime.mjs').ElectronRuntime} electron
 * @returns {Promise<string>} the folder
 * @throws {SetUpError} if electron-builder fails
 */
export async function packFolder(electron) {
  const clean = join(projectRoot, '.cache', 'electron-dist');
  await rm(clean, { recursive: true, force: true });
  await mkdir(dirname(clean), { recursive: true });
  try {
    // A copy, for two reasons: the development runtime carries a bootstrap that must not be shipped, and fuses are written
    // into the binary.
    const source = dirname(electron.executable);
    const bootstrap = join(source, 'resources', 'app');
    await cp(source, clean, { recursive: true, filter: (path) => path !== bootstrap });
    const args = [
      join(projectRoot, 'node_modules', 'electron-builder', 'cli.js'),
      ...['--config', BUILDER_CONFIG, '--dir', '--linux', `--${process.arch}`],
      ...[`-c.electronDist=${clean}`, `-c.electronVersion=${electron.version}`],
    ];
    const result = await runProcess(process.execPath, args, { cwd: projectRoot });
    if (result.code !== 0) {
      process.stderr.write(`${result.output.trimEnd()}\n`);
      throw new SetUpError(
        'electron-builder could not pack the app (its own words are above).',
        'npm run package, once that is mended',
      );
    }
  } finally {
    await rm(clean, { recursive: true, force: true });
  }
  const folder = join(
    projectRoot,
    'dist',
    process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`,
  );
  say(`Packed ${folder}.`);
  return folder;
}
