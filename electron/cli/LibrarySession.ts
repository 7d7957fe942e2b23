import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { hostRequests } from '../../shared/ipc/hostContract.ts';
import { libraryRequests } from '../../shared/ipc/libraryContract.ts';
import type { Result } from '../../shared/lang/result.ts';
import { FORMATS } from '../library/formats.ts';
import { Library } from '../library/Library.ts';
import type { LibraryAccess } from '../library/libraryAccess.ts';
import { libraryFolder } from '../library/libraryFolder.ts';
import { answerRequests, type Answer } from '../library/requests/answerRequest.ts';
import { toFailure } from '../library/requests/toFailure.ts';
import { CommandError } from './CommandError.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exitCodes.ts';
import { renderHere } from './renderHere.ts';

const requests = { ...libraryRequests, ...hostRequests };
type Requests = typeof requests;
type RequestName = keyof Requests;

/** An open library and the one way to ask it something: the same contract as the app's, over the same engine. */
export class LibrarySession {
  readonly #library: Library;
  readonly #answer: Answer;

  private constructor(library: Library) {
    this.#library = library;
    this.#answer = answerRequests(library);
  }

  /**
   * Takes the library in `folder` (absolute) for this process. Throws CommandError: `noLibrary` unless it may be made,
   * `inUse`, or why it cannot be opened.
   */
  static open(folder: string, { make }: { readonly make: boolean }): LibrarySession {
    if (!make && !existsSync(libraryFolder(folder).database)) {
      const message = `There is no library in ${folder}. Name its folder with --library; "stet new" and "stet import" make one.`;
      throw new CommandError({ code: 'noLibrary', message, retryable: false }, EXIT.notFound);
    }
    try {
      return new LibrarySession(new Library({ folder, formats: FORMATS, renderer: renderHere }));
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

  /** Asks the library; a failure is answered, not thrown. */
  request<Name extends RequestName>(
    name: Name,
    payload: z.output<Requests[Name]['payload']>,
  ): Promise<Result<z.output<Requests[Name]['answer']>>> {
    return this.#answer('host', name, payload) as Promise<Result<z.output<Requests[Name]['answer']>>>;
  }

  /** The answer itself. Throws CommandError; `otherwise` is the exit code where the failure has none of its own. */
  async ask<Name extends RequestName>(
    name: Name,
    payload: z.output<Requests[Name]['payload']>,
    otherwise?: ExitCode,
  ): Promise<z.output<Requests[Name]['answer']>> {
    const result = await this.request(name, payload);
    if (result.ok) return result.value;
    throw new CommandError(result.error, exitCodeOf(result.error, otherwise));
  }

  /** Lets the library go; everything answered is on the disk already. */
  close(): void {
    this.#library.close();
  }
}
