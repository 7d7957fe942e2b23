import { filledParts } from '../../../../shared/export/isEmptyBlock.ts';
import type { Story } from '../../../../shared/story/story.ts';
import type { Target, TargetProfile } from '../../../../shared/targets/target.ts';
import type { GhostBase } from './ghostPost.ts';

/**
 * How a story stands in its post: as the target’s profile says; one that was opened as a story stays as it was made there. `isSigned`:
 * all of its byline are authors on the site.
 */
export function ghostWay(
  story: Pick<Story, 'blocks'>,
  { byline, lead }: Pick<TargetProfile, 'byline' | 'lead'>,
  { opened, isSigned }: { readonly opened: GhostBase['opened']; readonly isSigned: boolean },
): { readonly hasByline: boolean; readonly leadTo: TargetProfile['lead'] } {
  if (!opened) return { hasByline: byline === 'inText' || (byline === 'siteAuthor' && !isSigned), leadTo: lead };
  const [first] = filledParts(story.blocks);
  return { hasByline: false, leadTo: opened.onTop !== null && first?.id === opened.onTop ? 'featured' : 'inText' };
}

/** Ghost has tags and nothing else: the story’s categories come first, since the first tag is the one a post is filed under. */
export function tagNames({ fields }: Pick<Story, 'fields'>, { categories, tags }: Target['profile']): string[] {
  return [...fields.categories.map((name) => categories[name] ?? name), ...(tags ? fields.keywords : [])];
}
