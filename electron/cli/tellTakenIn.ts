import type { Imported } from '../../shared/ipc/librarySchemas.ts';
import type { Output } from './Output.ts';
import { counted } from './terminal/counted.ts';

/** Says what came of taking in a file that was handed over, and how many places there are to decide. */
export function tellTakenIn(
  output: Output,
  file: string,
  { storyId, alreadyHere, notes }: Imported,
  conflicts: number,
) {
  if (alreadyHere && notes.length === 0) output.note(`${file}: nothing in it is new.`);
  for (const sentence of notes) output.note(`${file}: ${sentence}`);
  if (conflicts > 0)
    output.note(`${file}: ${counted(conflicts, 'place', 'places')} to decide (stet merge ${storyId}).`);
}
