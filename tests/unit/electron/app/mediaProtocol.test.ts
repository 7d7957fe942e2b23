import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMedia, readMediaAddress } from '../../../../electron/app/mediaProtocol.ts';
import { RECORDING_TYPES } from '../../../../shared/media/mediaTypes.ts';
import { fail, succeed } from '../../../../shared/lang/result.ts';

const ID = 'a1'.repeat(32);
const BYTES = Buffer.from('0123456789');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-media-'));
  await writeFile(join(folder, 'picture'), BYTES);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The address as a request, word for word: `new Request` would tidy it first. */
function ask(url: string, init: { method?: string; range?: string } = {}): Request {
  const headers = new Headers(init.range ? { range: init.range } : {});
  return { url, method: init.method ?? 'GET', headers } as Request;
}

const locate = async () => succeed({ path: join(folder, 'picture'), type: 'image/webp' });
const forbidden = async (): Promise<never> => {
  throw new Error('the library was asked');
};

describe('readMediaAddress', () => {
  it('reads an id and a size', () => {
    expect(readMediaAddress(`media://asset/${ID}?size=thumb`)).toEqual({ id: ID, size: 'thumb' });
    expect(readMediaAddress(`media://asset/${ID}`)).toEqual({ id: ID, size: 'page' });
  });

  it.each([
    `media://asset/${ID}?size=huge`,
    `media://asset/${ID}/`,
    `media://asset/${ID}/%2e%2e%2f${ID}`,
    `media://asset/../../etc/passwd`,
    `media://asset/..%2f..%2fetc%2fpasswd`,
    `media://asset/%2e%2e/%2e%2e/etc/passwd`,
    `media://asset//etc/passwd`,
    `media://asset/${ID}%00.jpg`,
    `media://asset/${ID.toUpperCase()}`,
    `media://asset/${ID.slice(1)}`,
    `media://other/${ID}`,
    `app://asset/${ID}`,
    'media://asset/',
    'nonsense',
  ])('refuses %s', async (address) => {
    expect(readMediaAddress(address)).toBeNull();
    expect((await answerMedia(ask(address), forbidden)).status).toBe(404);
  });
});

describe('answerMedia', () => {
  it('answers the whole picture, not to be sniffed or run', async () => {
    const response = await answerMedia(ask(`media://asset/${ID}`), locate);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '10',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
    });
  });

  it('answers a part', async () => {
    const response = await answerMedia(ask(`media://asset/${ID}`, { range: 'bytes=2-4' }), locate);
    expect([response.status, await response.text()]).toEqual([206, '234']);
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
  });

  it.each(RECORDING_TYPES)('lends %s a part at a time, to the page alone', async (type) => {
    const located = async () => succeed({ path: join(folder, 'picture'), type });
    const response = await answerMedia(ask(`media://asset/${ID}?size=original`, { range: 'bytes=7-' }), located);
    expect([response.status, await response.text()]).toEqual([206, '789']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...{ 'content-type': type, 'content-range': 'bytes 7-9/10', 'content-length': '3' },
      ...{ 'x-content-type-options': 'nosniff', 'access-control-allow-origin': 'app://stet' },
    });
  });

  it('says how long the file is when asked for more', async () => {
    const response = await answerMedia(ask(`media://asset/${ID}`, { range: 'bytes=10-' }), locate);
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('is 404 for a picture the library does not know, and 503 while the library is away', async () => {
    const unknown = await answerMedia(ask(`media://asset/${ID}`), async () => fail('notFound', 'No such picture.'));
    const away = await answerMedia(ask(`media://asset/${ID}`), async () => fail('libraryAway', 'Later.', true));
    expect([unknown.status, away.status]).toEqual([404, 503]);
  });

  it.each(['text/html', 'image/svg+xml', 'application/octet-stream', ''])('never serves %j', async (type) => {
    const response = await answerMedia(ask(`media://asset/${ID}`), async () =>
      succeed({ path: join(folder, 'picture'), type }),
    );
    expect(response.status).toBe(404);
  });

  it('is 404 when the file is gone or is a folder', async () => {
    const gone = await answerMedia(ask(`media://asset/${ID}`), async () =>
      succeed({ path: join(folder, 'gone'), type: 'image/png' }),
    );
    expect(gone.status).toBe(404);
  });

  it('is 404 when the library fails', async () => {
    expect((await answerMedia(ask(`media://asset/${ID}`), forbidden)).status).toBe(404);
  });

  it('only reads', async () => {
    const response = await answerMedia(ask(`media://asset/${ID}`, { method: 'POST' }), forbidden);
    expect(response.status).toBe(405);
  });
});
