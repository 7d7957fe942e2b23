import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { GHOST_VERSIONS, ghostFolder, ghostMark } from '../../../build/test/ghostCache.mjs';

/** Why there can be no Ghost here, in a few words. */
export class NoGhost extends Error {}

/** A Ghost that can be started. */
export interface InstalledGhost {
  /** The Node it runs on, which is not ours. */
  readonly node: string;
  readonly app: string;
}

const TOOLS = join(ghostFolder, 'tools');
const APP = join(ghostFolder, 'app');

/**
 * Sees that Ghost is here with a Node of its own, out of the npm registry; what is there already costs nothing. Throws NoGhost where
 * that cannot be.
 */
export function fetchGhost(): InstalledGhost {
  if (!existsSync(ghostMark)) install();
  return { node: nodeProgram(), app: APP };
}

function install(): void {
  for (const program of ['c++', 'make', 'python3', 'tar'])
    if (spawnSync(program, ['--version']).status !== 0)
      throw new NoGhost(`its database driver has to be compiled, and there is no ${program} here`);
  console.warn('Installing Ghost, once; this takes some minutes …');
  rmSync(ghostFolder, { recursive: true, force: true });
  mkdirSync(TOOLS, { recursive: true });
  writeFileSync(join(TOOLS, 'package.json'), '{"private":true}');
  const tools = (['node', 'pnpm', 'node-gyp'] as const).map((name) => `${name}@${GHOST_VERSIONS[name]}`);
  run('npm', ['install', '--no-audit', '--no-fund', '--silent', ...tools], TOOLS);

  // `npm install ghost` fails: half of what it depends on lies inside its own package, with a lock file of pnpm’s.
  run('npm', ['pack', '--silent', `ghost@${GHOST_VERSIONS.ghost}`], ghostFolder);
  const archive = readdirSync(ghostFolder).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new NoGhost('its package cannot be had');
  run('tar', ['xzf', archive], ghostFolder);
  rmSync(join(ghostFolder, archive));
  renameSync(join(ghostFolder, 'package'), APP);
  run('pnpm', ['install', '--prod', '--frozen-lockfile', '--ignore-scripts'], APP);
  buildDriver();
  writeFileSync(ghostMark, '');
}

/** Against the headers of the Node that runs it: they come with that Node’s package. */
function buildDriver(): void {
  const driver = realpathSync(join(APP, 'node_modules/better-sqlite3'));
  // npm may have headers of its own in mind, and says so to whatever it starts.
  run('node-gyp', ['rebuild', '--release'], driver, { npm_config_nodedir: nodePackage() });
  // Where it was not built, Ghost would only say so once it runs.
  run(nodeProgram(), ['-e', "new (require('better-sqlite3'))(':memory:')"], APP);
}

function nodePackage(): string {
  const name = `node-${process.platform}-${process.arch}`;
  const place = [`node/node_modules/${name}`, name].find((path) => existsSync(join(TOOLS, 'node_modules', path)));
  if (place === undefined)
    throw new NoGhost(`there is no Node ${GHOST_VERSIONS.node} for ${process.platform} on ${process.arch}`);
  return join(TOOLS, 'node_modules', place);
}

function nodeProgram(): string {
  return join(nodePackage(), 'bin', 'node');
}

function run(program: string, args: readonly string[], cwd: string, more: Readonly<Record<string, string>> = {}): void {
  const own = [join(TOOLS, 'node_modules/node/bin'), join(TOOLS, 'node_modules/.bin')];
  const PATH = [...own, process.env['PATH']].join(delimiter);
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const done = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, PATH, CI: 'true', ...more },
    maxBuffer: 64 << 20,
  });
  if (done.status === 0) return;
  const said = `${done.stdout}${done.stderr}`.trim().split('\n').slice(-5).join('\n');
  throw new NoGhost(`“${program} ${args[0] ?? ''}” failed:\n${said}`);
}
