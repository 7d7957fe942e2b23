import { createHeadlessEditor } from '@lexical/headless';
import type { LexicalEditor } from 'lexical';
import { createStoryEditor, openStory } from '../../../../renderer/editor/createStoryEditor.ts';
import { EDITOR_NODES } from '../../../../renderer/editor/editorNodes.ts';
import { $readBlocks } from '../../../../renderer/editor/model/storyModel.ts';
import { registerEditing } from '../../../../renderer/editor/registerEditing.ts';
import type { Block } from '../../../../shared/story/block.ts';
import type { BlockId } from '../../../../shared/story/ids.ts';
import { blankFields, type StoryFields } from '../../../../shared/story/story.ts';

/** A paragraph of plain words, by id. */
export function paragraph(id: string, text: string): Block {
  return { id: id as BlockId, type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] };
}

/** An editor with a story on it and every feature of the page registered; no document needed. */
export function openHeadless(blocks: readonly Block[], fields: Partial<StoryFields> = {}): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: [...EDITOR_NODES],
    onError(error) {
      throw error;
    },
  });
  registerEditing(editor);
  openStory(editor, { fields: { ...blankFields(), ...fields }, blocks: [...blocks] });
  return editor;
}

/** The same on a real (jsdom) document. */
export function openOnPage(blocks: readonly Block[], fields: Partial<StoryFields> = {}): LexicalEditor {
  const editor = createStoryEditor();
  registerEditing(editor);
  openStory(editor, { fields: { ...blankFields(), ...fields }, blocks: [...blocks] });
  const root = document.createElement('div');
  root.contentEditable = 'true';
  document.body.replaceChildren(root);
  editor.setRootElement(root);
  return editor;
}

/** What would be stored of the page now. */
export function readBlocks(editor: LexicalEditor): Block[] {
  return editor.getEditorState().read($readBlocks);
}

/** One step of editing, committed at once. */
export function edit(editor: LexicalEditor, change: () => void): void {
  editor.update(change, { discrete: true });
}
