import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { profileFolder } from './profileFolder.ts';
import { runStet } from './runStet.ts';

/* `stet` in plain Node. The manifest lies two folders up from here, in the sources as in out/cli. */
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  readonly version: string;
};

const { env, platform, stdout, stderr } = process;
process.exit(
  await runStet(process.argv.slice(2), {
    version: manifest.version,
    profile: profileFolder({ platform, env, home: homedir() }),
    workingFolder: process.cwd(),
    env,
    stdout,
    stderr,
  }),
);
