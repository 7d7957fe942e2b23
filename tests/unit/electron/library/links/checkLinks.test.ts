import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLinks, queueOf } from '../../../../../electron/library/links/checkLinks.ts';
import type { LinkState } from '../../../../../shared/links/linkState.ts';
import { newBlockId } from '../../../../../shared/story/ids.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';
import type { Block } from '../../../../../shared/story/block.ts';

const AT = '2025-06-01T06:00:00.000Z';
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on this computer: what it was asked, and how many at once. */
let server: Server;
let pages: Record<string, Answer>;
let asked: string[];
let atOnce: number;
let most: number;
let base: string;

beforeEach(async () => {
  [pages, asked, atOnce, most] = [{}, [], 0, 0];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    atOnce += 1;
    most = Math.max(most, atOnce);
    response.on('close', () => (atOnce -= 1));
    const page = pages[(request.url ?? '').split('?')[0] ?? ''];
    if (page) page(request, response);
    else response.writeHead(200).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const says =
  (status: number, location?: string): Answer =>
  (_, response) =>
    response.writeHead(status, location === undefined ? {} : { location }).end();
const waiting = (url: string): LinkState => ({ url, text: 'port', state: 'waiting', detail: '', to: null, at: null });
const check = (...urls: string[]) => checkLinks(urls.map(waiting), AT, { timeoutMs: 700 });

describe('checking links', () => {
  it('tells pages that answer, that moved for good and that are gone', async () => {
    pages = {
      '/old': says(301, '/new'),
      '/away': says(302, '/new'),
      '/lost': says(404),
      '/past': says(410),
      '/shut': says(403),
    };
    const found = await check(
      `${base}/fine`,
      `${base}/old#boats`,
      `${base}/away`,
      `${base}/lost`,
      `${base}/past`,
      `${base}/shut`,
    );
    expect(found.map(({ state, to }) => [state, to])).toEqual([
      ['fine', null],
      ['moved', `${base}/new#boats`],
      ['fine', null],
      ['gone', null],
      ['gone', null],
      ['unsure', null],
    ]);
    expect(found.every(({ at }) => at === AT)).toBe(true);
  });

  it('asks for the page in full where HEAD is refused, and for none of its words', async () => {
    pages = {
      '/odd': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end('x'.repeat(9e6)),
    };
    expect(await check(`${base}/odd`)).toMatchObject([{ state: 'fine' }]);
    expect(asked).toEqual(['HEAD /odd', 'GET /odd']);
  });

  it('asks without tracking parameters, and keeps the address as the story has it', async () => {
    const url = `${base}/a?page=2&utm_source=mail`;
    expect(await check(url)).toMatchObject([{ url, state: 'fine' }]);
    expect(asked).toEqual(['HEAD /a?page=2']);
  });

  it('says so when nothing comes in time, when nobody listens, and when it goes round in circles', async () => {
    pages = { '/slow': () => undefined, '/round': says(302, '/round') };
    const [slow, round, fine] = await check(`${base}/slow`, `${base}/round`, `${base}/`);
    expect(slow).toMatchObject({ state: 'silent', detail: 'nothing came in time' });
    expect(round).toMatchObject({ state: 'unsure', detail: 'it redirects in circles' });
    expect(fine).toMatchObject({ state: 'fine' });
    await new Promise((done) => server.close(done));
    server = createServer().listen(0, '127.0.0.1');
    expect(await check(`${base}/`)).toMatchObject([{ state: 'silent', detail: 'the host takes no connections' }]);
  });

  it('never follows a redirect into a network of the house’s own, nor asks there itself', async () => {
    const inward = [
      'http://10.0.0.1/',
      'http://169.254.169.254/latest',
      'http://[fe80::1]/',
      'http://192.168.0.1:8080/',
    ];
    inward.forEach((url, index) => (pages[`/in${index}`] = says(301, url)));
    for (const link of await check(...inward.map((_, index) => `${base}/in${index}`)))
      expect(link).toMatchObject({ state: 'unsure', detail: expect.stringContaining('own network') as string });
    for (const link of await check(...inward)) expect(link).toMatchObject({ state: 'unasked' });
  });

  it('asks nothing that is no web address, and sends no password', async () => {
    const found = await check('mailto:a@example.org', 'file:///etc/hosts', base.replace('//', '//user:secret@'));
    expect(found.map(({ state }) => state)).toEqual(['unasked', 'unasked', 'unasked']);
    pages = { '/file': says(302, 'file:///etc/hosts') };
    expect(await check(`${base}/file`)).toMatchObject([{ state: 'unsure' }]);
    expect(asked).toEqual(['HEAD /file']);
  });

  it('asks at most four at once, each address once', async () => {
    const urls = Array.from({ length: 12 }, (_, index) => `${base}/${index}`);
    for (let index = 0; index < 12; index += 1)
      pages[`/${index}`] = (_, response) => setTimeout(() => response.writeHead(200).end(), 20);
    expect((await check(...urls)).every(({ state }) => state === 'fine')).toBe(true);
    expect(most).toBeLessThanOrEqual(4);
    expect(asked).toHaveLength(12);
  });
});

describe('a library whose links are checked', () => {
  it('keeps what was found in the story’s history, and asks nothing by itself', async () => {
    const folder = await makeTestFolder();
    const library = new TestLibrary(folder.path);
    try {
      const { story } = await library.ask('stories.create', {
        template: 'blank',
        byline: '',
        dateline: '',
        language: 'en',
      });
      const children = [{ type: 'text' as const, text: 'port' }];
      const link = { type: 'link' as const, url: `${base}/lost`, children };
      const block = { id: newBlockId(), type: 'paragraph' as const, content: [link] };
      await library.ask('stories.put', { id: story.id, blocks: [block], order: [block.id] });
      expect(await library.ask('links.list', { storyId: story.id })).toMatchObject([{ state: 'waiting' }]);
      expect(asked).toEqual([]);
      pages = { '/lost': says(404) };
      const found = await library.ask('links.check', { storyId: story.id });
      expect(found).toMatchObject([{ url: link.url, text: 'port', state: 'gone' }]);
      expect(await library.ask('links.list', { storyId: story.id })).toEqual(found);
      const told = (await library.ask('history.list', { storyId: story.id })).at(-1);
      expect(told).toMatchObject({ kind: 'linksChecked', summary: 'Links checked: 1 of 1 asked, 1 gone or silent' });
    } finally {
      library.library.close();
      await folder.remove();
    }
  });
});

describe('the queue', () => {
  it('holds each address of a story once, and what was found out about it before', () => {
    const link = (url: string, text: string) => ({
      type: 'link' as const,
      url,
      children: [{ type: 'text' as const, text }],
    });
    const block = {
      id: 'a' as Block['id'],
      type: 'paragraph' as const,
      content: [
        link('https://a.example/', 'one'),
        link('https://b.example/', 'two'),
        link('https://a.example/', 'three'),
      ],
    };
    const known: LinkState = {
      url: 'https://b.example/',
      text: 'old',
      state: 'gone',
      detail: 'the site answers 404',
      to: null,
      at: AT,
    };
    expect(queueOf({ blocks: [block] }, new Map([[known.url, known]]))).toEqual([
      { url: 'https://a.example/', text: 'one', state: 'waiting', detail: '', to: null, at: null },
      { ...known, text: 'two' },
    ]);
  });
});
