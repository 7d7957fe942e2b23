import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../freePort.ts';
import { fetchGhost, type InstalledGhost } from './fetchGhost.ts';

/** What a test has to know of the running site; plain data, since it crosses processes. */
export interface GhostFacts {
  readonly url: string;
  readonly version: string;
  /** Of an integration, as Ghost shows it. */
  readonly key: string;
}

/** The one who set the site up; posts are hers unless they say otherwise. */
export const OWNER = 'Olga Owner';
/** Somebody who writes there. */
export const AUTHOR = 'Sadia Noor Memon';

const LOGIN = { username: 'owner@example.invalid', password: 'owner-Pass-12345' };

/** A real Ghost on this computer: its own Node, its own folder, a free port; nothing of it outlives the tests. */
export class GhostSite {
  private constructor(
    readonly facts: GhostFacts,
    private readonly folder: string,
    private readonly server: ChildProcess,
  ) {}

  /** Installs what is missing and starts. Throws NoGhost where there can be none. */
  static async start(): Promise<GhostSite> {
    const installed = fetchGhost();
    const folder = mkdtempSync(join(tmpdir(), 'stet-ghost-'));
    const url = `http://127.0.0.1:${await freePort()}`;
    layFolder(folder, installed);
    const log = openSync(join(folder, 'ghost.log'), 'a');
    const { NODE_OPTIONS: _ours, ...env } = process.env;
    const server = spawn(installed.node, [join(installed.app, 'index.js')], {
      ...{ cwd: installed.app, stdio: ['ignore', log, log], detached: true },
      env: { ...env, NODE_ENV: 'production', ...settings(folder, url) },
    });
    try {
      await whenAnswering(`${url}/ghost/api/admin/site/`, server);
      const key = await setUp(url);
      addAuthor(folder, installed);
      const { site } = (await (await fetch(`${url}/ghost/api/admin/site/`)).json()) as { site: { version: string } };
      return new GhostSite({ url, version: site.version, key }, folder, server);
    } catch (error) {
      const said = readFileSync(join(folder, 'ghost.log'), 'utf8').slice(-2000);
      end(server);
      throw new Error(`Ghost does not start: ${String(error)}\n${said}`, { cause: error });
    }
  }

  async stop(): Promise<void> {
    end(this.server);
    await wait(300);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

function layFolder(folder: string, { app }: InstalledGhost): void {
  const content = join(folder, 'content');
  for (const name of ['data', 'images', 'media', 'files', 'logs', 'settings', 'public', 'themes', 'apps'])
    mkdirSync(join(content, name), { recursive: true });
  cpSync(join(app, 'content/themes/source'), join(content, 'themes/source'), { recursive: true });
}

/** Ghost’s settings, as it takes them from the environment; nothing of it asks the network for anything. */
function settings(folder: string, url: string): Record<string, string> {
  return {
    ...{ url, server__host: '127.0.0.1', server__port: new URL(url).port },
    ...{ database__client: 'better-sqlite3', database__useNullAsDefault: 'true' },
    database__connection__filename: join(folder, 'content/data/ghost.db'),
    paths__contentPath: join(folder, 'content'),
    ...{ mail__transport: 'Direct', mail__from: 'ghost@example.invalid' },
    ...{ privacy__useTinfoil: 'true', privacy__useUpdateCheck: 'false', privacy__useGravatar: 'false' },
    // It would want a code by mail.
    security__staffDeviceVerification: 'false',
    ...{ logging__level: 'error', logging__transports: '["stdout"]' },
  };
}

async function whenAnswering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error('it does not answer');
}

/** Makes the owner and an integration; answers the integration’s key. */
async function setUp(url: string): Promise<string> {
  const ask = async (path: string, json: unknown, cookie = ''): Promise<Response> => {
    const answer = await fetch(`${url}/ghost/api/admin/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...(cookie !== '' && { cookie }) },
      body: JSON.stringify(json),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const owner = { name: OWNER, email: LOGIN.username, password: LOGIN.password, blogTitle: 'The Coast' };
  await ask('authentication/setup/', { setup: [owner] });
  const made = await patiently(async () => {
    const cookies = (await ask('session/', LOGIN)).headers.getSetCookie();
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    return ask('integrations/?include=api_keys', { integrations: [{ name: 'Stet' }] }, cookie);
  });
  const { integrations } = (await made.json()) as {
    integrations: { api_keys: { type: string; secret: string }[] }[];
  };
  const key = integrations[0]?.api_keys.find(({ type }) => type === 'admin')?.secret;
  if (key === undefined) throw new Error('it made no key');
  return key;
}

/** Just started, Ghost does not know its first session at once. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 5) throw error;
      await wait(500 * tries);
    }
  }
}

/** Ghost asks people in by mail; there is none here. */
function addAuthor(folder: string, { app, node }: InstalledGhost): void {
  const script = `
    const db = new (require('better-sqlite3'))(process.argv[1]);
    const owner = db.prepare('select * from users where name = ?').get(process.argv[2]);
    const own = { ...owner, id: 'a'.repeat(24), name: process.argv[3], slug: 'sadia', email: 'sadia@example.invalid' };
    const names = Object.keys(own);
    db.prepare('insert into users (' + names + ') values (' + names.map(() => '?') + ')').run(...Object.values(own));
    const { id } = db.prepare("select id from roles where name = 'Author'").get();
    db.prepare('insert into roles_users (id, role_id, user_id) values (?, ?, ?)').run('b'.repeat(24), id, own.id);`;
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const done = spawnSync(node, ['-e', script, join(folder, 'content/data/ghost.db'), OWNER, AUTHOR], {
    ...{ cwd: app, encoding: 'utf8', env },
  });
  if (done.status !== 0) throw new Error(`The author could not be made: ${done.stderr}`);
}
