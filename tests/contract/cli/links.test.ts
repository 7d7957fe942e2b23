import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { StetCommand } from './StetCommand.ts';

// A process for each command, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

let stet: StetCommand;
let server: Server;
let asked: string[];
beforeAll(() => StetCommand.build(), 60_000);
beforeEach(async () => {
  stet = new StetCommand();
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(request.url === '/lost' ? 404 : 200).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  stet.remove();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

describe('stet links', () => {
  it('lists links, asks them only with --check, and remembers what they said', async () => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    writeFileSync(join(stet.home, 'port.md'), `# Port\n\nThe [port](${base}/port) and the [pier](${base}/lost).\n`);
    await stet.text('import', 'port.md');
    const { items } = await stet.json(z.object({ items: z.array(z.object({ id: z.string() })) }), ['list']);
    const id = items[0]?.id ?? '';
    expect(await stet.text('links', id)).toBe(`Waits to be checked — ${base}/port\nWaits to be checked — ${base}/lost`);
    expect(asked).toEqual([]);
    const states = await stet.json(z.array(z.object({ state: z.string() })), ['links', id, '--check'], 1);
    expect(states.map(({ state }) => state)).toEqual(['fine', 'gone']);
    const again = await stet.run('links', id);
    expect(again.stdout).toContain(`Gone: the site answers 404 — ${base}/lost`);
  });
});
