import {
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical';
import { withProgress } from '../../../shared/workflow/progress.ts';
import { $getFields, $setFields } from '../model/storyFields.ts';

/** Undo and redo leave the story where it stands in the newsroom: that was written down by a step. Answers its undo. */
export function keepProgress(editor: LexicalEditor): () => void {
  let progress = editor.getEditorState().read($getFields);
  return editor.registerUpdateListener(({ editorState, tags }) => {
    const fields = editorState.read($getFields);
    if (!tags.has(HISTORIC_TAG)) progress = fields;
    else if (withProgress(fields, progress) !== fields)
      // After those who were told of the undo: they would take what is older for newer.
      queueMicrotask(() =>
        editor.update(() => $setFields(withProgress($getFields(), progress)), {
          discrete: true,
          tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
        }),
      );
  });
}
