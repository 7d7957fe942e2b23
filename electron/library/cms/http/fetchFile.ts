import { isLoopback } from '../../../../shared/targets/siteAddress.ts';
import { askPerson } from '../DeliveryError.ts';
import { exchange, IDLE_MS } from './exchange.ts';

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
    const { status, headers, bytes } = await exchange(url, {
      ...{ method: 'GET', headers: { 'user-agent': 'Stet' }, signal, most, idleMs: IDLE_MS },
      tooMuch: 'The file is larger than any Stet takes.',
    });
    if (status === 200) return bytes;
    const { location } = headers;
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
