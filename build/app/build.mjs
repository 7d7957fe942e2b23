import { checkNode } from '../setup/checkNode.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { say } from '../setup/progress.mjs';
import { runScript } from '../setup/SetUpError.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';

// `npm run build`: brings out/ up to date; `--force` builds even if it is.
await runScript(async () => {
  checkNode();
  await ensureDependencies();
  await ensureBuilt(['app', 'cli'], { force: process.argv.includes('--force') });
  say('out/ is up to date.');
});
