import { listNames } from './listNames.ts';

/** What a receipt says of those a file is sealed for, behind its name; nothing where it is for whoever gets it. */
export function sealedFor(recipients: readonly { readonly name: string }[]): string {
  return recipients.length === 0 ? '' : `, sealed for ${listNames(recipients.map(({ name }) => name))}`;
}
