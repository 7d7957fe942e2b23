/** `1 story`, `2 stories`: a number with the noun that goes with it. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
