import type { Level } from '../../shared/checks/finding.ts';
import { countText } from '../ui/countText.ts';

/** `1 blocks the export, 2 warnings, 5 notes`; levels without a finding are left out. */
export function countsText({ block, warn, note }: Readonly<Record<Level, number>>): string {
  const parts = [
    ...(block > 0 ? [`${countText(block, 'thing', 'things')} to settle before it goes out`] : []),
    ...(warn > 0 ? [countText(warn, 'warning', 'warnings')] : []),
    ...(note > 0 ? [countText(note, 'note', 'notes')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'Nothing to say';
}
