import type { Target, TargetKind } from './target.ts';

/** What a kind is called. */
export const KIND_LABELS: Readonly<Record<TargetKind, string>> = {
  wordpress: 'WordPress',
  folder: 'Folder',
  http: 'Wire by HTTP',
};

/** What a kind's secret is called on the site itself. */
export const SECRET_LABELS: Readonly<Record<TargetKind, string>> = {
  wordpress: 'Application password',
  folder: 'Password',
  http: 'Password or token',
};

/** Where a target is, as short as a line can carry: a site without its scheme, or the folder's path. */
export function targetPlace({ kind, address }: Pick<Target, 'kind' | 'address'>): string {
  return kind === 'folder' ? address : address.replace(/^https:\/\//, '');
}
