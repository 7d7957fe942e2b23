import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What goes wrong with one connection. Bytes are counted from its beginning. */
export type Fault =
  /** The request is cut off after so many bytes; the site sees half of it or nothing. */
  | { readonly kind: 'cutRequest'; readonly after: number }
  /** The site gets all and does it; so many bytes of its answer come through. */
  | { readonly kind: 'cutAnswer'; readonly after: number }
  /** The site gets all and does it; this comes instead of its answer. */
  | { readonly kind: 'answer'; readonly text: string }
  /** This comes at once; the site hears nothing. */
  | { readonly kind: 'instead'; readonly text: string }
  /** The request is delivered twice; the first answer comes through. */
  | { readonly kind: 'twice' }
  /** The request waits until something else is done. */
  | { readonly kind: 'hold'; readonly until: Promise<unknown> }
  /** Nothing moves any more once so many bytes of the request are through. */
  | { readonly kind: 'stall'; readonly after: number };

/** An answer as it stands on the line. */
export function httpAnswer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const all = { 'content-type': 'text/html', 'content-length': String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} As ordered`, ...lines, 'connection: close', '', body].join('\r\n');
}

/**
 * A bad line to a site: hands bytes on both ways until the fault that was ordered for a connection. One connection carries
 * one request, as Stet sends them.
 */
export class FaultProxy {
  /** The first lines of the requests that came, in order. */
  readonly requests: string[] = [];
  /** How many bytes each request and its answer had. */
  readonly sizes: { request: number; answer: number }[] = [];
  /** Called for each connection, with its number and its first line. */
  order: (index: number, line: string) => Fault | null = () => null;
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(private readonly port: number) {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** A line to the site at this address, on loopback. */
  static async to(address: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(Number(new URL(address).port));
    await new Promise<void>((done) => proxy.#server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** As if nothing had been asked yet. */
  forget(): void {
    this.requests.length = 0;
    this.sizes.length = 0;
    this.order = () => null;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #serve(client: Socket): void {
    this.#track(client);
    const index = this.requests.length;
    this.requests.push('');
    const size = { request: 0, answer: 0 };
    this.sizes.push(size);
    let fault: Fault | null = null;
    let isDecided = false;
    const site = this.#track(connect(this.port, '127.0.0.1'));
    const seen: Buffer[] = [];

    client.on('data', (part) => {
      if (!isDecided) {
        isDecided = true;
        const line = part.toString('latin1').split('\r\n', 1)[0] ?? '';
        this.requests[index] = line;
        fault = this.order(index, line);
      }
      const before = size.request;
      size.request += part.length;
      if (fault?.kind === 'instead') return void client.end(fault.text);
      if (fault?.kind === 'stall' && size.request > fault.after)
        return void site.write(part.subarray(0, Math.max(0, fault.after - before)));
      if (fault?.kind === 'cutRequest' && size.request >= fault.after) {
        site.end(part.subarray(0, Math.max(0, fault.after - before)));
        client.resetAndDestroy();
        return;
      }
      if (fault?.kind === 'twice') seen.push(part);
      if (fault?.kind === 'hold') return void fault.until.then(() => site.write(part));
      site.write(part);
    });
    site.on('data', (part) => {
      const before = size.answer;
      size.answer += part.length;
      if (fault?.kind === 'stall') return;
      if (fault?.kind === 'answer') {
        if (before === 0) client.end(fault.text);
        return;
      }
      if (fault?.kind === 'cutAnswer' && size.answer >= fault.after) {
        client.write(part.subarray(0, Math.max(0, fault.after - before)), () => client.resetAndDestroy());
        return;
      }
      if (!client.destroyed) client.write(part);
    });
    site.on('end', () => {
      if (fault?.kind === 'twice') this.#repeat(Buffer.concat(seen));
      if (fault?.kind !== 'stall') client.end();
    });
    client.on('end', () => site.end());
  }

  #repeat(request: Buffer): void {
    const again = this.#track(connect(this.port, '127.0.0.1'));
    again.on('data', () => undefined);
    again.write(request);
  }

  #track(socket: Socket): Socket {
    this.#open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#open.delete(socket));
    return socket;
  }
}
