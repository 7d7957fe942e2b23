import { foldText } from '../../../../shared/lang/foldText.ts';
import type { GhostPost } from './ghostPost.ts';
import type { GhostWish } from './ghostWish.ts';
import { bodyOf, bodyTokens } from './ghostText.ts';
import { sayToken } from './nodeToken.ts';

const STATUS: Readonly<Record<string, string>> = {
  draft: 'a draft',
  scheduled: 'scheduled',
  published: 'published',
  sent: 'sent as a newsletter',
};

/** What the site has otherwise than it was to be, one sentence each; Ghost leaves out in silence what it does not take. */
export function compareGhost(wish: GhostWish, stored: GhostPost, slug: string | null): string[] {
  const told: string[] = [];
  const { standing } = wish;
  if (standing && standing.status !== stored.status)
    told.push(
      `It was to be ${STATUS[standing.status] ?? standing.status}; the site has it as ${STATUS[stored.status] ?? stored.status}.`,
    );
  if (standing?.published_at !== undefined && seconds(standing.published_at) !== seconds(stored.published_at ?? ''))
    told.push(`It was to appear at ${standing.published_at}; the site has ${stored.published_at ?? 'no time'}.`);
  if (slug !== null && slug !== stored.slug) told.push(`The site calls it “${stored.slug}”, not “${slug}”.`);
  if (wish.title !== stored.title) told.push(`The site changed the headline to “${stored.title}”.`);
  if (wish.excerpt !== stored.custom_excerpt) told.push('The site did not keep the deck as it is.');
  const names = new Set(stored.tags.map(({ name }) => foldText(name)));
  for (const name of wish.tags) if (!names.has(foldText(name))) told.push(`The site left out the tag “${name}”.`);
  if (wish.authors.length > 0 && wish.authors.join() !== stored.authors.map(({ id }) => id).join())
    told.push('The site put other authors.');
  const there = bodyOf(stored);
  const { lead } = wish.body;
  if (lead?.url !== there.lead?.url) told.push('The site did not take the picture on top.');
  else if (lead?.alt !== there.lead?.alt || lead?.caption !== there.lead?.caption)
    told.push('The site changed the caption or the alt text of the picture on top.');
  const kept = new Set(bodyTokens({ ...there, lead: null }));
  for (const token of bodyTokens({ ...wish.body, lead: null }))
    if (!kept.has(token))
      told.push(`The site changed the words of “${sayToken(token, 80) || 'a block without words'}”.`);
  return told;
}

/** Ghost keeps no fractions of a second. */
function seconds(time: string): number {
  return Math.round(Date.parse(time) / 1000);
}
