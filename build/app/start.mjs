import { describeElectron } from '../electron/electronRuntime.mjs';
import { say } from '../setup/progress.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { runAttached } from '../setup/runProcess.mjs';
import { runScript } from '../setup/SetUpError.mjs';
import { setUp } from '../setup/setUp.mjs';
import { displayEnvironment, openDisplay, sayDisplay } from '../setup/virtualDisplay.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';

// `npm start -- [arguments of the app]`: sets up, builds what changed and opens the app.
await runScript(async () => {
  const electron = await setUp();
  await ensureBuilt(['app', 'cli']);
  const display = await openDisplay();
  sayDisplay(display);
  say(`Starting Stet on ${describeElectron(electron)}.`);
  const args = [projectRoot, ...process.argv.slice(2)];
  // Chromium refuses to run as root with its sandbox on. This is for root's development machine; the app never does it.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  try {
    // npm changes to the clone's folder; files named on the command line are relative to where the user stood.
    const cwd = process.env['INIT_CWD'] ?? process.cwd();
    return await runAttached(electron.executable, args, { cwd, env: displayEnvironment(display) });
  } finally {
    await display.stop();
  }
});
