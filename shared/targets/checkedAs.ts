import type { EXPORT_TARGETS } from '../export/exportTarget.ts';
import type { Target, TargetProfile } from './target.ts';

type ExportTarget = (typeof EXPORT_TARGETS)[number];

/** What each of a folder's formats is among the exports. */
const WIRE: Readonly<Record<TargetProfile['format'], ExportTarget>> = {
  ninjs: 'ninjs',
  ninjs3: 'ninjs-3.1',
  superdesk: 'ninjs-superdesk',
  nitf: 'nitf',
  newsml: 'newsml',
};

/** As which export a target's stories are checked, in the window and in the library: what a house requires for it holds there too. */
export function checkedAs({ kind, profile }: Pick<Target, 'kind' | 'profile'>): ExportTarget {
  if (kind === 'wordpress') return 'wordpress';
  return kind === 'folder' ? WIRE[profile.format] : 'html';
}
