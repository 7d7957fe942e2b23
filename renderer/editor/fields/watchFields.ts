import type { LexicalEditor } from 'lexical';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { $getFields } from '../model/storyFields.ts';

/** Calls back now and whenever a field changes, by whatever hand. Answers its undo. */
export function watchFields(editor: LexicalEditor, listener: (fields: StoryFields) => void): () => void {
  let last = editor.read($getFields);
  listener(last);
  return editor.registerUpdateListener(({ editorState }) => {
    const fields = editorState.read($getFields);
    if (fields === last) return;
    last = fields;
    listener(fields);
  });
}
