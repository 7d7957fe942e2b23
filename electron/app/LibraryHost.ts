import type { MessagePortMain } from 'electron';
import type { HostAnswer, HostPayload, HostRequest } from '../../shared/ipc/hostContract.ts';
import type {
  LibraryAnswer,
  LibraryEvent,
  LibraryEventData,
  LibraryPayload,
  LibraryRequest,
} from '../../shared/ipc/libraryContract.ts';
import { PortClient } from '../../shared/ipc/PortClient.ts';
import type { ReplyMessage } from '../../shared/ipc/portMessages.ts';
import { StetError, type Result } from '../../shared/lang/result.ts';

type AnyRequest = HostRequest | LibraryRequest;
type Payload<Name extends AnyRequest> = Name extends HostRequest
  ? HostPayload<Name>
  : Name extends LibraryRequest
    ? LibraryPayload<Name>
    : never;
type Answer<Name extends AnyRequest> = Name extends HostRequest
  ? HostAnswer<Name>
  : Name extends LibraryRequest
    ? LibraryAnswer<Name>
    : never;

/** Main's own way into the library: everything the page may ask, and what has paths in it. Outlives library restarts. */
export class LibraryHost {
  readonly #client = new PortClient();

  /** Uses this port from now on. */
  attach(port: MessagePortMain): void {
    const close = this.#client.attach((message) => port.postMessage(message));
    // Our own library is at the other end; it keeps to the contract.
    port.on('message', (event) => this.#client.receive(event.data as ReplyMessage));
    port.on('close', close);
    port.start();
  }

  request<Name extends AnyRequest>(name: Name, payload: Payload<Name>): Promise<Result<Answer<Name>>> {
    return this.#client.request(name, payload) as Promise<Result<Answer<Name>>>;
  }

  /** The answer itself; throws the failure as a StetError. */
  async ask<Name extends AnyRequest>(name: Name, payload: Payload<Name>): Promise<Answer<Name>> {
    const result = await this.request(name, payload);
    if (result.ok) return result.value;
    throw new StetError(result.error.code, result.error.message, result.error.retryable);
  }

  on<Name extends LibraryEvent>(name: Name, listener: (data: LibraryEventData<Name>) => void): () => void {
    return this.#client.on(name, listener as (data: unknown) => void);
  }
}
