import { ensureBuilt } from '../app/ensureBuilt.mjs';
import { describeElectron } from '../electron/electronRuntime.mjs';
import { say } from '../setup/progress.mjs';
import { runAttached } from '../setup/runProcess.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { runScript } from '../setup/SetUpError.mjs';
import { setUp } from '../setup/setUp.mjs';
import { isOnPath } from '../setup/systemLibraries.mjs';
import { displayEnvironment, openDisplay, sayDisplay } from '../setup/virtualDisplay.mjs';
import { makeDeb, makeTarball } from './archives.mjs';
import { BUILDER_CONFIG, packFolder } from './packFolder.mjs';
import { verifyPackage } from './verifyPackage.mjs';

// `npm run package`: on Linux a packed folder, checked by running it, then tar.gz and deb; `--dir` stops after the folder.
// Elsewhere electron-builder makes that system's targets, for which it needs a network.
await runScript(async () => {
  const electron = await setUp();
  await ensureBuilt(['app']);
  if (process.platform !== 'linux') {
    return runAttached(process.execPath, ['node_modules/electron-builder/cli.js', '--config', BUILDER_CONFIG], {
      cwd: projectRoot,
    });
  }
  say(`Packaging with ${describeElectron(electron)}.`);
  const folder = await packFolder(electron);
  const display = await openDisplay();
  sayDisplay(display);
  try {
    await verifyPackage(folder, displayEnvironment(display));
  } finally {
    await display.stop();
  }
  if (process.argv.includes('--dir')) return 0;
  await makeTarball(folder);
  if (isOnPath('dpkg-deb')) await makeDeb(folder);
  else say('No dpkg-deb here: no Debian package.');
  if (electron.origin === 'fallback')
    say('This package holds the development Electron: for trying out, not for shipping.');
  return 0;
});
