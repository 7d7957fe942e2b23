/** Names as a sentence lists them: “Amna, Leila and Noor”. */
export function listNames(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
}
