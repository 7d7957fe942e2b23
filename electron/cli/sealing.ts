/** The option that says whom a file is sealed for. */
export const SEAL_OPTION = {
  type: 'string',
  value: 'NAMES',
  help: 'who alone can open it, separated by commas; a package of theirs was opened here before',
} as const;

/** The names in it. */
export function sealedNames(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((name) => name.trim() || []);
}
