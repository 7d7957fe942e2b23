import type { Journal, Shipment, ShippedFile } from './Connection.ts';

/** Sends the files of a shipment one after another, telling how far it is; answers what came of each, by its hash. */
export async function sendEach<Kept>(
  { files }: Pick<Shipment, 'files'>,
  journal: Journal,
  send: (file: ShippedFile, onSent: (bytes: number) => void) => Promise<Kept>,
): Promise<Map<string, Kept>> {
  const kept = new Map<string, Kept>();
  let before = 0;
  for (const [index, file] of files.entries()) {
    const words = files.length === 1 ? 'Sending the picture' : `Sending picture ${index + 1} of ${files.length}`;
    const onSent = (bytes: number) => journal.report(words, before + bytes);
    onSent(0);
    kept.set(file.sha256, await send(file, onSent));
    before += file.bytes;
  }
  return kept;
}
