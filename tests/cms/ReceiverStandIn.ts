import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TargetProfile } from '../../shared/targets/target.ts';

interface Taken {
  readonly type: string;
  readonly text: string;
  readonly key: string;
}

/**
 * A stand-in for a receiver of the wire: no Superdesk can run in these tests, so this server of ours does what its code was read to
 * do (`POST /push`, `POST /push_binary` with `media_id` and `media`, `GET /push_binary/ID`), and refuses what is damaged.
 */
export class ReceiverStandIn {
  static readonly secret = 'the-key-of-a-test';
  static readonly account = 'stringer';
  /** Every item that was posted, and each of its keys once. */
  readonly posted: Taken[] = [];
  readonly files = new Map<string, Buffer>();
  /** Called once a file has arrived, before that is said. */
  onUpload: () => void = () => undefined;
  /** How often anything was asked. */
  asked = 0;
  /** How often a file was posted. */
  uploads = 0;
  readonly #server: Server;

  private constructor(private readonly entry: TargetProfile['entry']) {
    this.#server = createServer((request, response) => {
      this.asked += 1;
      // A request that breaks off is none.
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(entry: TargetProfile['entry']): Promise<ReceiverStandIn> {
    const receiver = new ReceiverStandIn(entry);
    await new Promise<void>((done) => receiver.#server.listen(0, '127.0.0.1', done));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What the receiver has: an item once for each key. */
  get items(): Taken[] {
    return [...new Map(this.posted.map((item) => [item.key, item])).values()];
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const answer = (status: number, json: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(request.method === 'HEAD' ? undefined : JSON.stringify(json));
    };
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (!this.#knows(request, body)) return answer(this.entry === 'signature' ? 403 : 401, { error: 'Who is it?' });
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
    if (request.method === 'POST' && request.headers['content-digest'] !== digest) return answer(412, {});
    if (request.method === 'POST' && pathname === '/push') {
      const key = String(request.headers['idempotency-key']);
      this.posted.push({ type: String(request.headers['content-type']), text: body.toString('utf8'), key });
      return answer(201, { guid: 'urn:here:1' });
    }
    if (request.method === 'POST' && pathname === '/push_binary') return answer(201, this.#keep(body));
    const name = decodeURIComponent(pathname.slice('/push_binary/'.length));
    if (pathname.startsWith('/push_binary/')) return answer(this.files.has(name) ? 200 : 404, {});
    return answer(request.method === 'OPTIONS' ? 405 : 404, {});
  }

  #knows({ headers }: IncomingMessage, body: Buffer): boolean {
    const { secret, account } = ReceiverStandIn;
    if (this.entry === 'token') return headers.authorization === `Bearer ${secret}`;
    if (this.entry === 'password')
      return headers.authorization === `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`;
    const mac = createHmac('sha1', secret).update(body).digest('hex');
    return headers['x-superdesk-signature'] === `sha1=${mac}` && headers.authorization === undefined;
  }

  #keep(body: Buffer): { readonly status: string } {
    const text = body.toString('latin1');
    const name = /name="media_id"\r\n\r\n([^\r]*)\r\n/.exec(text)?.[1] ?? '';
    const from = text.indexOf('\r\n\r\n', text.indexOf('name="media";')) + 4;
    this.files.set(name, body.subarray(from, body.lastIndexOf('\r\n--')));
    this.uploads += 1;
    this.onUpload();
    return { status: 'OK' };
  }
}
