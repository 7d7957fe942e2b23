import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say, startProgress } from './progress.mjs';
import { runProcess } from './runProcess.mjs';
import { SetUpError } from './SetUpError.mjs';

/** What a bare Debian 12 or 13 lacks to show an Electron window (13 maps the old names to its own). */
export const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2'];
export const DISPLAY_PACKAGES = ['xvfb', 'xauth'];

/** @returns {boolean} whether there is a screen to show windows on */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** @param {string} program @returns {boolean} whether it is on PATH */
export function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/**
 * @param {string} lddOutput
 * @returns {string[]} the libraries the loader did not find
 */
export function parseMissingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => String(name));
}

/**
 * On Linux, makes sure Electron's libraries and (without a display) Xvfb are there: installs them on Debian as root.
 * @param {string} electronExecutable
 * @throws {SetUpError} where they are missing and it may not or cannot install them
 */
export async function ensureSystemLibraries(electronExecutable) {
  if (process.platform !== 'linux') return;
  const missing = parseMissingLibraries((await runProcess('ldd', [electronExecutable])).output);
  const wantsXvfb = !hasDisplay() && !isOnPath('Xvfb');
  if (missing.length === 0 && !wantsXvfb) return;

  const packages = [...(missing.length ? ELECTRON_PACKAGES : []), ...(wantsXvfb ? DISPLAY_PACKAGES : [])];
  const lacking = [...missing, ...(wantsXvfb ? ['Xvfb (there is no display)'] : [])].join(', ');
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isOnPath('apt-get')) {
    throw new SetUpError(
      `Electron needs what this system lacks: ${lacking}.`,
      'install them with your package manager',
    );
  }
  if (process.getuid?.() !== 0)
    throw new SetUpError(`Electron needs what this system lacks: ${lacking}.`, `sudo sh -c '${command}'`);

  say(`Installing system packages: ${packages.join(' ')} …`);
  const startedAt = Date.now();
  if (!hasPackageLists()) await apt(['update'], command);
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  // Lists that are out of date name files the mirror no longer has.
  await apt(install, command).catch(async () => {
    await apt(['update'], command);
    await apt(install, command);
  });
  const left = parseMissingLibraries((await runProcess('ldd', [electronExecutable])).output);
  if (left.length)
    throw new SetUpError(
      `These libraries are still missing: ${left.join(', ')}.`,
      'install the packages that hold them',
    );
  say(`System packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

/** @param {string[]} args @param {string} mend */
async function apt(args, mend) {
  const progress = startProgress(`apt-get ${args[0]} …`);
  const result = await runProcess('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=180', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    onOutput: (text) => progress.update(text.trim().split('\n').at(-1)?.slice(0, 100) ?? ''),
  });
  progress.end();
  if (result.code === 0) return;
  process.stderr.write(`${result.output.trim().split('\n').slice(-15).join('\n')}\n`);
  throw new SetUpError(`apt-get ${args[0]} failed (its last words are above).`, mend);
}

function hasPackageLists() {
  const lists = '/var/lib/apt/lists';
  return existsSync(lists) && readdirSync(lists).some((name) => /_Packages(\.\w+)?$/.test(name));
}
