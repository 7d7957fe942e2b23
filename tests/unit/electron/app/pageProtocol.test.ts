import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPage, listFiles } from '../../../../electron/app/pageProtocol.ts';
import { CONTENT_SECURITY_POLICY } from '../../../../electron/security/contentSecurityPolicy.ts';

let root = '';
let files: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'stet-page-'));
  await mkdir(join(root, 'page', 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.html'), 'secret');
  await writeFile(join(root, 'page', 'index.html'), '<p>page</p>');
  await writeFile(join(root, 'page', 'assets', 'a.js'), 'script');
  await writeFile(join(root, 'page', 'assets', 'a.js.map'), 'map');
  await writeFile(join(root, 'page', 'notes'), 'no type');
  await symlink(join(root, 'secret.html'), join(root, 'page', 'link.html'));
  files = listFiles(join(root, 'page'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const ask = (url: string, method = 'GET') => answerPage({ url, method } as Request, files);

describe('answerPage', () => {
  it('serves the page with its policy', async () => {
    const response = await ask('app://stet/index.html');
    expect([response.status, await response.text()]).toEqual([200, '<p>page</p>']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    });
  });

  it('serves a script as one', async () => {
    const response = await ask('app://stet/assets/a.js?v=1');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'app://stet/',
    'app://stet/nothing.html',
    'app://stet/notes',
    'app://stet/assets/a.js.map',
    'app://stet/link.html',
    'app://stet/../secret.html',
    'app://stet/..%2fsecret.html',
    'app://stet/%2e%2e/secret.html',
    'app://stet/..%5csecret.html',
    'app://stet/index.html%00.js',
    'app://stet//etc/passwd',
    'app://stet/%2fetc%2fpasswd',
    'app://stet/assets',
    'app://other/index.html',
    'app://stet:80/index.html',
  ])('has nothing at %s', async (address) => {
    const response = await ask(address);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('only reads', async () => {
    expect((await ask('app://stet/index.html', 'POST')).status).toBe(404);
  });
});
