import { StetError, type Failure } from '../../shared/lang/result.ts';
import { EXIT, type ExitCode } from './exitCodes.ts';

/** A failure that ends the command: the sentence for stderr, and the code the process exits with. */
export class CommandError extends StetError {
  constructor(
    { code, message, retryable }: Failure,
    readonly exitCode: ExitCode,
  ) {
    super(code, message, retryable);
    this.name = 'CommandError';
  }
}

/** The command line itself is wrong: said before anything is opened or changed. */
export function usageError(message: string): CommandError {
  return new CommandError({ code: 'usage', message, retryable: false }, EXIT.usage);
}
