import type { LexicalEditor } from 'lexical';
import { settleLayers } from '../../../shared/suggestions/settleSuggestions.ts';
import type { Suggested } from '../../../shared/suggestions/versions.ts';
import { $getLayers } from '../model/storySuggestions.ts';
import { putLayers } from './keepSuggestions.ts';

/**
 * Takes layers out of the story on the page in which nothing is proposed any more: what was, was taken back by hand, to the byte. No step
 * of the history, which knows the layer where the words are that it is about.
 */
export function dropEmptyLayers(editor: LexicalEditor, story: Suggested): void {
  const { suggestions = [] } = settleLayers(story, 'accept', () => false);
  if (suggestions.length === editor.read($getLayers).length) return;
  putLayers(editor, suggestions);
}
