import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { electronPath } from '../e2e/electronPath.ts';

/** What comes back for a command of the DevTools protocol, or as one of its events. */
type Data = Readonly<Record<string, unknown>>;
type Event = { readonly method: string; readonly params: Data; readonly sessionId?: string };
type Reply = { readonly id: number; readonly result?: Data; readonly error?: { readonly message: string } };

/** A window's page under the DevTools protocol. */
export interface DebuggedPage {
  send(method: string, params?: Data): Promise<Data>;
  /** Runs an expression in the page; promises are waited for. Throws what it throws. */
  evaluate<Value>(expression: string): Promise<Value>;
}

/** A page that is about to load its first document has nowhere to run an expression yet: asks again until it has. */
async function untilLoaded(ask: () => Promise<Data>): Promise<Data> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!/execution context|navigated or closed/.test(String(error))) throw error;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

/**
 * An Electron app driven over `--remote-debugging-pipe`: no port, no driver between the key and the page, and the clock
 * starts with the process. Playwright would add the same time to every arm and bring all ratios nearer to one.
 */
export class DebuggedApp {
  readonly startedAt = performance.now();
  readonly #child: ChildProcess;
  readonly #input: Writable;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #pages: DebuggedPage[] = [];
  readonly #exited: Promise<void>;
  #nextId = 1;
  #rest = '';

  constructor(args: readonly string[]) {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    this.#child = spawn(electronPath(), [...asRoot, '--remote-debugging-pipe', ...args], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    this.#input = this.#child.stdio[3] as Writable;
    this.#input.on('error', () => undefined);
    const output = this.#child.stdio[4] as Readable;
    output.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
    this.#exited = new Promise((done) => this.#child.once('exit', () => done()));
    this.on('Target.attachedToTarget', ({ params }) => {
      const info = params['targetInfo'] as { readonly type: string };
      if (info.type === 'page') this.#pages.push(this.#makePage(String(params['sessionId'])));
    });
    void this.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  #read(chunk: string): void {
    const messages = (this.#rest + chunk).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const text of messages) {
      const message = JSON.parse(text) as Reply | Event;
      if ('id' in message) {
        this.#waiting.get(message.id)?.(message);
        this.#waiting.delete(message.id);
      } else for (const listener of this.#listeners) listener(message);
    }
  }

  #makePage(sessionId: string): DebuggedPage {
    const send = (method: string, params: Data = {}) => this.send(method, params, sessionId);
    return {
      send,
      async evaluate<Value>(expression: string): Promise<Value> {
        const command = { expression, returnByValue: true, awaitPromise: true };
        const answer = await untilLoaded(() => send('Runtime.evaluate', command));
        if (answer['exceptionDetails']) throw new Error(JSON.stringify(answer['exceptionDetails']));
        return (answer['result'] as { readonly value: Value }).value;
      },
    };
  }

  send(method: string, params: Data = {}, sessionId?: string): Promise<Data> {
    const id = this.#nextId++;
    return new Promise((done, fail) => {
      this.#waiting.set(id, ({ result, error }) =>
        result ? done(result) : fail(new Error(`${method}: ${error?.message}`)),
      );
      this.#input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  /** How much processor time all processes of the app have taken so far, in ms. */
  async cpuTime(): Promise<number> {
    const { processInfo } = await this.send('SystemInfo.getProcessInfo');
    const seconds = (processInfo as readonly { readonly cpuTime: number }[]).reduce(
      (sum, { cpuTime }) => sum + cpuTime,
      0,
    );
    return seconds * 1_000;
  }

  on(method: string, listener: (event: Event) => void): void {
    this.#listeners.add((event) => event.method === method && listener(event));
  }

  /** The pages of the app's windows, in the order they came, once there are `count` of them. */
  async pages(count: number): Promise<readonly DebuggedPage[]> {
    while (this.#pages.length < count) await new Promise((done) => setTimeout(done, 5));
    return this.#pages;
  }

  /** Ends the app as a user would; kills it if it does not go. */
  async close(): Promise<void> {
    this.send('Browser.close').catch(() => undefined);
    const limit = setTimeout(() => this.#child.kill('SIGKILL'), 8_000);
    await this.#exited;
    clearTimeout(limit);
  }
}
