import { laterComponent } from './laterComponent.tsx';

/** The editor, in a bundle of its own: the window can be drawn before Lexical is read, and no story waits for the shell. */
export const storyEditor = laterComponent(async () => (await import('../editor/StoryEditor.tsx')).StoryEditor);
