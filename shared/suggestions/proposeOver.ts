import type { Story } from '../story/story.ts';
import { carryVersion } from './carryVersion.ts';
import { versionsOf, withVersions, type LayerHead, type Suggested } from './versions.ts';

/**
 * One version of a story with all that another did to it since `base` proposed over it (`head` says whose it is), instead of merged
 * with it. Where both changed the same, the other's stands as proposed: to reject it is to have one's own back.
 */
export function proposeOver(
  base: Suggested,
  mine: Suggested,
  theirs: Suggested,
  head: LayerHead,
): Pick<Story, 'fields' | 'blocks' | 'suggestions'> {
  const proposed = carryVersion(base, mine, theirs);
  const { fields, blocks, suggestions = [] } = mine;
  return withVersions({ fields, blocks }, [...versionsOf(mine), proposed], [...suggestions, head]);
}
