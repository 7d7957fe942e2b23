import { laterCode } from './laterCode.ts';

/* What the actions of the copy desk and of the editor's desk need; it comes after what somebody needs to write. */

export const checksCode = laterCode(async () => (await import('./storyChecksOf.ts')).storyChecksOf);
export const commentsCode = laterCode(async () => (await import('./storyCommentsOf.ts')).storyCommentsOf);
export const suggestionsCode = laterCode(async () => (await import('./storySuggestionsOf.ts')).storySuggestionsOf);
