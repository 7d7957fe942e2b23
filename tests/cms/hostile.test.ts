import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SiteClient } from '../../electron/library/cms/http/SiteClient.ts';
import { DEFAULT_PROFILE, type Target, type TargetId, type TargetKind } from '../../shared/targets/target.ts';
import type { Job } from '../../shared/targets/job.ts';
import { NewsroomLibrary, paragraph } from './NewsroomLibrary.ts';

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that wants us harm, or is merely broken. */
class HostileServer {
  readonly heard: string[] = [];
  /** What of the login it was shown. */
  readonly logins: string[] = [];
  reply: Reply = (_request, response) => response.end();
  readonly #server: Server = createServer((request, response) => {
    this.heard.push(`${request.method} ${request.url?.split('?')[0]}`);
    const { authorization = '', 'x-superdesk-signature': signature = '' } = request.headers;
    this.logins.push(`${authorization}${String(signature)}`);
    request.resume();
    request.on('end', () => this.reply(request, response));
    request.on('error', () => undefined);
  });

  async listen(): Promise<this> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

function json(body: string): Reply {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(body);
  };
}

/** A WordPress by all it says of itself, until a request of this kind comes. */
function until(request: RegExp, then: Reply): Reply {
  return (asked, response) => {
    const path = `${asked.method} ${asked.url}`;
    if (request.test(path)) return then(asked, response);
    if (/^GET \/wp-json\/\?/.test(path))
      return json('{"name":"x","namespaces":["wp/v2"],"authentication":{}}')(asked, response);
    if (path.startsWith('OPTIONS')) return json('{"schema":{"properties":{}}}')(asked, response);
    return json('[]')(asked, response);
  };
}

describe('a hostile server', () => {
  let desk: NewsroomLibrary;
  let site: HostileServer;
  let other: HostileServer;
  beforeEach(async () => {
    desk = new NewsroomLibrary();
    site = await new HostileServer().listen();
    other = await new HostileServer().listen();
  });
  afterEach(async () => {
    desk.close();
    await site.close();
    await other.close();
  });

  function target(kind: TargetKind): Target {
    const one: Target = {
      ...{ id: crypto.randomUUID() as TargetId, name: 'Coast Desk', kind, address: site.url, account: 'editor' },
      profile: DEFAULT_PROFILE,
    };
    desk.library.targets.save(one);
    desk.library.targets.unlock(one.id, 'hush-hush');
    return one;
  }

  async function stopped(kind: TargetKind): Promise<Job> {
    const story = desk.addStory({ categories: ['World'] }, paragraph('The tanker came.'));
    const { id } = desk.send(story, target(kind));
    for (let tries = 0; tries < 1500; tries += 1) {
      const job = desk.job(id);
      if (['sent', 'needsYou', 'waiting'].includes(job.state)) return job;
      await wait(20);
    }
    throw new Error(`It does not stop: ${JSON.stringify(desk.job(id))}`);
  }

  const wordsOf = (job: Job) => job.ask?.message ?? job.words;
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

  it.each([
    ['its own page', /^GET \/wp-json\/\?/],
    ['what it has a place for', /^OPTIONS/],
    ['its terms', /categories/],
    ['its posts', /^GET .*posts/],
    ['what it made', /^POST .*posts/],
  ])(
    'answers JSON of wrong types, or a page, for %s: a sentence, and nothing is taken for done',
    async (_what, request) => {
      for (const body of [
        '7',
        '{"id":{"a":1},"name":[]}',
        '[{"id":"x"}]',
        '"words"',
        deep,
        '{"id":1',
        '<html>Log in</html>',
      ]) {
        site.reply = until(request, json(body));
        const job = await stopped('wordpress');
        expect([body.slice(0, 20), job.state]).toEqual([
          body.slice(0, 20),
          expect.stringMatching(/^(?:needsYou|waiting)$/),
        ]);
        expect(wordsOf(job)).not.toMatch(/Something went wrong in Stet|undefined|\[object/);
        expect(wordsOf(job)).toMatch(/\.$/);
        desk.library.outbox.act(job.id, 'cancel');
      }
    },
  );

  it.each(['wordpress', 'http'] as const)('answers without end, and is cut off: %s', async (kind) => {
    let sent = 0;
    site.reply = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const part = Buffer.alloc(1024 * 1024, 0x20);
      const more = (): void => {
        sent += part.length;
        if (!response.destroyed && sent < 400 * 1024 * 1024) response.write(part, more);
      };
      more();
    };
    const job = await stopped(kind);
    expect(wordsOf(job)).toMatch(/does not end, so it was cut off/);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it('answers a letter at a time, and is given up', async () => {
    site.reply = (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    };
    const client = new SiteClient(site.url, () => null, 1000, 400);
    const asked = client.ask({ method: 'GET', url: new URL(site.url) });
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'offline' } });
  });

  it.each(['wordpress', 'http'] as const)('says nothing at all that is HTTP: %s', async (kind) => {
    site.reply = (_request, response) => response.socket?.end(`HTTP/1.1 200 OK\r\n${'x'.repeat(100_000)}: y\r\n\r\n`);
    const job = await stopped(kind);
    expect(job.state).toBe('waiting');
    expect(wordsOf(job)).toMatch(/does not speak as a site does/);
  });

  it.each([
    ['wordpress', 301],
    ['wordpress', 307],
    ['http', 302],
    ['http', 308],
  ] as const)('leads on to another host, which is asked nothing and shown no login: %s, %i', async (kind, status) => {
    for (const request of [/./, /^(?:OPTIONS|POST)/, /^POST/]) {
      site.reply = until(request, (_asked, response) => {
        response.writeHead(status, { location: `${other.url}/wp-json/?x=1` });
        response.end();
      });
      const job = await stopped(kind);
      expect(job.ask).toMatchObject({ code: 'redirected' });
      desk.library.outbox.act(job.id, 'cancel');
    }
    expect(site.logins.some((login) => login !== '')).toBe(true);
    expect([other.heard, other.logins]).toEqual([[], []]);
  });

  it('leads round in a circle, and is not followed for long', async () => {
    site.reply = (request, response) => {
      response.writeHead(302, { location: `${request.url}&again` });
      response.end();
    };
    expect((await stopped('wordpress')).ask?.code).toBe('redirected');
    expect(site.heard.length).toBeLessThan(10);
  });

  it('writes markup and marks of direction into what it says: the words are shown as words', async () => {
    const said = JSON.stringify({ code: 'x', message: '<script>alert(1)</script><b>No\u202e</b>' });
    site.reply = until(/^GET .*posts/, (_asked, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(said);
    });
    const job = await stopped('wordpress');
    expect(job.ask?.message).toMatch(/The site says: No$/);
    expect(job.ask?.message).not.toMatch(/alert|\u202e/);
  });
});
