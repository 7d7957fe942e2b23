import { StetError } from '../../../shared/lang/result.ts';
import { openConflicts } from '../../../shared/review/openConflicts.ts';
import type { Story } from '../../../shared/story/story.ts';

/** Throws StetError `conflicts` while two people's versions stand side by side in a story: no reason lets that go out. */
export function assertDecided(story: Story): void {
  const count = openConflicts(story).length;
  if (count === 0) return;
  const places = count === 1 ? 'One place of this story was' : `${count} places of this story were`;
  throw new StetError(
    'conflicts',
    `${places} changed by two people and nobody has decided yet which holds, so it cannot go out. Decide in the Review tab.`,
  );
}
