import type { IncomingHttpHeaders } from 'node:http';
import { askPerson } from '../DeliveryError.ts';
import { exchange, IDLE_MS } from './exchange.ts';

/** More than any answer of a CMS has; a body that does not end is cut off here. */
const MOST_BYTES = 16 * 1024 * 1024;
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

  async #send({ method, url, headers, body, signal, onSent }: SiteRequest): Promise<SiteAnswer> {
    if (url.origin !== this.origin) throw askPerson('redirected', 'The site leads to another address.');
    const authorization = this.authorize();
    const answer = await exchange(url, {
      ...{ method, body, signal, onSent, idleMs: this.idleMs, answerMs: this.answerMs, most: MOST_BYTES },
      tooMuch: 'The site’s answer does not end, so it was cut off. This is not an answer of a CMS.',
      headers: {
        accept: 'application/json',
        'user-agent': 'Stet',
        ...headers,
        ...(authorization !== null && { authorization }),
        ...(body && { 'content-length': String(body.length) }),
      },
    });
    return { status: answer.status, headers: answer.headers, text: answer.bytes.toString('utf8') };
  }
}
