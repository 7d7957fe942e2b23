import { join } from 'node:path';
import { checkNode } from '../setup/checkNode.mjs';
import { ensureDependencies } from '../setup/dependencies.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { runAttached } from '../setup/runProcess.mjs';
import { runScript } from '../setup/SetUpError.mjs';
import { ensureBuilt } from './ensureBuilt.mjs';

// `npm run stet -- <command> …`: the command line of the library engine, built first if it is out of date.
await runScript(async () => {
  checkNode();
  await ensureDependencies();
  await ensureBuilt(['cli']);
  const cwd = process.env['INIT_CWD'] ?? process.cwd();
  return runAttached(process.execPath, [join(projectRoot, 'out', 'cli', 'stet.js'), ...process.argv.slice(2)], { cwd });
});
