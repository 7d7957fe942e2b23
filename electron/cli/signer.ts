import { CommandError } from './CommandError.ts';
import { EXIT } from './exitCodes.ts';
import type { Defaults } from './readDefaults.ts';

/** Who does what (`does`, for the sentence): the name of `--by`, or that of the app's settings. Throws `usage` where there is none. */
export function signer(by: string | undefined, defaults: Defaults, does: string): string {
  const name = (by ?? defaults.name).trim();
  if (name !== '') return name;
  const message = `Nobody says who ${does}. Give a name with --by, or in the app’s settings.`;
  throw new CommandError({ code: 'usage', message, retryable: false }, EXIT.usage);
}
