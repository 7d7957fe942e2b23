import type { Target, TargetProfile } from '../../shared/targets/target.ts';

type Choices<Value extends string> = readonly (readonly [Value, string])[];

export const STATUS_CHOICES: Choices<TargetProfile['status']> = [
  ['draft', 'A draft'],
  ['pending', 'A post waiting for review'],
  ['publish', 'Published at once'],
];

/** Ghost knows nothing between a draft and a published post. */
export const GHOST_STATUS_CHOICES = STATUS_CHOICES.filter(([status]) => status !== 'pending');

export const BYLINE_CHOICES: Choices<TargetProfile['byline']> = [
  ['inText', 'As a line over the text'],
  ['leftOut', 'Left out of the text'],
  ['siteAuthor', 'The site’s author of that name'],
];

export const LEAD_CHOICES: Choices<TargetProfile['lead']> = [
  ['featured', 'On top, by the site’s design'],
  ['inText', 'In the text'],
  ['both', 'On top and in the text'],
];

export const FORMAT_CHOICES: Choices<TargetProfile['format']> = [
  ['ninjs', 'ninjs 1.6'],
  ['ninjs-3.1', 'ninjs 3.1'],
  ['ninjs-superdesk', 'ninjs for Superdesk'],
  ['newsml', 'NewsML-G2'],
  ['nitf', 'NITF'],
  ['nitf-superdesk', 'NITF for Superdesk'],
];

export const ENTRY_CHOICES: Choices<TargetProfile['entry']> = [
  ['password', 'User name and password'],
  ['token', 'A bearer token'],
  ['signature', 'A signature, as Superdesk makes it'],
];

/** Where a WordPress site lets its users make application passwords. */
export function passwordsPage({ address }: Pick<Target, 'address'>): string {
  return `${address}/wp-admin/profile.php#application-passwords-section`;
}

/** Where a Ghost site shows the keys of its integrations. */
export function integrationsPage({ address }: Pick<Target, 'address'>): string {
  return `${address.replace(/\/ghost$/, '')}/ghost/#/settings/integrations`;
}
