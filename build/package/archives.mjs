import { cp, chmod, copyFile, mkdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes, say } from '../setup/progress.mjs';
import { projectRoot } from '../setup/projectPaths.mjs';
import { runProcess } from '../setup/runProcess.mjs';
import { SetUpError } from '../setup/SetUpError.mjs';

const DEPENDS = 'libgtk-3-0 | libgtk-3-0t64, libnss3, libgbm1, libasound2 | libasound2t64';
const ICON_SIZES = 'build/icons/stet-sizes';
const STORY_ICON_SIZES = 'build/icons/story-sizes';

/** @returns {{ version: string, description: string, author: string }} */
function manifest() {
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
}

/**
 * Makes a tar.gz of a packed folder with the system's tar.
 * @param {string} folder
 * @returns {Promise<string>} the archive
 */
export async function makeTarball(folder) {
  const name = `Stet-${manifest().version}-linux-${process.arch}`;
  const archive = join(projectRoot, 'dist', `${name}.tar.gz`);
  await run('tar', [
    ...['--create', '--gzip', `--file=${archive}`, '--sort=name', '--owner=0', '--group=0', '--numeric-owner'],
    ...[`--directory=${folder}`, `--transform=s,^\\.,${name},`, '.'],
  ]);
  return announce(archive);
}

/**
 * Makes a Debian package of a packed folder with dpkg-deb.
 * @param {string} folder
 * @returns {Promise<string>} the package
 */
export async function makeDeb(folder) {
  const { version, description, author } = manifest();
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  const archive = join(projectRoot, 'dist', `stet_${version}_${architecture}.deb`);
  const tree = join(projectRoot, '.cache', 'deb');
  const parts = join(projectRoot, 'build', 'package', 'debian');
  await rm(tree, { recursive: true, force: true });
  try {
    await mkdir(join(tree, 'DEBIAN'), { recursive: true });
    await cp(folder, join(tree, 'opt', 'Stet'), { recursive: true });
    const { stdout } = await runProcess('du', ['--summarize', '--block-size=1024', join(tree, 'opt')]);
    const control = [
      'Package: stet',
      `Version: ${version}`,
      `Architecture: ${architecture}`,
      `Maintainer: ${author} <stet@localhost>`,
      `Installed-Size: ${Number.parseInt(stdout, 10)}`,
      `Depends: ${DEPENDS}`,
      'Section: editors',
      'Priority: optional',
      `Description: ${description}`,
    ];
    await writeFile(join(tree, 'DEBIAN', 'control'), `${control.join('\n')}\n`);
    for (const script of ['postinst', 'postrm']) {
      await copyFile(join(parts, script), join(tree, 'DEBIAN', script));
      await chmod(join(tree, 'DEBIAN', script), 0o755);
    }
    await place(join(parts, 'stet-desktop.desktop'), tree, 'usr/share/applications/stet-desktop.desktop');
    await place(join(parts, 'stet-mime.xml'), tree, 'usr/share/mime/packages/stet.xml');
    await place(join(projectRoot, 'LICENSE'), tree, 'usr/share/doc/stet/copyright');
    await placeIcons(ICON_SIZES, tree, 'apps/stet-desktop.png');
    await placeIcons(STORY_ICON_SIZES, tree, 'mimetypes/application-x-stet+zip.png');
    await mkdir(join(tree, 'usr', 'bin'), { recursive: true });
    for (const command of ['stet', 'stet-desktop'])
      await symlink(`/opt/Stet/${command}`, join(tree, 'usr', 'bin', command));
    await run('dpkg-deb', ['--build', '--root-owner-group', '-Zxz', '-z1', tree, archive]);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
  return announce(archive);
}

/** @param {string} source @param {string} tree @param {string} target */
async function place(source, tree, target) {
  await mkdir(join(tree, target, '..'), { recursive: true });
  await copyFile(source, join(tree, target));
}

/** @param {string} sizes @param {string} tree @param {string} target */
async function placeIcons(sizes, tree, target) {
  for (const name of readdirSync(join(projectRoot, sizes))) {
    const size = name.replace('.png', '');
    await place(join(projectRoot, sizes, name), tree, `usr/share/icons/hicolor/${size}/${target}`);
  }
}

/** @param {string} command @param {string[]} args */
async function run(command, args) {
  const result = await runProcess(command, args);
  if (result.code === 0) return;
  throw new SetUpError(
    `${command} failed: ${result.output.trim().slice(-400)}`,
    `install ${command}, or make room on the disk`,
  );
}

/** @param {string} archive */
async function announce(archive) {
  say(`Made ${archive} (${megabytes((await stat(archive)).size)}).`);
  return archive;
}
