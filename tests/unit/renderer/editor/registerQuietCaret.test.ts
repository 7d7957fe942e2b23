// @vitest-environment jsdom
import type { LexicalEditor } from 'lexical';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerQuietCaret } from '../../../../renderer/editor/registerQuietCaret.ts';
import { openOnPage, paragraph, select } from './editorRig.ts';

let editor: LexicalEditor;
let heard = 0;
let stop: () => void;
const hear = () => (heard += 1);

beforeEach(() => {
  editor = openOnPage([paragraph('a', 'One two'), paragraph('b', 'three')]);
  stop = registerQuietCaret(editor);
  document.addEventListener('selectionchange', hear);
});

afterEach(() => {
  document.removeEventListener('selectionchange', hear);
  stop();
});

function drawCaret(block: number, offset: number, end = offset) {
  const text = document
    .createTreeWalker(editor.getRootElement()?.children[block] as Node, NodeFilter.SHOW_TEXT)
    .nextNode();
  if (text) getSelection()?.setBaseAndExtent(text, offset, text, end);
}

function input(inputType: string) {
  editor.getRootElement()?.dispatchEvent(new InputEvent('input', { inputType, bubbles: true }));
}

/** Whether the page heard that the selection changed. */
function tellOfChange(): boolean {
  heard = 0;
  document.dispatchEvent(new Event('selectionchange'));
  return heard > 0;
}

describe('a caret that stands where the editor has it', () => {
  it('is not told of after a letter', () => {
    select(editor, 'a', 3);
    drawCaret(0, 3);
    input('insertText');
    expect(tellOfChange()).toBe(false);
  });

  it('is told of when it was not typed', () => {
    select(editor, 'a', 3);
    drawCaret(0, 3);
    expect(tellOfChange()).toBe(true);
    input('insertText');
    tellOfChange();
    expect(tellOfChange()).toBe(true);
    input('deleteContentBackward');
    expect(tellOfChange()).toBe(true);
  });
});

describe('a caret that moved', () => {
  it('is told of: to another letter, another block, over some words', () => {
    for (const [block, offset, end] of [
      [0, 2],
      [1, 3],
      [0, 3, 7],
    ] as const) {
      select(editor, 'a', 3);
      drawCaret(block, offset, end);
      input('insertText');
      expect(tellOfChange()).toBe(true);
    }
  });

  it('from a selection is told of', () => {
    select(editor, 'a', 0, 3);
    drawCaret(0, 3);
    input('insertText');
    expect(tellOfChange()).toBe(true);
  });
});
