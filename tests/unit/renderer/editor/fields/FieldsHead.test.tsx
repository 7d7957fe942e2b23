// @vitest-environment jsdom
import type { LexicalEditor } from 'lexical';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerBodyBorder } from '../../../../../renderer/editor/fields/bodyBorder.ts';
import { FieldEdits } from '../../../../../renderer/editor/fields/FieldEdits.ts';
import { FieldsHead } from '../../../../../renderer/editor/fields/FieldsHead.tsx';
import { $getFields } from '../../../../../renderer/editor/model/storyFields.ts';
import { CodeList } from '../../../../../shared/codes/CodeList.ts';
import { caret, openOnPage, outline, paragraph, press, readBlocks, redo, select, type, undo } from '../editorRig.ts';

const CODES = new CodeList([{ code: 'kb', texts: ['Keti Bandar'] }]);

let root: Root;
let editor: LexicalEditor;
let edits: FieldEdits;
let now = 0;

function open(blocks = [paragraph('a', 'Body')]): void {
  editor = openOnPage(blocks);
  registerBodyBorder(editor);
  edits = new FieldEdits(editor, () => now);
  const sheet = document.createElement('article');
  sheet.className = 'sheet';
  const head = document.createElement('div');
  const body = editor.getRootElement();
  if (body) sheet.append(head, body);
  document.body.replaceChildren(sheet);
  root = createRoot(head);
  act(() => root.render(<FieldsHead editor={editor} edits={edits} codeAtEnd={(before) => CODES.typedAtEnd(before)} />));
}

function field(name: string): HTMLTextAreaElement {
  const found = document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${name}"]`);
  if (!found) throw new Error(`There is no field ${name}`);
  return found;
}

/** Types into a field at its end, a key at a time. */
function typeIn(name: string, text: string, inputType = 'insertText'): void {
  const input = field(name);
  input.focus();
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  for (const part of inputType === 'insertText' ? text : [text]) {
    act(() => {
      set?.call(input, input.value + part);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: part }));
    });
  }
}

function pressIn(name: string, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  act(() => {
    field(name).dispatchEvent(event);
  });
  return event.defaultPrevented;
}

const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  now = 0;
});
afterEach(() => {
  act(() => root.unmount());
  edits.stop();
});

describe('the fields above the body', () => {
  it('put what a code stands for in its place, and undo gives the code back', () => {
    open();
    typeIn('Dateline', 'From \\kb\\');
    expect(field('Dateline').value).toBe('From Keti Bandar');
    expect(field('Dateline').selectionStart).toBe(16);
    typeIn('Dateline', ', 3 June');
    act(() => undo(editor));
    act(() => undo(editor));
    expect(field('Dateline').value).toBe('From \\kb\\');
    typeIn('Deck', '\\kb\\', 'insertFromPaste');
    expect(field('Deck').value).toBe('\\kb\\');
  });

  it('are named as the screen speaks them and show the story’s own', () => {
    open();
    expect([...document.querySelectorAll('textarea')].map((input) => input.getAttribute('aria-label'))).toEqual([
      'Headline',
      'Deck',
      'Dateline',
      'Byline',
    ]);
  });

  it('write into the story what is typed', () => {
    open();
    typeIn('Headline', 'Three years');
    expect(editor.read($getFields).headline).toBe('Three years');
    expect(field('Headline').value).toBe('Three years');
  });

  it('show what is set from elsewhere', () => {
    open();
    act(() => edits.set('byline', 'Somebody'));
    expect(field('Byline').value).toBe('Somebody');
  });

  it('hold one line, whatever is pasted', () => {
    open();
    typeIn('Deck', 'one\n  two\r\nthree', 'insertFromPaste');
    expect(field('Deck').value).toBe('one two three');
  });

  it('Enter goes from field to field and into the body', () => {
    open();
    field('Headline').focus();
    for (const [name, next] of [
      ['Headline', 'Deck'],
      ['Deck', 'Dateline'],
      ['Dateline', 'Byline'],
    ] as const) {
      expect(pressIn(name, 'Enter')).toBe(true);
      expect(focused()).toBe(next);
    }
    pressIn('Byline', 'Enter');
    expect(document.activeElement).toBe(editor.getRootElement());
    expect(caret(editor)).toBe('a 0');
  });

  it('Enter belongs to the input method while it composes', () => {
    open();
    field('Headline').focus();
    expect(pressIn('Headline', 'Enter', { isComposing: true })).toBe(false);
    expect(focused()).toBe('Headline');
  });

  it('Backspace in an empty field goes back to the one before', () => {
    open();
    typeIn('Headline', 'H');
    field('Deck').focus();
    pressIn('Deck', 'Backspace');
    expect(focused()).toBe('Headline');
    expect(field('Headline').selectionStart).toBe(1);
  });
});

