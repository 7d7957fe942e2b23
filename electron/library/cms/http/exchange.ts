import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { askPerson } from '../DeliveryError.ts';
import { lineError } from './lineError.ts';

/** Nothing moves for so long: the line is taken for dead. */
export const IDLE_MS = 45_000;

export interface ExchangeOrder {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes of the body are on their way. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  /** The most bytes an answer may have, and what is said of one that has more. */
  readonly most: number;
  readonly tooMuch: string;
  readonly idleMs: number;
  /** An answer that drips for longer than this is none; left out: it may. */
  readonly answerMs?: number;
}

/** What came back, whole. */
export interface Exchanged {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** One request and its answer over a line of its own; redirects are answers like others. Throws DeliveryError. */
export function exchange(url: URL, order: ExchangeOrder): Promise<Exchanged> {
  const { method, headers, body, signal, onSent, most, tooMuch, idleMs, answerMs } = order;
  const options = { method, agent: false, headers, ...(signal && { signal }) };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    const fail = (error: unknown) => reject(lineError(error, signal));
    const giveUp = () => request.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' }));
    request.setTimeout(idleMs, giveUp);
    request.on('error', fail);
    request.on('response', (response) => {
      const late = answerMs === undefined ? undefined : setTimeout(giveUp, answerMs);
      response.on('close', () => clearTimeout(late));
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size <= most) return;
        request.destroy();
        reject(askPerson('tooMuch', tooMuch));
      });
      response.on('error', fail);
      response.on('aborted', () => fail(Object.assign(new Error(), { code: 'ECONNRESET' })));
      response.on('end', () => {
        const { statusCode: status = 0, headers: said } = response;
        if (response.complete) resolve({ status, headers: said, bytes: Buffer.concat(parts) });
      });
    });
    send(request, body, onSent);
  });
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
