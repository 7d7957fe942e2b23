import { statSync } from 'node:fs';

/** Whether there is a file at this path. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
