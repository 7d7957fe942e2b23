import type { z } from 'zod';
import { DeliveryError } from '../DeliveryError.ts';
import { readAs } from '../http/judgeAnswer.ts';
import { payloadOf, withQuery, type SiteCall } from '../http/SiteCall.ts';
import { SiteClient, type SiteAnswer, type SiteRequest } from '../http/SiteClient.ts';
import { readAdminKey, signToken } from './adminKey.ts';
import { isTokenRefused, judgeGhost } from './judgeGhost.ts';

/** Whose answers are read. */
export const GHOST_ANSWERS = 'Ghost answers';
/** Clocks that differ by less are taken for the same: the answer was on its way for a while. */
const CLOCKS_AGREE_MS = 30_000;

interface GhostApiParts {
  /** The site’s address. */
  readonly address: string;
  readonly secret: string;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** The Admin API of one Ghost. Tokens are signed with the site’s own time, wherever this computer’s clock stands. Throws DeliveryError. */
export class GhostApi {
  readonly address: string;
  readonly #client: SiteClient;
  /** Asks for what everybody may read, without a token. */
  readonly #reader: SiteClient;
  readonly #parts: GhostApiParts;
  /** What is to be added to this computer’s time to have the site’s, in ms. */
  #clockOffset = 0;

  constructor(parts: GhostApiParts) {
    const { address, secret } = parts;
    this.address = address.replace(/\/ghost$/, '');
    this.#parts = parts;
    const { origin } = new URL(address);
    const key = readAdminKey(secret);
    this.#client = new SiteClient(origin, () => `Ghost ${signToken(key, this.now())}`);
    this.#reader = new SiteClient(origin, () => null);
  }

  /** The site’s time, in ms: this computer’s, corrected. */
  now(): number {
    return this.#parts.now() + this.#clockOffset;
  }

  /** One sentence where this computer’s clock is so wrong that tokens had to be signed with another time. */
  get clockWords(): string | null {
    const minutes = Math.max(1, Math.round(Math.abs(this.#clockOffset) / 60_000));
    if (this.#clockOffset === 0) return null;
    const way = this.#clockOffset > 0 ? 'slow' : 'fast';
    return `This computer’s clock is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${way} by the site’s time; Stet used the site’s.`;
  }

  /** Asks and reads the answer by a schema; one that does not fit is told as such. */
  async ask<Value>(
    method: SiteRequest['method'],
    path: string,
    schema: z.ZodType<Value>,
    call: SiteCall = {},
  ): Promise<Value> {
    const answer = await this.askAnyway(method, path, call);
    judgeGhost(answer, this.now());
    return readAs(answer, schema, GHOST_ANSWERS);
  }

  /** The answer whatever it is, but for a token that was refused because of the clock: that is asked again with the site’s time. */
  async askAnyway(method: SiteRequest['method'], path: string, call: SiteCall = {}): Promise<SiteAnswer> {
    const answer = await this.#send(method, path, call);
    return isTokenRefused(answer) && this.#setClock(answer) ? this.#send(method, path, call) : answer;
  }

  /** Whether a file that everybody may read is at this address. */
  async has(url: URL): Promise<boolean> {
    try {
      const { status, headers } = await this.#reader.ask({ method: 'HEAD', url, signal: this.#parts.signal });
      // A login page of a Wi-Fi would be text.
      return status === 200 && /^(?:image|video|audio)\//.test(headers['content-type'] ?? '');
    } catch (error) {
      // Files lie elsewhere: whether this one does cannot be told.
      if (error instanceof DeliveryError && error.problem.kind === 'person') return false;
      throw error;
    }
  }

  #send(method: SiteRequest['method'], path: string, call: SiteCall): Promise<SiteAnswer> {
    const url = withQuery(new URL(`${this.address}/ghost/api/admin/${path}`), call.query);
    const { headers, ...payload } = payloadOf(call);
    const { signal } = this.#parts;
    return this.#client.ask({ method, url, ...payload, headers: { 'accept-version': 'v5.0', ...headers }, signal });
  }

  /** Takes the site’s time from an answer; whether that is another than the last request was signed with. */
  #setClock({ headers }: SiteAnswer): boolean {
    const said = Date.parse(headers.date ?? '');
    if (!Number.isFinite(said) || Math.abs(said - this.now()) < CLOCKS_AGREE_MS) return false;
    this.#clockOffset = said - this.#parts.now();
    return true;
  }
}
