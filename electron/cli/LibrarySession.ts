import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { hostRequests } from '../../shared/ipc/hostContract.ts';
import { libraryRequests } from '../../shared/ipc/libraryContract.ts';
import { FORMATS } from '../library/formats.ts';
import { Library } from '../library/Library.ts';
import type { LibraryAccess } from '../library/libraryAccess.ts';
import { libraryFolder } from '../library/libraryFolder.ts';
import { answerRequests, type Answer } from '../library/requests/answerRequest.ts';
import { toFailure } from '../library/requests/toFailure.ts';
import { CommandError } from './CommandError.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exitCodes.ts';
import { proofreadHere } from './proofreadHere.ts';
import { renderHere } from './renderHere.ts';
import type { StoppedError } from './untilStopped.ts';

const requests = { ...libraryRequests, ...hostRequests };
type Requests = typeof requests;
type RequestName = keyof Requests;

/** An open library and the one way to ask it something: the same contract as the app's, over the same engine. */
export class LibrarySession {
  readonly #library: Library;
  readonly #answer: Answer;
  #stopped: StoppedError | null = null;

  private constructor(library: Library) {
    this.#library = library;
    this.#answer = answerRequests(library);
  }

  /**
   * Takes the library in `folder` (absolute) for this process. Throws CommandError: `noLibrary` unless it may be made,
   * `inUse`, or why it cannot be opened.
   */
  static open(
    folder: string,
    { make, person = '' }: { readonly make: boolean; readonly person?: string },
  ): LibrarySession {
    if (!make && !existsSync(libraryFolder(folder).database)) {
      const message = `There is no library in ${folder}. Name its folder with --library; "stet new" and "stet import" make one.`;
      throw new CommandError({ code: 'noLibrary', message, retryable: false }, EXIT.notFound);
    }
    try {
      return new LibrarySession(
        new Library({
          folder,
          formats: FORMATS,
          renderer: renderHere,
          proofreader: proofreadHere,
          person,
          isAttended: false,
        }),
      );
    } catch (error) {
      const failure = toFailure('open', error);
      throw new CommandError(failure, exitCodeOf(failure));
    }
  }

  /** Sentences about what was found damaged at opening. */
  get notices(): readonly string[] {
    return this.#library.notices;
  }

  /** What importers may do: for storing a story whole, all of it or nothing. */
  get access(): LibraryAccess {
    return this.#library.access;
  }

  /** Refuses every request from now on with this error; one under way goes on. */
  stop(stopped: StoppedError): void {
    this.#stopped = stopped;
  }

  /**
   * Asks the library. Throws CommandError, where `otherwise` is the exit code of a failure that has none of its own, and
   * StoppedError after `stop`.
   */
  async ask<Name extends RequestName>(
    name: Name,
    payload: z.output<Requests[Name]['payload']>,
    otherwise?: ExitCode,
  ): Promise<z.output<Requests[Name]['answer']>> {
    if (this.#stopped) throw this.#stopped;
    const result = await this.#answer('host', name, payload);
    if (!result.ok) throw new CommandError(result.error, exitCodeOf(result.error, otherwise));
    // The engine answers every request as its contract says.
    return result.value as z.output<Requests[Name]['answer']>;
  }

  /** Lets the library go; everything answered is on the disk already. */
  close(): void {
    this.#library.close();
  }
}
