import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isLoopback } from '../../../../shared/targets/siteAddress.ts';
import { askPerson } from '../DeliveryError.ts';
import { lineError } from './lineError.ts';

const IDLE_MS = 45_000;
const MOST_REDIRECTS = 3;

/**
 * The bytes of a public file of the site at `origin`, `most` of them at most. Nobody’s password goes along, wherever it leads, and
 * nothing goes over plain http but on this computer itself. Throws DeliveryError.
 */
export async function fetchFile(
  address: string,
  { origin, most, signal }: { readonly origin: string; readonly most: number; readonly signal: AbortSignal },
): Promise<Buffer> {
  let url = safeUrl(address, origin, origin);
  for (let hop = 0; hop <= MOST_REDIRECTS && url !== null; hop += 1) {
    const { status, location, bytes } = await get(url, most, signal);
    if (status === 200) return bytes;
    if (status < 300 || status > 399 || location === undefined)
      throw askPerson('noFile', `The site answers ${status} for ${url.href}.`);
    url = safeUrl(location, url.href, origin);
  }
  throw askPerson('noFile', `There is no way to ${address} that is safe to take.`);
}

/** An address a file may be fetched from; null for one it may not. Many a site with a certificate still writes `http`. */
function safeUrl(address: string, from: string, origin: string): URL | null {
  if (!URL.canParse(address, from)) return null;
  const url = new URL(address, from);
  const site = new URL(origin);
  if (url.protocol === 'http:' && site.protocol === 'https:' && url.host === site.host) url.protocol = 'https:';
  const isHere = url.protocol === 'http:' && isLoopback(url.hostname) && isLoopback(site.hostname);
  return url.protocol === 'https:' || isHere ? url : null;
}

interface FileAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly bytes: Buffer;
}

function get(url: URL, most: number, signal: AbortSignal): Promise<FileAnswer> {
  const options = { agent: false, headers: { 'user-agent': 'Stet' }, signal };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    const fail = (error: unknown) => reject(lineError(error, signal));
    request.setTimeout(IDLE_MS, () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
    request.on('error', fail);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= most) return;
        request.destroy();
        reject(askPerson('tooMuch', 'The file is larger than any Stet takes.'));
      });
      response.on('error', fail);
      response.on('aborted', () => fail(Object.assign(new Error(), { code: 'ECONNRESET' })));
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        if (response.complete) resolve({ status, location: headers.location, bytes: Buffer.concat(parts) });
      });
    });
    request.end();
  });
}
