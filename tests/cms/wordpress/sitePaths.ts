import { join } from 'node:path';
import { cacheFolder } from '../../../build/setup/projectPaths.mjs';

/** Debian’s packages a WordPress needs here; the `-core` ones start no service. */
export const PACKAGES = [
  ...['php8.2-cli', 'php8.2-gd', 'php8.2-xml', 'php8.2-mbstring', 'php8.2-mysql', 'php-getid3'],
  ...['libjs-cropper', 'libjs-underscore', 'mariadb-server-core', 'mariadb-client-core'],
];

/** Only unpacked: installing these would bring a web server along. */
export const UNPACKED = ['wordpress', 'wordpress-theme-twentytwentythree'];

/** What stays between runs: WordPress as its package has it. */
export const unpackedFolder = join(cacheFolder(), 'wordpress', 'unpacked');

/** Where a newer WordPress than Debian’s comes from, and which: the last one that lies whole in a package of npm’s. */
export const NEWER = {
  version: '6.5',
  package: '@wp-playground/wordpress-builds@0.9.19',
  file: 'package/src/wordpress/wp-6.5.zip',
  folder: join(cacheFolder(), 'wordpress', '6.5'),
} as const;