describe('between the body and the fields', () => {
  it('Backspace in the empty first paragraph goes back to the byline and takes the paragraph along', () => {
    open([paragraph('a', ''), paragraph('b', 'Second')]);
    select(editor, 'a', 0);
    press(editor, 'Backspace');
    expect(focused()).toBe('Byline');
    expect(outline(editor, ['b'])).toEqual(['b paragraph: Second']);
  });

  it('keeps the only paragraph there is', () => {
    open([paragraph('a', '')]);
    select(editor, 'a', 0);
    press(editor, 'Backspace');
    expect(focused()).toBe('Byline');
    expect(readBlocks(editor)).toHaveLength(1);
  });

  it('does nothing of the kind to a paragraph with words', () => {
    open();
    select(editor, 'a', 0);
    field('Headline').blur();
    press(editor, 'Backspace');
    expect(focused()).not.toBe('Byline');
    expect(readBlocks(editor)).toEqual([paragraph('a', 'Body')]);
  });
});

describe('one history over everything', () => {
  it('undoes the last change wherever it was and moves there', () => {
    open();
    typeIn('Headline', 'Head');
    now += 5000;
    select(editor, 'a', 4);
    type(editor, '!');
    now += 5000;
    typeIn('Deck', 'Deck');
    field('Byline').focus();
    act(() => undo(editor));
    expect([field('Headline').value, field('Deck').value, focused()]).toEqual(['Head', '', 'Deck']);
    act(() => undo(editor));
    expect(readBlocks(editor)).toEqual([paragraph('a', 'Body')]);
    expect(field('Headline').value).toBe('Head');
    act(() => undo(editor));
    expect([field('Headline').value, focused()]).toEqual(['', 'Headline']);
    act(() => redo(editor));
    act(() => redo(editor));
    act(() => redo(editor));
    expect([field('Headline').value, field('Deck').value, focused()]).toEqual(['Head', 'Deck', 'Deck']);
    expect(readBlocks(editor)).toEqual([paragraph('a', 'Body!')]);
  });

  it('leaves the status and whose hands the story is in as a step gave them, and can be done again past it', async () => {
    open();
    typeIn('Headline', 'One');
    now += 5000;
    act(() => edits.set('status', 'submitted'));
    act(() => edits.set('assignee', 'Leila'));
    now += 5000;
    typeIn('Deck', 'Two');
    const read = () => {
      const { headline, deck, status, assignee } = editor.read($getFields);
      return [headline, deck, status, assignee];
    };
    const settled = () => act(() => Promise.resolve());
    act(() => undo(editor));
    await settled();
    expect(read()).toEqual(['One', '', 'submitted', 'Leila']);
    act(() => undo(editor));
    await settled();
    expect(read()).toEqual(['', '', 'submitted', 'Leila']);
    act(() => redo(editor));
    act(() => redo(editor));
    await settled();
    expect(read()).toEqual(['One', 'Two', 'submitted', 'Leila']);
  });

  it('takes a burst of typing in a field back at once, and a pause begins a new one', () => {
    open();
    typeIn('Headline', 'one ');
    now += 1000;
    typeIn('Headline', 'two');
    act(() => undo(editor));
    expect(field('Headline').value).toBe('one ');
    act(() => undo(editor));
    expect(field('Headline').value).toBe('');
  });

  it('a paste is a step of its own', () => {
    open();
    typeIn('Headline', 'one ');
    typeIn('Headline', 'pasted', 'insertFromPaste');
    act(() => undo(editor));
    expect(field('Headline').value).toBe('one ');
  });

  it('Ctrl+Z in a field asks the story’s history, not the browser’s', () => {
    open();
    typeIn('Headline', 'Head');
    expect(pressIn('Deck', 'z', { ctrlKey: true })).toBe(true);
    act(() => editor.read(() => undefined));
    expect(field('Headline').value).toBe('');
    expect(pressIn('Deck', 'z', { ctrlKey: true, shiftKey: true })).toBe(true);
    act(() => editor.read(() => undefined));
    expect(field('Headline').value).toBe('Head');
  });

  it('puts the caret where the words came back', () => {
    open();
    typeIn('Headline', 'abc');
    now += 1000;
    act(() => edits.set('headline', 'aXbc'));
    act(() => undo(editor));
    expect([field('Headline').value, field('Headline').selectionStart]).toEqual(['abc', 1]);
  });
});
