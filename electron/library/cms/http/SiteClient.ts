import { request as requestHttp, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { askPerson } from '../DeliveryError.ts';
import { lineError } from './lineError.ts';

/** More than any answer of a CMS has; a body that does not end is cut off here. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Nothing moves for so long: the line is taken for dead. */
const IDLE_MS = 45_000;
/** An answer that drips for longer than this is none. */
const ANSWER_MS = 5 * 60_000;
const MOST_REDIRECTS = 3;

export interface SiteRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes of the body are on their way. */
  readonly onSent?: ((bytes: number) => void) | undefined;
}

export interface SiteAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * One site, one request at a time. The authorisation goes to this origin and to no other: a redirect that leads elsewhere is
 * not followed, nor one of a request that writes. No cookies, no cache, answers of 16 MB at most. Throws DeliveryError.
 */
export class SiteClient {
  /** `authorize` gives the header's value for each request, or null to ask without one. */
  constructor(
    readonly origin: string,
    private readonly authorize: () => string | null,
    private readonly idleMs = IDLE_MS,
    private readonly answerMs = ANSWER_MS,
  ) {}

  async ask(request: SiteRequest): Promise<SiteAnswer> {
    let url = request.url;
    for (let hop = 0; ; hop += 1) {
      const answer = await this.#send({ ...request, url });
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status > 399 || answer.status === 304 || location === undefined) return answer;
      const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
      if (next?.origin !== this.origin)
        throw askPerson(
          'redirected',
          `The site leads on to ${next ? next.origin : 'something that is no address'}, where your password was not sent. If it has moved, change the target’s address.`,
        );
      if ((request.method !== 'GET' && request.method !== 'HEAD') || hop >= MOST_REDIRECTS)
        throw askPerson(
          'redirected',
          `The site leads requests on to ${next.href}. Change the target’s address to that.`,
        );
      url = next;
    }
  }

  #send({ method, url, headers, body, signal, onSent }: SiteRequest): Promise<SiteAnswer> {
    if (url.origin !== this.origin)
      return Promise.reject(askPerson('redirected', 'The site leads to another address.'));
    const authorization = this.authorize();
    const options: RequestOptions = {
      method,
      agent: false,
      headers: {
        accept: 'application/json',
        'user-agent': 'Stet',
        ...headers,
        ...(authorization !== null && { authorization }),
        ...(body && { 'content-length': String(body.length) }),
      },
      ...(signal && { signal }),
    };
    return new Promise((resolve, reject) => {
      const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
      const fail = (error: unknown) => reject(lineError(error, signal));
      const giveUp = () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' }));
      request.setTimeout(this.idleMs, giveUp);
      request.on('error', fail);
      request.on('response', (response) => {
        const late = setTimeout(giveUp, this.answerMs);
        response.on('close', () => clearTimeout(late));
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          parts.push(part);
          size += part.length;
          if (size <= MOST_BYTES) return;
          request.destroy();
          reject(
            askPerson('tooMuch', 'The site’s answer does not end, so it was cut off. This is not an answer of a CMS.'),
          );
        });
        response.on('error', fail);
        response.on('aborted', () => fail(Object.assign(new Error(), { code: 'ECONNRESET' })));
        response.on('end', () => {
          if (!response.complete) return;
          const { statusCode: status = 0, headers: said } = response;
          resolve({ status, headers: said, text: Buffer.concat(parts).toString('utf8') });
        });
      });
      send(request, body, onSent);
    });
  }
}

/** Writes the body piece by piece, so that progress is what the socket took. */
function send(
  request: { write(part: Buffer, done: () => void): boolean; end(): void; destroyed: boolean },
  body: Buffer | undefined,
  onSent: ((bytes: number) => void) | undefined,
): void {
  const STEP = 64 * 1024;
  const next = (from: number): void => {
    if (!body || from >= body.length) {
      request.end();
      return;
    }
    request.write(body.subarray(from, from + STEP), () => {
      if (request.destroyed) return;
      onSent?.(Math.min(from + STEP, body.length));
      next(from + STEP);
    });
  };
  next(0);
}
