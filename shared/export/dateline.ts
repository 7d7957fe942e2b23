import { cleanText, isBlank } from './cleanText.ts';

/** The dateline as the house sets it: the place in square brackets, `[Islamabad]`; empty when there is none. */
export function dateline(place: string): string {
  // Somebody may have typed the brackets.
  const bare = cleanText(place)
    .trim()
    .replace(/^\[\s*(.*?)\s*\]$/u, '$1');
  return isBlank(bare) ? '' : `[${bare}]`;
}
