import { $getSelection, $isRangeSelection, $isTextNode, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import { fillTemplate, type TemplateFacts } from '../../../shared/codes/fillTemplate.ts';
import type { AssetId } from '../../../shared/story/ids.ts';
import type { FieldEdits } from '../fields/FieldEdits.ts';
import type { PageField } from '../fields/pageFields.ts';
import { $fillCode } from './fillCode.ts';

interface CodePlace {
  readonly editor: LexicalEditor;
  readonly edits: FieldEdits;
  /** The field above the body that had the keyboard last; null where the body had it. */
  readonly field: HTMLTextAreaElement | null;
  readonly $facts: (picture: AssetId) => TemplateFacts;
}

/** Types what a code stands for where the writer was, as one step that can be undone. */
export function insertCode({ editor, edits, field, $facts }: CodePlace, code: string): void {
  if (field) {
    insertIntoField(edits, field, code);
    return;
  }
  editor.update(
    () => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      const { text, caret } = $fillCode(code, selection.anchor.getNode(), $facts);
      selection.insertText(text);
      const { anchor } = selection;
      const node = anchor.getNode();
      const offset = anchor.offset - (text.length - caret);
      if ($isTextNode(node) && offset >= 0) node.select(offset, offset);
    },
    { tag: HISTORY_PUSH_TAG },
  );
}

function insertIntoField(edits: FieldEdits, field: HTMLTextAreaElement, code: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const { text, caret } = fillTemplate(code, {});
  const name = field.dataset['storyField'] as PageField;
  edits.set(name, value.slice(0, selectionStart) + text + value.slice(selectionEnd), true);
  // After the field shows its new words.
  requestAnimationFrame(() => {
    field.focus();
    field.setSelectionRange(selectionStart + caret, selectionStart + caret);
  });
}
