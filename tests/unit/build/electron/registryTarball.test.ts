import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchRegistryTarball } from '../../../../build/electron/registryTarball.mjs';

/** A registry of one package, on this machine, that real npm asks. */
describe('fetchRegistryTarball', { timeout: 60_000 }, () => {
  const tarball = randomBytes(300_000);
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const pinned = { name: '@stet/runtime', version: '1.2.3', integrity };
  let folder = '';
  let partial = '';
  let server: Server;
  let ranges: (string | undefined)[] = [];
  let breakAfter: number | null = null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stet-tarball-'));
    partial = join(folder, '_stet_runtime-1.2.3.tgz.partial');
    ranges = [];
    breakAfter = null;
    server = createServer((request, response) => {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      if (!request.url?.endsWith('.tgz')) {
        const version = {
          name: pinned.name,
          version: pinned.version,
          dist: { tarball: `${origin}/runtime-1.2.3.tgz` },
        };
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({ name: pinned.name, 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': version } }),
        );
        return;
      }
      ranges.push(request.headers.range);
      const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const rest = tarball.subarray(from);
      response.writeHead(from ? 206 : 200, { 'content-length': rest.length });
      if (breakAfter === null) response.end(rest);
      else {
        response.write(rest.subarray(0, breakAfter));
        // What is still in flight when a connection breaks is lost; the break comes once something is on the disk.
        const isSomeKept = async () => (await stat(partial).catch(() => null))?.size ?? 0;
        void vi.waitUntil(isSomeKept, 20_000).finally(() => response.destroy());
      }
      breakAfter = null;
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    vi.stubEnv('npm_config_registry', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    vi.stubEnv('npm_config_cache', join(folder, 'npm-cache'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  it('fetches, checks and keeps the file', async () => {
    const path = await fetchRegistryTarball(pinned, join(folder, 'kept'));
    expect(await readFile(path)).toEqual(tarball);
    expect(await fetchRegistryTarball(pinned, join(folder, 'kept'))).toBe(path);
    expect(ranges).toHaveLength(1);
  });

  it('goes on where a broken download stopped', async () => {
    breakAfter = 120_000;
    const path = await fetchRegistryTarball(pinned, folder);
    expect(await readFile(path)).toEqual(tarball);
    expect(ranges).toHaveLength(2);
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it('throws away a file that is not the pinned one', async () => {
    const other = { ...pinned, integrity: `sha512-${createHash('sha512').update('another').digest('base64')}` };
    await expect(fetchRegistryTarball(other, join(folder, 'kept'))).rejects.toThrow('is not the file that was pinned');
    expect(existsSync(join(folder, 'kept'))).toBe(true);
    expect(await readdir(join(folder, 'kept'))).toEqual([]);
  });
});
