import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { LinkAnswer } from '../../../shared/links/linkState.ts';
import { isLoopbackHost, isPublicAddress } from './isPublicAddress.ts';

export interface AskOptions {
  /** How long one request may take, in ms. */
  readonly timeoutMs: number;
}

/** What came of one address; `isOffline` where that may be the network's doing and not the page's. */
export interface Asked extends LinkAnswer {
  readonly isOffline: boolean;
}

interface Reply {
  readonly status: number;
  readonly location: string | undefined;
}

const MOST_REDIRECTS = 5;
const FOR_GOOD = new Set([301, 308]);
/** What a server that does not like HEAD may say to it; the page is then asked for in full, and its words left unread. */
const HEAD_REFUSED = new Set([400, 403, 404, 405, 406, 410, 500, 501, 503]);
const OFFLINE = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENOTFOUND']);

class OwnNetworkError extends Error {}

/**
 * Asks whether a web page still answers: HEAD first, GET where HEAD is refused, redirects followed one by one. Only http
 * and https are asked, and only the public internet: names are looked up once, and what is connected to is what was looked at.
 * This computer is asked only where the address itself names it. Nothing of the page is read; cookies are neither kept nor
 * sent. Never throws.
 */
export async function askAddress(address: string, { timeoutMs }: AskOptions): Promise<Asked> {
  const start = webAddress(address);
  if (!start) return answer('unasked', 'only web addresses can be checked');
  if (start.username !== '' || start.password !== '') return answer('unasked', 'the address carries a password');
  const mayBeHere = isLoopbackHost(start.hostname);
  let url = start;
  let isForGood = true;
  try {
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const { status, location } = await replyOf(url, mayBeHere, timeoutMs);
      if (status < 300 || status >= 400 || location === undefined)
        return settled(status, url.href === start.href || !isForGood ? null : url.href);
      const next = webAddress(location, url);
      if (!next) return answer('unsure', 'it redirects to what is no web address');
      isForGood &&= FOR_GOOD.has(status);
      // What is behind the # never went out; it is the reader's.
      if (next.hash === '') next.hash = url.hash;
      url = next;
    }
    return answer('unsure', 'it redirects in circles');
  } catch (error) {
    if (error instanceof OwnNetworkError)
      return url === start
        ? answer('unasked', 'it leads into your own network')
        : answer('unsure', 'it redirects into your own network, which was not followed');
    return failed(error);
  }
}

function webAddress(address: string, base?: URL): URL | null {
  try {
    const url = new URL(address, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

async function replyOf(url: URL, mayBeHere: boolean, timeoutMs: number): Promise<Reply> {
  let head: Reply | null = null;
  try {
    head = await send('HEAD', url, mayBeHere, timeoutMs);
  } catch (error) {
    // Some servers drop the line at HEAD; one that cannot be reached at all need not be tried twice.
    if (error instanceof OwnNetworkError || OFFLINE.has(codeOf(error)) || codeOf(error) === 'ECONNREFUSED') throw error;
  }
  return head && !HEAD_REFUSED.has(head.status) ? head : send('GET', url, mayBeHere, timeoutMs);
}

function send(method: 'HEAD' | 'GET', url: URL, mayBeHere: boolean, timeoutMs: number): Promise<Reply> {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = isLoopbackHost(url.hostname);
  if (isHere ? !mayBeHere : isIP(literal) !== 0 && !isPublicAddress(literal))
    return Promise.reject(new OwnNetworkError());
  const options: RequestOptions = {
    method,
    headers: { accept: 'text/html,*/*;q=0.8', 'user-agent': 'Stet (checks links when an editor asks)' },
    // One line for one request: nothing is kept open, nothing is shared.
    agent: false,
    lookup: isHere ? lookup : lookupPublic,
    signal: AbortSignal.timeout(timeoutMs),
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.on('error', () => undefined);
      response.destroy();
    });
    request.on('error', reject);
    request.end();
  });
}

/** A lookup that answers only addresses of the public internet, so that no name leads anywhere else at connecting. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const reachable = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = reachable;
    if (!first) callback(new OwnNetworkError(), '', 0);
    else if (options.all) callback(null, reachable);
    else callback(null, first.address, first.family);
  });
};

function answer(state: LinkAnswer['state'], detail = '', isOffline = false): Asked {
  return { state, detail, to: null, isOffline };
}

function settled(status: number, to: string | null): Asked {
  if (status === 404 || status === 410) return answer('gone', `the site answers ${status}`);
  if (status < 200 || status >= 400) return answer('unsure', `the site answers ${status}`);
  return to === null ? answer('fine') : { ...answer('moved', `now at ${to}`), to };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'ETIMEDOUT';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const FAILURES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  ECONNREFUSED: 'the host takes no connections',
  ECONNRESET: 'the host broke the connection off',
  ETIMEDOUT: 'nothing came in time',
};

function failed(error: unknown): Asked {
  const code = codeOf(error);
  if (/^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code))
    return answer('unsure', 'its certificate is not valid');
  if (OFFLINE.has(code) && code !== 'ENOTFOUND') return answer('waiting', 'the network did not reach it', true);
  return answer('silent', FAILURES[code] ?? 'the answer could not be read', code === 'ENOTFOUND');
}
