import { HISTORIC_TAG, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { TypedCode } from '../../../shared/codes/CodeList.ts';
import { fillTemplate } from '../../../shared/codes/fillTemplate.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { $getFields } from '../model/storyFields.ts';
import { enterBody } from './bodyBorder.ts';
import { changeEnd } from './fieldCaret.ts';
import type { FieldEdits } from './FieldEdits.ts';
import { PAGE_FIELD_LABELS, PAGE_FIELDS, type PageField } from './pageFields.ts';
import { watchFields } from './watchFields.ts';

interface FieldsHeadProps {
  readonly editor: LexicalEditor;
  readonly edits: FieldEdits;
  readonly codeAtEnd: (before: string) => TypedCode | null;
}

interface Caret {
  readonly name: PageField;
  readonly offset: number;
}

/** One line, whatever was pasted. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}

/**
 * The story's furniture above the body: headline, deck, dateline, byline. The values live in the editor's state, so undo
 * walks through them as through the body and comes back to the field it changed.
 */
export function FieldsHead({ editor, edits, codeAtEnd }: FieldsHeadProps) {
  const [fields, setFields] = useState<StoryFields>(() => editor.read($getFields));
  const [caret, setCaret] = useState<Caret | null>(null);
  const inputs = useRef(new Map<PageField, HTMLTextAreaElement>());

  useEffect(() => watchFields(editor, setFields), [editor]);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
        if (!tags.has(HISTORIC_TAG)) return;
        const before = prevEditorState.read($getFields);
        const now = editorState.read($getFields);
        const name = PAGE_FIELDS.find((field) => before[field] !== now[field]);
        if (name) setCaret({ name, offset: changeEnd(before[name], now[name]) });
      }),
    [editor],
  );

  // After the field shows the restored words: before that the caret would be put into the old ones.
  useLayoutEffect(() => {
    if (!caret) return;
    const input = inputs.current.get(caret.name);
    input?.focus();
    input?.setSelectionRange(caret.offset, caret.offset);
    setCaret(null);
  }, [caret]);

  function change(name: PageField, event: ChangeEvent<HTMLTextAreaElement>): void {
    const { inputType } = event.nativeEvent as InputEvent;
    const isStep = inputType === 'insertFromPaste' || inputType === 'insertFromDrop' || inputType === 'deleteByCut';
    const words = oneLine(event.target.value);
    edits.set(name, words, isStep);
    const { selectionStart } = event.target;
    const code = inputType === 'insertText' ? codeAtEnd(words.slice(0, selectionStart)) : null;
    if (!code) return;
    // A step of its own: one undo gives back what was typed.
    const { text, caret: offset } = fillTemplate(code.text, {});
    edits.set(name, words.slice(0, code.start) + text + words.slice(selectionStart), true);
    setCaret({ name, offset: code.start + offset });
  }

  function enter(index: number, side: 'start' | 'end'): boolean {
    const name = PAGE_FIELDS[index];
    const input = name && inputs.current.get(name);
    if (!input) return false;
    const offset = side === 'start' ? 0 : input.value.length;
    input.focus();
    input.setSelectionRange(offset, offset);
    return true;
  }

  function walk(index: number, event: KeyboardEvent<HTMLTextAreaElement>): void {
    const input = event.currentTarget;
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (!enter(index + 1, 'start')) enterBody(editor);
    } else if (isPlain && event.key === 'Backspace' && input.value === '') {
      if (enter(index - 1, 'end')) event.preventDefault();
    } else if (isPlain && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const { selectionStart, selectionEnd } = input;
      const by = event.key === 'ArrowDown' ? 1 : -1;
      // Whether there is another line in that direction only the browser knows: it has moved the caret or it has not.
      requestAnimationFrame(() => {
        const stayed = input.selectionStart === selectionStart && input.selectionEnd === selectionEnd;
        if (!stayed || document.activeElement !== input) return;
        if (!enter(index + by, by > 0 ? 'start' : 'end') && by > 0) enterBody(editor);
      });
    } else {
      undoOrRedo(event);
    }
  }

  function undoOrRedo(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isCommand || (key !== 'z' && key !== 'y')) return;
    // The browser's own undo knows this field only; the story has one history.
    event.preventDefault();
    editor.dispatchCommand(key === 'y' || event.shiftKey ? REDO_COMMAND : UNDO_COMMAND, undefined);
  }

  return (
    <header className="story-head">
      {PAGE_FIELDS.map((name, index) => (
        <textarea
          key={name}
          ref={(input) => {
            if (input) inputs.current.set(name, input);
            else inputs.current.delete(name);
          }}
          className={`story-field story-${name}`}
          data-story-field={name}
          aria-label={PAGE_FIELD_LABELS[name].label}
          placeholder={PAGE_FIELD_LABELS[name].placeholder}
          rows={1}
          dir="auto"
          spellCheck={false}
          value={fields[name]}
          onChange={(event) => change(name, event)}
          onKeyDown={(event) => walk(index, event)}
          onBeforeInput={(event) => {
            const { inputType } = event.nativeEvent;
            if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return;
            event.preventDefault();
            editor.dispatchCommand(inputType === 'historyUndo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
          }}
        />
      ))}
    </header>
  );
}
