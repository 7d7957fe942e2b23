import { checkNode } from '../setup/checkNode.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { runScript } from '../setup/SetUpError.mjs';
import { ensureElectron } from './electronRuntime.mjs';

// Prints the Electron executable in use, and nothing else, on stdout.
await runScript(async () => {
  checkNode();
  await ensureDependencies();
  const runtime = await ensureElectron({ again: process.argv.includes('--again') });
  process.stdout.write(`${runtime.executable}\n`);
});
