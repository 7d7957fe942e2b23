import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Session } from 'electron';
import { CONTENT_SECURITY_POLICY } from '../security/contentSecurityPolicy.ts';
import { PAGE_ORIGIN } from '../security/trustedSender.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Serves the built page at `app://stet/`: the files that are in `folder` now, by exact name, and nothing else. */
export function servePage(session: Session, folder: string): void {
  const files = listFiles(folder);
  session.protocol.handle('app', (request) => answerPage(request, files));
}

/** Every file under `folder` that has a type we serve: its path in an address (`/assets/a.js`) to its path on disk. */
export function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    // Source maps and links are not part of the page.
    if (!entry.isFile() || !Object.hasOwn(TYPES, extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll('\\', '/'), path);
  }
  return files;
}

/**
 * The response to one request. An address is looked up in the list as it was sent, undecoded: there is no path to
 * escape from, so `..`, `%2e`, a null byte or an absolute path are simply names that are not there.
 */
export async function answerPage(request: Request, files: ReadonlyMap<string, string>): Promise<Response> {
  const url = new URL(request.url);
  const file = `${url.protocol}//${url.host}` === PAGE_ORIGIN ? files.get(url.pathname) : undefined;
  if (!file || request.method !== 'GET') return new Response(null, { status: 404, headers: HEADERS });
  const body = await readFile(file);
  return new Response(body, {
    headers: { ...HEADERS, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' },
  });
}
