import type { LexicalEditor } from 'lexical';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { $getFields } from '../model/storyFields.ts';

/** Calls back now and whenever a field changes, by whatever hand. Answers its undo. */
export function watchFields(editor: LexicalEditor, listener: (fields: StoryFields) => void): () => void {
  let last = editor.read($getFields);
  let root = editor.getEditorState()._nodeMap.get('root');
  listener(last);
  return editor.registerUpdateListener(({ editorState }) => {
    // The fields ride on the root, which is another object as soon as one of them changes; no key makes it so.
    const now = editorState._nodeMap.get('root');
    if (now === root) return;
    root = now;
    const fields = editorState.read($getFields);
    if (fields === last) return;
    last = fields;
    listener(fields);
  });
}
