import type { ExportTarget } from '../ipc/librarySchemas.ts';
import { isWire, type Target } from './target.ts';

/** Which export’s required fields and checks hold for what is sent to a target. */
export function checkedAs({ kind, profile }: Pick<Target, 'kind' | 'profile'>): ExportTarget {
  if (isWire(kind)) return profile.format;
  // Whatever Ghost’s editor calls its pieces, it is a page.
  return kind === 'ghost' ? 'html' : kind;
}
