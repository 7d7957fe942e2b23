import { fail, type Result } from '../lang/result.ts';
import { Listeners } from './Listeners.ts';
import type { CallMessage, ReplyMessage } from './portMessages.ts';

type Send = (message: CallMessage) => void;
type Answer = (result: Result<unknown>) => void;

/** How long a request waits for a library that is away before it is answered as a failure that may be tried again. */
const PATIENCE_MS = 15_000;

/**
 * The asking end of a port to the library; used by the page's preload and by main.
 * - Every request is answered exactly once: by the library, or by a retryable failure when its port dies or none comes.
 * - Requests made while there is no port wait for the next one, in order. Requests whose port died are not sent again:
 *   whether they took effect is not known here, so the asker decides.
 */
export class PortClient {
  #send: Send | null = null;
  #nextId = 0;
  readonly #asked = new Map<number, Answer>();
  readonly #waiting = new Map<number, CallMessage>();
  readonly #listeners = new Listeners();

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** Uses this port from now on, in place of any before. Answers the function to call when the port has closed. */
  attach(send: Send): () => void {
    this.#release();
    this.#send = send;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const message of waiting) this.#post(send, message);
    return () => {
      // A port that was replaced may report its end late; the one in use must not suffer for it.
      if (this.#send === send) this.#release();
    };
  }

  /** Takes in a message that came over the port in use. */
  receive(reply: ReplyMessage): void {
    if (reply.kind === 'event') {
      this.#listeners.emit(reply.event, reply.data);
      return;
    }
    const answer = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    answer?.(reply.result);
  }

  request(name: string, payload: unknown): Promise<Result<unknown>> {
    const message: CallMessage = { kind: 'request', id: this.#nextId++, name, payload };
    return new Promise((answer) => {
      this.#asked.set(message.id, answer);
      if (this.#send) this.#post(this.#send, message);
      else this.#wait(message);
    });
  }

  on(event: string, listener: (data: unknown) => void): () => void {
    return this.#listeners.on(event, listener);
  }

  #post(send: Send, message: CallMessage): void {
    try {
      send(message);
    } catch (error) {
      this.#give(message.id, fail('badRequest', `This could not be sent to the library: ${String(error)}`));
    }
  }

  #wait(message: CallMessage): void {
    this.#waiting.set(message.id, message);
    setTimeout(() => {
      if (!this.#waiting.delete(message.id)) return;
      this.#give(message.id, fail('libraryAway', 'The library does not answer yet.', true));
    }, this.patienceMs);
  }

  /** Answers whatever the lost port still owed. */
  #release(): void {
    this.#send = null;
    for (const id of [...this.#asked.keys()]) {
      if (this.#waiting.has(id)) continue;
      this.#give(id, fail('libraryAway', 'The library stopped before it answered.', true));
    }
  }

  #give(id: number, result: Result<unknown>): void {
    const answer = this.#asked.get(id);
    this.#asked.delete(id);
    answer?.(result);
  }
}
