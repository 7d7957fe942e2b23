import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../freePort.ts';
import { fetchWordPress } from './fetchWordPress.ts';

export interface Person {
  readonly id: number;
  readonly login: string;
  /** An application password. */
  readonly secret: string;
}

/** A running WordPress, as the tests are told of it. */
export interface SiteFacts {
  readonly url: string;
  readonly version: string;
  readonly people: Readonly<Record<'editor' | 'author' | 'contributor', Person>>;
  /** Where its log lies. */
  readonly folder: string;
}

/** What may be otherwise with a site. */
interface SiteShape {
  /** The folder of its host it lies in: `/news`. */
  readonly path?: string;
  /** Without pretty addresses the API is asked by `?rest_route=`. */
  readonly isPretty?: boolean;
}

const HERE = import.meta.dirname;
const PHP = [
  ...['-d', 'memory_limit=256M', '-d', 'upload_max_filesize=8M', '-d', 'post_max_size=16M', '-d', 'display_errors=0'],
  ...['-d', 'log_errors=1', '-d', 'sendmail_path=/bin/true', '-d', 'opcache.enable_cli=1'],
];
const WORKERS = 3;

/** A real WordPress with a database of its own, on loopback; everything lies in one folder and goes with it. */
export class WordPressSite {
  private constructor(
    readonly facts: SiteFacts,
    private readonly processes: readonly ChildProcess[],
  ) {}

  /** Throws NoWordPress where there can be none. */
  static async start({ path = '', isPretty = true }: SiteShape = {}): Promise<WordPressSite> {
    const source = fetchWordPress();
    // Short: a socket’s path has 107 bytes at most.
    const folder = mkdtempSync(join(tmpdir(), 'stet-wp-'));
    const socket = join(folder, 'db.sock');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}${path}`;
    const root = join(folder, 'site');
    const site = join(root, path);
    cpSync(source, site, { recursive: true });
    mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
    mkdirSync(join(site, 'wp-content/uploads'), { recursive: true });
    cpSync(join(HERE, 'newsroom.php'), join(site, 'wp-content/mu-plugins/newsroom.php'));
    writeFileSync(join(site, 'wp-config.php'), config(url, socket, folder));
    const processes = [await startDatabase(folder, socket)];
    try {
      const said = spawnSync('php', [...PHP, join(HERE, 'install.php')], {
        ...{ cwd: site, encoding: 'utf8', env: { ...process.env, SITE_URL: url, SITE_PRETTY: isPretty ? '1' : '' } },
      });
      if (said.status !== 0) throw new Error(`WordPress could not be installed: ${said.stderr}${said.stdout}`);
      const { version, people } = JSON.parse(said.stdout.slice(said.stdout.lastIndexOf('{"version"'))) as SiteFacts;
      const server = spawn('php', [...PHP, '-S', `127.0.0.1:${port}`, '-t', root, join(HERE, 'router.php')], {
        ...{ cwd: site, stdio: 'ignore', detached: true },
        env: { ...process.env, PHP_CLI_SERVER_WORKERS: String(WORKERS), SITE_PATH: path },
      });
      processes.push(server);
      await whenAnswering(`${url}/?rest_route=/`);
      return new WordPressSite({ url, version, people, folder }, processes);
    } catch (error) {
      end(processes);
      throw error;
    }
  }

  async stop(): Promise<void> {
    end(this.processes);
    await wait(300);
    rmSync(this.facts.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Whole groups: PHP’s server leaves its workers behind. */
function end(processes: readonly ChildProcess[]): void {
  for (const { pid } of processes.toReversed()) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

async function startDatabase(folder: string, socket: string): Promise<ChildProcess> {
  const data = join(folder, 'db');
  const user = spawnSync('id', ['-un'], { encoding: 'utf8' }).stdout.trim();
  const made = spawnSync('mariadb-install-db', [
    ...['--no-defaults', `--user=${user}`, `--datadir=${data}`, '--skip-test-db'],
    '--auth-root-authentication-method=normal',
  ]);
  if (made.status !== 0) throw new Error(`The database could not be made: ${made.stderr.toString()}`);
  const server = spawn(
    'mariadbd',
    [
      ...['--no-defaults', `--user=${user}`, `--datadir=${data}`, `--socket=${socket}`, '--skip-networking'],
      ...['--skip-log-bin', '--innodb-flush-log-at-trx-commit=0', `--pid-file=${join(folder, 'db.pid')}`],
    ],
    { stdio: 'ignore', detached: true },
  );
  const ask = (sql: string) => spawnSync('mariadb', ['--no-defaults', '-uroot', '-S', socket, '-e', sql]).status === 0;
  for (let tries = 0; !ask('select 1'); tries += 1) {
    if (tries > 300) throw new Error('The database does not come up.');
    await wait(100);
  }
  ask(`CREATE DATABASE news CHARACTER SET utf8mb4;
    CREATE USER news@localhost IDENTIFIED BY 'news'; GRANT ALL ON news.* TO news@localhost;`);
  return server;
}

function config(url: string, socket: string, folder: string): string {
  const salts = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE']
    .flatMap((name) => [`${name}_KEY`, `${name}_SALT`])
    .map((name) => `define('${name}', '${name} of a test');`);
  return `<?php
define('DB_NAME', 'news'); define('DB_USER', 'news'); define('DB_PASSWORD', 'news');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
$table_prefix = 'wp_';
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
// Application passwords over plain http, which this computer's own address is.
define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_AUTO_UPDATE_CORE', false);
define('DISABLE_WP_CRON', true); define('FS_METHOD', 'direct');
define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false); define('WP_DEBUG_LOG', '${folder}/debug.log');
${salts.join('\n')}
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

async function whenAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error('WordPress does not answer.');
}
