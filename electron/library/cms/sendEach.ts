import type { Journal, ShippedFile } from './Connection.ts';

/** Sends files one after another, telling how far it is (`noun` says what they are); answers what came of each, by its hash. */
export async function sendEach<Kept>(
  files: readonly ShippedFile[],
  journal: Pick<Journal, 'report'>,
  send: (file: ShippedFile, onSent: (bytes: number) => void) => Promise<Kept>,
  noun: 'picture' | 'file' = 'picture',
): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  let before = 0;
  for (const [index, file] of files.entries()) {
    const words = files.length === 1 ? `Sending the ${noun}` : `Sending ${noun} ${index + 1} of ${files.length}`;
    const onSent = (bytes: number) => journal.report(words, before + bytes);
    onSent(0);
    kept.set(file.sha256, await send(file, onSent));
    before += file.bytes;
  }
  return kept;
}

/** How many bytes files have together. */
export function totalBytes(files: readonly Pick<ShippedFile, 'bytes'>[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
