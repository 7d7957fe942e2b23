import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import licences from 'spdx-license-list/full.js';
import type { Plugin } from 'vite';

const FILE_NAME = 'THIRD-PARTY.txt';
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|ofl)(?:[-.].*)?$/i;
const RULE = '-'.repeat(80);

/** What comes in no package: facts that their publisher asks to be named for. */
const FACTS = `IPTC Media Topics (CC BY 4.0)

Codes, hierarchy and English labels of the topics: IPTC Media Topic NewsCodes, copyright International Press
Telecommunications Council, https://iptc.org/standards/media-topics/, under the Creative Commons Attribution 4.0 licence,
https://creativecommons.org/licenses/by/4.0/. Changed: some are left out, some labels are worded otherwise, and the labels in
other languages are Stet's.
`;

/** Licences that ask for a text which packages leave out, by what the package's manifest says. */
const TEXTS_LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'AGPL-3.0': ['AGPL-3.0'],
  'LGPL-3.0': ['GPL-3.0'],
  'MPL-2.0': ['MPL-2.0'],
};

/**
 * Writes the licences of every package whose code or fonts went into a bundle beside that bundle, as they ask; and those of the
 * packages that are `shipped` as they are.
 */
export function thirdPartyNotices(shipped: readonly string[] = []): Plugin {
  return {
    name: 'stet:third-party-notices',
    apply: 'build',
    generateBundle() {
      const bundled = [...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []);
      const folders = new Set([
        ...bundled,
        ...shipped.map((name) => resolve(import.meta.dirname, '../node_modules', name)),
      ]);
      const notices = [...[...folders].map(readNotice).toSorted(), FACTS];
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: notices.join(`\n${RULE}\n\n`) });
    },
  };
}

/** The folder of the package that a module belongs to; null for our own. */
export function packageFolder(moduleId: string): string | null {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
}

function readNotice(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const texts = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8').trim());
  const more = TEXTS_LEFT_OUT[manifest.license ?? ''] ?? [];
  texts.push(...more.flatMap((id) => licences[id]?.licenseText.trim() ?? []));
  return [`${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})`, ...texts].join('\n\n') + '\n';
}
