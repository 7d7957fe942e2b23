import { leadFigure } from '../../../../shared/export/leadFigure.ts';
import { filledParts } from '../../../../shared/export/isEmptyBlock.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import type { Story } from '../../../../shared/story/story.ts';
import type { TargetProfile } from '../../../../shared/targets/target.ts';
import type { OpenedPost } from './post.ts';

/** How a story stands in its post. */
export interface PostWay {
  readonly hasByline: boolean;
  /** The figure whose file is the post’s featured picture; null leaves what is there. */
  readonly featured: BlockId | null;
  /** The figure that is left out of the text because the site shows it on top. */
  readonly onTop: BlockId | null;
}

/** What is known of a post when its way is chosen. */
interface PostFacts {
  readonly opened: OpenedPost | undefined;
  /** Whether the byline is the post’s author on the site. */
  readonly isAuthor: boolean;
  readonly hasFile: (figure: BlockId) => boolean;
}

/**
 * As the target’s profile says; a post that was opened as a story stays as it was made there. `hasFile` says whether the site
 * has what a figure shows.
 */
export function postWay(
  story: Story,
  profile: Pick<TargetProfile, 'byline' | 'lead'>,
  { opened, isAuthor, hasFile }: PostFacts,
): PostWay {
  if (opened) {
    const [first] = filledParts(story.blocks);
    const onTop = opened.onTop !== null && first?.id === opened.onTop ? opened.onTop : null;
    return { hasByline: opened.hasByline, featured: onTop !== null && hasFile(onTop) ? onTop : null, onTop };
  }
  const lead = profile.lead === 'inText' ? null : leadFigure(story);
  const featured = lead !== null && hasFile(lead) ? lead : null;
  const hasByline = profile.byline === 'inText' || (profile.byline === 'siteAuthor' && !isAuthor);
  return { hasByline, featured, onTop: profile.lead === 'featured' ? featured : null };
}
