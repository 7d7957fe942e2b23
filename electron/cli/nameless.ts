import { CommandError } from './CommandError.ts';
import { EXIT } from './exitCodes.ts';

/** Why a file cannot be signed: nobody says who does what. */
export function nameless(does: string): CommandError {
  const message = `Nobody says who ${does}. Give a name with --by, or in the app’s settings.`;
  return new CommandError({ code: 'usage', message, retryable: false }, EXIT.usage);
}
