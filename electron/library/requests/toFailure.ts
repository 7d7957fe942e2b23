import { StetError, type Failure } from '../../../shared/lang/result.ts';

/** What the asker of `request` reads about an error; one nobody expected is written to the log in full as well. */
export function toFailure(request: string, error: unknown): Failure {
  if (error instanceof StetError) {
    const { code, message, retryable } = error;
    return { code, message, retryable };
  }
  console.error(`${request} failed:`, error);
  return {
    code: 'unexpected',
    message: 'Something went wrong inside the library. What was marked as saved is safe; please try again.',
    retryable: false,
  };
}
