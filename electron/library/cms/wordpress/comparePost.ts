import { excerpt } from '../http/judgeAnswer.ts';
import { versionCount, type Post } from './post.ts';
import { splitBlocks } from './splitBlocks.ts';

/** What was asked of the site. */
export interface SentPost {
  readonly title: string;
  readonly content: string;
  readonly excerpt: string;
  readonly status?: string;
  readonly slug?: string;
  readonly author?: number;
  readonly featured_media?: number;
  readonly categories?: readonly number[];
  readonly tags?: readonly number[];
  readonly meta?: Readonly<Record<string, string>>;
}

const STATUS: Readonly<Record<string, string>> = {
  draft: 'a draft',
  pending: 'pending review',
  future: 'scheduled',
  publish: 'published',
};

/** What the site has otherwise than it was asked to, one sentence each; WordPress leaves out in silence what it does not take. */
export function comparePost(sent: SentPost, stored: Post, before: Post | null): string[] {
  const told: string[] = [];
  if (sent.status !== undefined && sent.status !== stored.status)
    told.push(
      `It was to be ${STATUS[sent.status] ?? sent.status}; the site has it as ${STATUS[stored.status] ?? stored.status}.`,
    );
  if (sent.slug !== undefined && sent.slug !== stored.slug)
    told.push(`The site calls it “${stored.slug}”, not “${sent.slug}”.`);
  if (sent.author !== undefined && sent.author !== stored.author) told.push('The site did not take the author.');
  if (sent.featured_media !== undefined && sent.featured_media !== stored.featured_media)
    told.push('The site did not take the featured picture.');
  if (sent.categories?.some((id) => !stored.categories.includes(id))) told.push('The site left out a category.');
  if (sent.tags?.some((id) => !stored.tags.includes(id))) told.push('The site left out a tag.');
  const lost = Object.entries(sent.meta ?? {}).filter(([name, value]) => value !== '' && stored.meta[name] !== value);
  for (const [name] of lost) told.push(`The site did not keep the field “${name}”.`);
  told.push(...compareText(splitBlocks(sent.content), splitBlocks(stored.content.raw)));
  const [was, is] = [before && versionCount(before), versionCount(stored)];
  if (was !== null && is !== null && is > was + 1)
    told.push('Somebody else saved this post at the same moment: look at its revisions on the site.');
  return told;
}

const IMAGE = /<img\s/g;

function compareText(sent: readonly string[], stored: readonly string[]): string[] {
  const said = (block: string) => words(block);
  const there = new Set(stored.map(said));
  const told = sent
    .filter((block) => !there.has(said(block)))
    .map((block) => `The site changed the words of “${excerpt(block, 80) || 'a block without words'}”.`);
  const pictures = (blocks: readonly string[]) => blocks.join('').match(IMAGE)?.length ?? 0;
  if (pictures(stored) < pictures(sent)) told.push('The site took a picture out of the text.');
  return told;
}

/** A block’s words, whatever spelling its characters have. */
function words(block: string): string {
  return excerpt(block, Infinity)
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
