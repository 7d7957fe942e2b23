// @vitest-environment jsdom
import { KEY_ENTER_COMMAND } from 'lexical';
import { expect, it } from 'vitest';
import { edit, openOnPage, outline, paragraph, select } from './editorRig.ts';

it.each([{ ctrlKey: true, shiftKey: true }, { metaKey: true, shiftKey: true }, { ctrlKey: true }])(
  'Enter with %o makes no line and goes on to who listens above',
  (modifiers) => {
    const editor = openOnPage([paragraph('one', 'Some words')]);
    select(editor, 'one', 4);
    const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...modifiers });
    edit(editor, () => editor.dispatchCommand(KEY_ENTER_COMMAND, event));
    expect(outline(editor, ['one'])).toEqual(['one paragraph: Some words']);
    expect(event.defaultPrevented).toBe(false);
  },
);

it('Enter alone still makes one', () => {
  const editor = openOnPage([paragraph('one', 'Some words')]);
  select(editor, 'one', 4);
  const event = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
  edit(editor, () => editor.dispatchCommand(KEY_ENTER_COMMAND, event));
  expect(outline(editor, ['one'])).toEqual(['one paragraph: Some', 'new paragraph:  words']);
});
