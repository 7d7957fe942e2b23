import type { Failure, Result } from '../../shared/lang/result.ts';
import { CommandError } from './CommandError.ts';
import { EXIT } from './exitCodes.ts';
import { visibleLine, visibleText } from './terminal/visibleText.ts';

/** A stream of this process, as far as it is used here. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, done: (error?: Error | null) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * What a command says. Data goes to stdout and nothing else does; sentences go to stderr.
 * - For people: lines as they become known.
 * - With `--json`: one line, the `Result` of the whole command, whether it could be done or not.
 * - A reader that stops early (`| head`) is no error; a full disk behind `>` is one.
 */
export class Output {
  readonly #stdout: OutputStream;
  readonly #stderr: OutputStream;
  readonly #isPlain: boolean;
  readonly #writes: Promise<void>[] = [];
  #failed: Error | null = null;
  isJson = false;

  constructor(stdout: OutputStream, stderr: OutputStream, env: { readonly NO_COLOR?: string | undefined } = {}) {
    this.#isPlain = (env.NO_COLOR ?? '') !== '';
    this.#stdout = stdout;
    this.#stderr = stderr;
    stdout.on('error', (error) => this.#noteError(error));
    // Whoever closed stderr does not want to read; there is nowhere left to say so.
    stderr.on('error', () => undefined);
  }

  /** Columns of the terminal; null when the output goes to a file or another program, which get lines in full. */
  get width(): number | null {
    return this.#stdout.isTTY ? (this.#stdout.columns ?? null) : null;
  }

  /** Whether colours are wanted: on a terminal, unless NO_COLOR says otherwise (no-color.org). */
  get hasColour(): boolean {
    return this.width !== null && !this.#isPlain;
  }

  /** A line for people; nothing with `--json`. The caller has made foreign text safe for a terminal. */
  line(text: string): void {
    if (!this.isJson) this.#write(this.#stdout, `${text}\n`);
  }

  /** A whole document. Exact, except on a terminal, which must not act on what a document holds. */
  document(text: string): void {
    this.#write(this.#stdout, this.#stdout.isTTY ? visibleText(text) : text);
  }

  /** The command's answer; nothing without `--json`. */
  answer(value: unknown): void {
    this.#json({ ok: true, value });
  }

  /** Why the command could not be done. */
  failure(error: Failure): void {
    this.note(error.message);
    this.#json({ ok: false, error: { code: error.code, message: error.message, retryable: error.retryable } });
  }

  /** A sentence on stderr, on one line. */
  note(sentence: string): void {
    this.#write(this.#stderr, `stet: ${visibleLine(sentence)}\n`);
  }

  /** Resolves when everything has left the process; throws CommandError if stdout could not take it. */
  async flush(): Promise<void> {
    await Promise.all(this.#writes.splice(0));
    const failed = this.#failed;
    this.#failed = null;
    if (!failed) return;
    const message = `The output could not be written (${failed.message}). The library is as the command left it.`;
    throw new CommandError({ code: 'outputFailed', message, retryable: true }, EXIT.cannotWrite);
  }

  #json(result: Result<unknown>): void {
    if (this.isJson) this.#write(this.#stdout, `${JSON.stringify(result)}\n`);
  }

  #write(stream: OutputStream, text: string): void {
    this.#writes.push(
      new Promise((done) =>
        stream.write(text, (error) => {
          if (error && stream === this.#stdout) this.#noteError(error);
          done();
        }),
      ),
    );
  }

  #noteError(error: Error): void {
    if ('code' in error && error.code === 'EPIPE') return;
    this.#failed ??= error;
  }
}
