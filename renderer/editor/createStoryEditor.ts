import { createEditor, type LexicalEditor } from 'lexical';
import type { Story } from '../../shared/story/story.ts';
import { EDITOR_NODES } from './editorNodes.ts';
import { EDITOR_THEME } from './editorTheme.ts';
import { $loadStory } from './model/storyModel.ts';

/** The update that puts a stored story on the page: nothing to save, nothing to undo. */
export const LOADED_TAG = 'loaded';

/**
 * An editor that is not on the page yet. A fault in one change is reported and that change is dropped; thrown, it would
 * keep Lexical from drawing the page anew out of the last good state.
 */
export function createStoryEditor(onError: (error: Error) => void = reportError): LexicalEditor {
  return createEditor({ namespace: 'stet-story', nodes: [...EDITOR_NODES], theme: EDITOR_THEME, onError });
}

/** Puts a stored story on the page. */
export function openStory(editor: LexicalEditor, story: Pick<Story, 'fields' | 'blocks' | 'suggestions'>): void {
  // What is stored is shown as it is: Lexical's own tidying (two lists in a row become one) waits until somebody edits.
  editor.update(() => $loadStory(story), { discrete: true, skipTransforms: true, tag: LOADED_TAG });
}
