/** An expected failure as a value: `message` is a sentence for the user, `retryable` says whether trying again may help. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
}

/** What every request answers: a value, or a failure that says why. Never both, never neither. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** A success carrying `value`. */
export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** A failure; not retryable unless said so. */
export function fail(code: string, message: string, retryable = false): Result<never> {
  return { ok: false, error: { code, message, retryable } };
}

/** Thrown inside a process for a failure the user should read; it becomes a `Failure` at the border. */
export class StetError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryable = false,
  ) {
    super(message);
    this.name = 'StetError';
  }
}
