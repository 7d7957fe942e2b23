import type { ExportTarget } from '../ipc/librarySchemas.ts';
import type { ExportWay, Gate } from './style/gates.ts';

/**
 * Whether blocking findings stop an export. A person in the window is asked for a reason; a script only where the house (or
 * the command line, by a shut gate) says so, since it cannot answer. A package is the story itself on its way to a colleague:
 * it goes out with its faults.
 */
export function stopsAt(house: Gate, gate: ExportWay, target: ExportTarget): boolean {
  if (target === 'package') return false;
  if (gate === 'shut') return true;
  return house === 'everywhere' || (house === 'window' && gate === 'window');
}
