import { callMessageSchema, type PortRole, type ReplyMessage } from '../../../shared/ipc/portMessages.ts';
import { fail, type Result } from '../../../shared/lang/result.ts';
import type { Library } from '../Library.ts';
import type { Answer } from '../requests/answerRequest.ts';
import type { Port } from './ports.ts';

/** Serves the library over any number of ports: each request answered once on its own port, each event told to all. */
export class PortServer {
  readonly #answer: Answer;
  readonly #ports = new Set<Port>();

  constructor(library: Library, answer: Answer) {
    this.#answer = answer;
    library.listen((event, data) => {
      for (const port of this.#ports) this.#send(port, { kind: 'event', event, data });
    });
  }

  /** Serves a port until it closes. `onClose` is called then. */
  serve(port: Port, role: PortRole, onClose: () => void): void {
    this.#ports.add(port);
    port.on('close', () => {
      this.#ports.delete(port);
      onClose();
    });
    port.on('message', ({ data }) => void this.#receive(port, role, data));
    port.start();
  }

  async #receive(port: Port, role: PortRole, data: unknown): Promise<void> {
    const call = callMessageSchema.safeParse(data);
    // What has no number cannot be answered, and nobody waits for it.
    if (!call.success) return;
    const { id, name, payload } = call.data;
    this.#reply(port, id, await this.#answer(role, name, payload));
  }

  #reply(port: Port, id: number, result: Result<unknown>): void {
    try {
      this.#send(port, { kind: 'answer', id, result });
    } catch (error) {
      console.error('An answer could not be sent:', error);
      this.#send(port, { kind: 'answer', id, result: fail('unexpected', 'The library’s answer could not be sent.') });
    }
  }

  #send(port: Port, message: ReplyMessage): void {
    port.postMessage(message);
  }
}
