import { readFile } from 'node:fs/promises';

/** What `read` makes of a file's text, or what `make` answers where there is no file. Throws `unreadable` where either reading fails. */
export async function readOrMake<Made>(
  path: string,
  read: (text: string) => Made | Promise<Made>,
  make: () => Made | Promise<Made>,
  unreadable: () => Error,
): Promise<Made> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return await make();
    throw unreadable();
  }
  try {
    return await read(text);
  } catch {
    throw unreadable();
  }
}
