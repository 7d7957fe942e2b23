import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { renderHere } from '../../electron/cli/renderHere.ts';
import { FORMATS } from '../../electron/library/formats.ts';
import { Library } from '../../electron/library/Library.ts';

/*
 * A process for tests that kill it: opens the library in the folder it is given, lends every target the secret in
 * STET_SECRET, and sends what is in the outbox until nothing is left there. Says `sending` when it begins, `sent` at the end.
 *
 *     node built.mjs FOLDER
 */

const [, , folder = ''] = process.argv;
const library = new Library({ folder, formats: FORMATS, renderer: renderHere });
writeSync(1, 'sending\n');
for (const { id } of library.targets.list()) {
  library.targets.unlock(id, process.env['STET_SECRET'] ?? '');
  library.outbox.unlocked(id);
}
library.outbox.start();
for (;;) {
  const left = library.outbox.list().filter(({ state }) => state !== 'sent' && state !== 'cancelled');
  if (left.length === 0) break;
  const stuck = left.find(({ state }) => state === 'needsYou');
  if (stuck) throw new Error(JSON.stringify(stuck));
  for (const { id } of left) library.outbox.hurry(id);
  await wait(20);
}
library.close();
writeSync(1, 'sent\n');
