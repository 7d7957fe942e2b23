import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../../../electron/library/db/Database.ts';
import { FORMATS } from '../../../../../electron/library/formats.ts';
import { LibraryLock } from '../../../../../electron/library/lock/LibraryLock.ts';
import { DictionaryReader } from '../../../../../electron/words/DictionaryReader.ts';
import { LibraryService } from '../../../../../electron/library/serve/LibraryService.ts';
import type { ParentPort, Port } from '../../../../../electron/library/serve/ports.ts';
import { PortClient } from '../../../../../shared/ipc/PortClient.ts';
import type { FromLibrary, PortRole, ReplyMessage, ToLibrary } from '../../../../../shared/ipc/portMessages.ts';
import { ruinPages } from '../../../../fixtures/library/damage.ts';
import { makeTestFolder, TestLibrary } from '../../../../fixtures/library/TestLibrary.ts';

/** Electron's ports over Node's: the same two ends, with the message in an envelope. */
function asPort(port: MessagePort): Port {
  return {
    on: (event: 'message' | 'close', listener: (message: { data: unknown }) => void) =>
      event === 'close' ? port.on('close', listener) : port.on('message', (data) => listener({ data })),
    postMessage: (message) => port.postMessage(message),
    // Node's port starts with its first listener.
    start: () => port.ref(),
    close: () => port.close(),
  };
}

/** Main, as the library's process sees it. */
class Main {
  readonly said: FromLibrary[] = [];
  readonly exits: number[] = [];
  #hear: (message: { data: unknown; ports: Port[] }) => void = () => undefined;
  readonly #ends: MessagePort[] = [];

  readonly port: ParentPort = {
    on: (_event, listener) => {
      this.#hear = listener;
    },
    postMessage: (message) => this.said.push(message as FromLibrary),
  };

  start(): void {
    new LibraryService(this.port, FORMATS, { proofreader: new DictionaryReader() }, (code) =>
      this.exits.push(code),
    ).listen();
  }

  tell(message: ToLibrary, ports: Port[] = []): void {
    this.#hear({ data: message, ports });
  }

  connect(role: PortRole): { client: PortClient; port: MessagePort } {
    const { port1, port2 } = new MessageChannel();
    this.#ends.push(port2);
    const client = new PortClient();
    const closed = client.attach((message) => port2.postMessage(message));
    port2.on('message', (reply: ReplyMessage) => client.receive(reply));
    port2.on('close', closed);
    this.tell({ kind: 'connect', role }, [asPort(port1)]);
    return { client, port: port2 };
  }

