import type { Target, TargetKind, TargetProfile } from '../../shared/targets/target.ts';

type Choices<Value extends string> = readonly (readonly [Value, string])[];

const STATUSES: Choices<TargetProfile['status']> = [
  ['draft', 'A draft'],
  ['pending', 'A post waiting for review'],
  ['publish', 'Published at once'],
];

/** What a sent story can become there. Ghost knows no review. */
export function statusChoices(kind: TargetKind): Choices<TargetProfile['status']> {
  return kind === 'ghost' ? STATUSES.filter(([status]) => status !== 'pending') : STATUSES;
}

export const BYLINE_CHOICES: Choices<TargetProfile['byline']> = [
  ['inText', 'As a line over the text'],
  ['leftOut', 'Left out'],
];

export const LEAD_CHOICES: Choices<TargetProfile['lead']> = [
  ['featured', 'On top, by the site’s design'],
  ['inText', 'In the text'],
  ['both', 'On top and in the text'],
];

export const FORMAT_CHOICES: Choices<TargetProfile['format']> = [
  ['ninjs', 'ninjs 1.6'],
  ['ninjs3', 'ninjs 3.1'],
  ['superdesk', 'ninjs for Superdesk'],
  ['nitf', 'NITF'],
  ['newsml', 'NewsML-G2'],
];

/** Where a WordPress site lets its users make application passwords. */
export function passwordsPage({ address }: Pick<Target, 'address'>): string {
  return `${address}/wp-admin/profile.php#application-passwords-section`;
}
