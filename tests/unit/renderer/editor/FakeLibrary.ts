import type {
  LibraryClient,
  LibraryEvent,
  LibraryEventData,
  LibraryRequest,
} from '../../../../shared/ipc/libraryContract.ts';
import { Listeners } from '../../../../shared/ipc/Listeners.ts';
import { fail, succeed, type Result } from '../../../../shared/lang/result.ts';

/** The library as a page sees it: notes what it was asked, answers at once, tells events when told to. */
export class FakeLibrary implements LibraryClient {
  readonly asked: { readonly name: LibraryRequest; readonly payload: unknown }[] = [];
  readonly #listeners = new Listeners();

  request<Name extends LibraryRequest>(name: Name, payload: unknown): Promise<Result<never>> {
    this.asked.push({ name, payload });
    const answers: Partial<Record<LibraryRequest, unknown>> = {
      'stories.put': { seq: this.asked.length, savedAt: '2026-01-01T00:00:00.000Z' },
      'stories.keepPlace': null,
    };
    const answer = answers[name];
    return Promise.resolve(
      answer === undefined ? fail('notFound', 'There is no such thing here.') : succeed(answer as never),
    );
  }

  on<Name extends LibraryEvent>(name: Name, listener: (data: LibraryEventData<Name>) => void): () => void {
    return this.#listeners.on(name, listener as (data: unknown) => void);
  }

  tell<Name extends LibraryEvent>(name: Name, data: LibraryEventData<Name>): void {
    this.#listeners.emit(name, data);
  }
}
