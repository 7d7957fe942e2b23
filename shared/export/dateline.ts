import { cleanText, isBlank } from './cleanText.ts';

/** The dateline as the house sets it: the place in square brackets, `[Islamabad]`; empty when there is none. */
export function dateline(place: string): string {
  const text = cleanText(place).trim();
  // Somebody may have typed the brackets.
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1).trim() : text;
  return isBlank(bare) ? '' : `[${bare}]`;
}