  async end(): Promise<void> {
    for (const port of this.#ends) port.close();
    if (this.said.some(({ kind }) => kind === 'opened')) await vi.waitUntil(() => this.exits.length > 0);
  }
}

const create = { template: 'blank', byline: '', dateline: '', language: 'en' };
let folder: Awaited<ReturnType<typeof makeTestFolder>>;
let main: Main;

beforeEach(async () => {
  folder = await makeTestFolder();
  main = new Main();
  main.start();
});
afterEach(async () => {
  await main.end();
  await folder.remove();
});

describe('the library’s process', () => {
  it('opens the folder, says so, and answers what was asked before', async () => {
    const { client } = main.connect('page');
    const early = client.request('stories.create', create);
    main.connect('host');
    main.tell({ kind: 'open', folder: folder.path });
    expect(main.said).toEqual([{ kind: 'opened', sqlite: expect.stringMatching(/^3\.\d+/) as string, notices: [] }]);
    expect(await early).toMatchObject({ ok: true });
  });

  it('answers each port what its role may ask', async () => {
    main.tell({ kind: 'open', folder: folder.path });
    const page = main.connect('page');
    const host = main.connect('host');
    expect(await page.client.request('library.verify', {})).toMatchObject({ ok: false });
    expect(await host.client.request('library.verify', {})).toMatchObject({ ok: true, value: { ok: true } });
  });

  it('tells every port what happens, until it closes', async () => {
    main.tell({ kind: 'open', folder: folder.path });
    const ports = [main.connect('page'), main.connect('page'), main.connect('host')] as const;
    const heard = [0, 0, 0];
    for (const [index, { client }] of ports.entries())
      client.on('stories.changed', () => (heard[index] = (heard[index] ?? 0) + 1));
    await ports[0].client.request('stories.create', create);
    await vi.waitFor(() => expect(heard).toEqual([1, 1, 1]));
    const closed = new Promise((done) => ports[1].port.once('close', done));
    ports[1].port.close();
    await closed;
    await ports[0].client.request('stories.create', create);
    await vi.waitFor(() => expect(heard).toEqual([2, 1, 2]));
  });

  it('is not put off by what is no message', async () => {
    main.tell({ kind: 'open', folder: folder.path });
    const { client, port } = main.connect('page');
    main.connect('host');
    for (const nonsense of [null, 7, 'text', { kind: 'request' }, { kind: 'request', id: -1, name: 'x', payload: 1 }])
      port.postMessage(nonsense);
    expect(await client.request('stories.create', create)).toMatchObject({ ok: true });
  });

  it('ends after it was closed, with the answer on its way first', async () => {
    main.tell({ kind: 'open', folder: folder.path });
    const { client } = main.connect('host');
    expect(await client.request('library.close', {})).toEqual({ ok: true, value: null });
    expect(main.exits).toEqual([]);
    await vi.waitFor(() => expect(main.exits).toEqual([0]));
    LibraryLock.take(folder.path).release();
  });

  it('ends when main is gone, and not when a page is', async () => {
    main.tell({ kind: 'open', folder: folder.path });
    const page = main.connect('page');
    const host = main.connect('host');
    page.port.close();
    await host.client.request('stories.recent', { limit: 1 });
    expect(main.exits).toEqual([]);
    host.port.close();
    await vi.waitFor(() => expect(main.exits).toEqual([0]));
    LibraryLock.take(folder.path).release();
  });

  it('says why a folder cannot be opened, and ends', async () => {
    const other = LibraryLock.take(folder.path);
    main.tell({ kind: 'open', folder: folder.path });
    expect(main.said).toEqual([{ kind: 'openFailed', error: expect.objectContaining({ code: 'inUse' }) as object }]);
    await vi.waitFor(() => expect(main.exits).toEqual([1]));
    other.release();
  });

  it.each([
    ['a file', 'notAFolder', (path: string) => writeFileSync(join(path, 'library'), 'text')],
    ['another program’s', 'notALibrary', makeForeign],
  ])('leaves a folder alone that is %s', async (_name, code, make) => {
    make(folder.path);
    main.tell({ kind: 'open', folder: join(folder.path, 'library') });
    expect(main.said[0]).toMatchObject({ kind: 'openFailed', error: { code } });
    await vi.waitFor(() => expect(main.exits).toEqual([1]));
  });

  it('that finds its file damaged ends, and the next one has repaired it', async () => {
    const before = new TestLibrary(folder.path);
    const { story } = before.library.drafts.create('blank', { byline: '', dateline: '', language: 'en' });
    before.library.close();
    // The page of the stories' own index by id is the first thing a story is looked up in.
    ruinPages(before.library.folder.database, [3]);
    main.tell({ kind: 'open', folder: folder.path });
    const { client } = main.connect('host');
    const answer = await client.request('stories.open', { id: story.id });
    expect(answer).toMatchObject({ ok: false, error: { code: 'libraryDamaged', retryable: true } });
    await vi.waitFor(() => expect(main.exits).toEqual([1]));

    const next = new Main();
    next.start();
    next.tell({ kind: 'open', folder: folder.path });
    expect(next.said[0]).toMatchObject({
      kind: 'opened',
      notices: [expect.stringContaining('one story could be read')],
    });
    const again = next.connect('host');
    expect(await again.client.request('stories.open', { id: story.id })).toMatchObject({ ok: true });
    await next.end();
  });
});

function makeForeign(path: string): void {
  const library = new TestLibrary(join(path, 'library'));
  library.library.close();
  writeFileSync(library.library.folder.database, '');
  const database = new Database(library.library.folder.database);
  database.exec('CREATE TABLE recipes (name TEXT)');
  database.close();
}
