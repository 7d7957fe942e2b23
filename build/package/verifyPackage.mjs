import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { say } from '../setup/progress.mjs';
import { runProcess } from '../setup/runProcess.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';

const SELF_CHECK_LIMIT_MS = 90_000;
const COMMAND_LIMIT_MS = 30_000;
// A fuse on the wire is the character 0 or 1.
const OFF = 48;
const ON = 49;

/** The hardening every package has; the same list as electronFuses in electron-builder.yml, read back from the binary. */
const WANTED_FUSES = Object.freeze({
  RunAsNode: OFF,
  EnableNodeOptionsEnvironmentVariable: OFF,
  EnableNodeCliInspectArguments: OFF,
  EnableCookieEncryption: ON,
  EnableEmbeddedAsarIntegrityValidation: ON,
  OnlyLoadAppFromAsar: ON,
  LoadBrowserProcessSpecificV8Snapshot: OFF,
  GrantFileProtocolExtraPrivileges: OFF,
});

/**
 * What may lie in the archive: the built app, and the packages that carry native or WebAssembly files or dictionaries, with
 * what those need.
 */
const SHIPPED = [
  /^\/(?:package\.json|LICENSE|out|node_modules|node_modules\/@(?:img|photostructure|emnapi|cspell))$/,
  /^\/out\/(?:main|preload|renderer)(?:\/|$)/,
  /^\/node_modules\/(?:@img\/(?:sharp-wasm32|colour)|@photostructure\/sqlite|@emnapi\/runtime)(?:\/|$)/,
  /^\/node_modules\/(?:hunspell-wasm|dictionary-(?:en|en-gb|en-ca|en-au|fr|he|fa)|@cspell\/dict-ar)(?:\/|$)/,
  /^\/node_modules\/(?:harper\.js|fflate)(?:\/|$)/,
  /^\/node_modules\/(?:sharp|semver|detect-libc|node-gyp-build|tslib)(?:\/|$)/,
];

/**
 * Checks a packed folder: its fuses, what is in it, and that the hardened app starts, writes, reads back and exports.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env with a display
 * @throws {SetUpError} naming the first thing that is wrong
 */
export async function verifyPackage(folder, env) {
  const executable = join(folder, 'stet-desktop');
  await verifyFuses(executable);
  await verifyContents(folder);
  await verifyStart(executable, env);
  await verifyCommandLine(join(folder, 'stet'));
}

/** @param {string} executable */
async function verifyFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  for (const [name, wanted] of Object.entries(WANTED_FUSES)) {
    const found = wire[FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)]];
    if (Number(found) !== wanted)
      throw broken(`The fuse ${name} is ${String.fromCharCode(Number(found))}, not ${String.fromCharCode(wanted)}`);
  }
  say(`Fuses: ${Object.keys(WANTED_FUSES).length} as wanted.`);
}

/** @param {string} folder */
async function verifyContents(folder) {
  const entries = listPackage(join(folder, 'resources', 'app.asar'), { isPack: false }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const strangers = entries.filter((path) => !SHIPPED.some((pattern) => pattern.test(path)));
  if (strangers.length) throw broken(`The package holds what it should not: ${strangers.slice(0, 5).join(', ')}`);
  const maps = entries.filter((path) => path.endsWith('.map'));
  if (maps.length) throw broken(`The package holds source maps: ${maps.slice(0, 3).join(', ')}`);
  if ((await readdir(join(folder, 'resources'))).includes('app'))
    throw broken('The package holds the development bootstrap');
  say(`Contents: ${entries.length} entries, none but the app's.`);
}

/** @param {string} executable @param {NodeJS.ProcessEnv} env */
async function verifyStart(executable, env) {
  const profile = await mkdtemp(join(tmpdir(), 'stet-package-'));
  try {
    const args = ['--self-check', `--user-data-dir=${profile}`];
    if (process.getuid?.() === 0) args.push('--no-sandbox');
    const result = await runProcess(executable, args, { env, signal: AbortSignal.timeout(SELF_CHECK_LIMIT_MS) });
    if (result.code !== 0) {
      process.stderr.write(`${result.output.trimEnd()}\n`);
      throw broken(`The packaged app's --self-check ended with code ${result.code} (its own words are above)`);
    }
    say(result.stdout.trim());
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * Makes a story with the installed `stet` and lists it: without a display, and by a link, as an installer puts it on PATH.
 * @param {string} script
 */
async function verifyCommandLine(script) {
  const scratch = await mkdtemp(join(tmpdir(), 'stet-package-'));
  try {
    const link = join(scratch, 'stet');
    await symlink(script, link);
    const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
    const env = { ...rest, XDG_CONFIG_HOME: join(scratch, 'config'), STET_LIBRARY: join(scratch, 'library') };
    /** @param {string[]} args */
    const stet = async (...args) => {
      const signal = AbortSignal.timeout(COMMAND_LIMIT_MS);
      const { code, stdout, output } = await runProcess(link, args, { env, signal });
      if (code === 0) return stdout.trim();
      process.stderr.write(`${output.trimEnd()}\n`);
      throw broken(`The packaged "stet ${args.join(' ')}" ended with code ${code} (its own words are above)`);
    };
    const version = await stet('--version');
    const id = await stet('new', '--headline', 'Packaged مرحبا');
    const { value } = JSON.parse(await stet('list', '--json'));
    if (value.items[0]?.id !== id) throw broken('The packaged stet does not list the story that it made');
    const copy = join(scratch, 'copy.txt');
    await writeFile(copy, 'The pilots read a newspapre.\n');
    const report = JSON.parse(await stet('check', copy, '--json'));
    if (!report.value.findings.some((/** @type {{ ruleId: string }} */ { ruleId }) => ruleId === 'spelling'))
      throw broken('The packaged stet finds no misspelt word');
    say(`Command line: ${version} makes a story, lists it and reads a word.`);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** @param {string} sentence */
function broken(sentence) {
  return new SetUpError(`${sentence}.`, 'npm run package, once that is mended');
}
