import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { ToImages } from '../../shared/ipc/portMessages.ts';
import { RestartDelay } from './RestartDelay.ts';

/**
 * The process that decodes pictures, so that a hostile or huge one can neither stall typing nor take the library down.
 * Started when a library first wants it, and again (later each time) whenever it ends.
 */
export class ImagesProcess {
  #child: UtilityProcess | null = null;
  #startedAt = 0;
  #deliver: ((port: MessagePortMain) => void) | null = null;
  readonly #delay = new RestartDelay();

  constructor(private readonly entry: string) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Gives the library a port to the decoder through `deliver`, now and after each restart. */
  serve(deliver: (port: MessagePortMain) => void): void {
    this.#deliver = deliver;
    if (!this.#child) this.#start();
    else this.#connect(this.#child);
  }

  /** Ends a decoder that hangs; it is started again like one that crashed. */
  kill(): void {
    this.#child?.kill();
  }

  /** Ends it for good. It holds nothing that would have to be kept. */
  stop(): void {
    this.#deliver = null;
    this.#child?.kill();
    this.#child = null;
  }

  #start(): void {
    const child = utilityProcess.fork(this.entry, [], { serviceName: 'Stet images', stdio: 'inherit' });
    this.#child = child;
    this.#startedAt = Date.now();
    child.once('exit', () => {
      if (this.#child !== child) return;
      this.#child = null;
      if (!this.#deliver) return;
      setTimeout(() => this.#deliver && !this.#child && this.#start(), this.#delay.next(Date.now() - this.#startedAt));
    });
    this.#connect(child);
  }

  #connect(child: UtilityProcess): void {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ kind: 'serve' } satisfies ToImages, [port1]);
    this.#deliver?.(port2);
  }
}
