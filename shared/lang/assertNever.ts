/** Marks a case that the type checker has proved impossible; throws if data from outside reaches it all the same. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
