import { HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical';
import { settleLayers } from '../../../shared/suggestions/settleSuggestions.ts';
import type { Suggested } from '../../../shared/suggestions/versions.ts';
import { $getLayers, $setLayers } from '../model/storySuggestions.ts';
import { SETTLED_TAG } from './keepSuggestions.ts';

/**
 * Takes layers out of the story on the page in which nothing is proposed any more: what was, was taken back by hand, to the byte. No step
 * of the history, which knows the layer where the words are that it is about.
 */
export function dropEmptyLayers(editor: LexicalEditor, story: Suggested): void {
  const { suggestions = [] } = settleLayers(story, 'accept', () => false);
  if (suggestions.length === editor.read($getLayers).length) return;
  editor.update(() => $setLayers(suggestions), {
    discrete: true,
    tag: [HISTORY_MERGE_TAG, SETTLED_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
  });
}
