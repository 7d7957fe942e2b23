import type { PrivatePart, RequiredPart, Target, TargetKind } from './target.ts';

/** What a kind is called. */
export const KIND_LABELS: Readonly<Record<TargetKind, string>> = {
  wordpress: 'WordPress',
  ghost: 'Ghost',
  folder: 'Folder',
  http: 'Wire by HTTP',
};

/** What a kind's secret is called on the site itself. */
export const SECRET_LABELS: Readonly<Record<TargetKind, string>> = {
  wordpress: 'Application password',
  ghost: 'Admin API key',
  folder: 'Password',
  http: 'Password or token',
};

/** The same, as short as a button has it. */
export const SECRET_NOUNS: Readonly<Record<TargetKind, string>> = {
  wordpress: 'Password',
  ghost: 'Key',
  folder: 'Password',
  http: 'Password',
};

/** What a target can require, as a list calls it. */
export const REQUIRED_LABELS: Readonly<Record<RequiredPart, string>> = {
  slug: 'Slug',
  headline: 'Headline',
  deck: 'Deck',
  dateline: 'Dateline',
  byline: 'Byline',
  desk: 'Desk',
  priority: 'Priority',
  categories: 'A category',
  topics: 'A topic',
  keywords: 'A keyword',
  picture: 'A picture',
  caption: 'Captions',
  credit: 'Credits',
  alt: 'Alt texts',
};

/** What can be kept from a target, as a list calls it. */
export const PRIVATE_LABELS: Readonly<Record<PrivatePart, string>> = {
  byline: 'Byline',
  dateline: 'Dateline',
  slug: 'Slug',
  priority: 'Priority',
  topics: 'Topics',
  keywords: 'Keywords',
  place: 'Places in pictures',
};

/** Where a target is, as short as a line can carry: a site without its scheme, or the folder's path. */
export function targetPlace({ kind, address }: Pick<Target, 'kind' | 'address'>): string {
  return kind === 'folder' ? address : address.replace(/^https:\/\//, '');
}
