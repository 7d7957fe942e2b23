import { existsSync } from 'node:fs';
import type { z } from 'zod';
import { hostRequests } from '../../shared/ipc/hostContract.ts';
import { libraryRequests } from '../../shared/ipc/libraryContract.ts';
import type { Failure, Result } from '../../shared/lang/result.ts';
import { FORMATS } from '../library/formats.ts';
import { Library } from '../library/Library.ts';
import type { LibraryAccess } from '../library/libraryAccess.ts';
import { libraryFolder } from '../library/libraryFolder.ts';
import type { Renderer } from '../library/media/Renderer.ts';
import { answerRequests, type Answer } from '../library/requests/answerRequest.ts';
import { toFailure } from '../library/requests/toFailure.ts';
import { CommandError } from './CommandError.ts';
import { EXIT, type ExitCode } from './exitCodes.ts';

/** Without a window there is nobody to wait, so pictures are decoded here; the decoder is loaded with the first one. */
const OWN_RENDERER: Renderer = {
  render: async (path, edges) => (await import('../images/renderPicture.ts')).renderPicture(path, edges),
};

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
      return new LibrarySession(new Library({ folder, formats: FORMATS, renderer: OWN_RENDERER }));
    } catch (error) {
      const failure = toFailure('open', error);
      throw new CommandError(failure, failure.code === 'unexpected' ? EXIT.cannotOpen : exitCodeOf(failure));
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

  /** The answer itself. Throws CommandError with the exit code that goes with the failure. */
  async ask<Name extends RequestName>(
    name: Name,
    payload: z.output<Requests[Name]['payload']>,
  ): Promise<z.output<Requests[Name]['answer']>> {
    const result = await this.request(name, payload);
    if (result.ok) return result.value;
    throw new CommandError(result.error, exitCodeOf(result.error));
  }

  /** Lets the library go; everything answered is on the disk already. */
  close(): void {
    this.#library.close();
  }
}

const EXIT_CODES: ReadonlyMap<string, ExitCode> = new Map([
  ['notFound', EXIT.notFound],
  ['inUse', EXIT.inUse],
  ['busy', EXIT.inUse],
  ['unexpected', EXIT.unexpected],
]);

/** A failure of the library that has no code of its own is about the disk or the folder. */
function exitCodeOf({ code }: Failure): ExitCode {
  return EXIT_CODES.get(code) ?? EXIT.cannotOpen;
}
