import { lazy } from 'react';

/** Asked for at once, beside the first requests to the library, so that the page is not waited for twice. */
const chunk = import('../editor/StoryEditor.tsx');

/** The editor, in a bundle of its own: the window is drawn before Lexical is read. */
export const StoryEditor = lazy(async () => ({ default: (await chunk).StoryEditor }));
