import { $getSelection, PASTE_TAG, type LexicalEditor } from 'lexical';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerCodes } from '../../../../../renderer/editor/codes/registerCodes.ts';
import { CodeList } from '../../../../../shared/codes/CodeList.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { figure } from '../../../shared/checks/copyStory.ts';
import { openHeadless, paragraph, readBlocks, redo, select, type, undo } from '../editorRig.ts';

const CODES = new CodeList([
  { code: 'pm', texts: ['Anneliese Noor, the prime minister', 'Ms Noor'] },
  { code: 'cap', texts: ['{} in {city}, on {date}.'] },
]);
let editor: LexicalEditor;

const texts = () => readBlocks(editor).map(blockText);

beforeEach(() => {
  editor = openHeadless([paragraph('a', 'Said  today.'), figure({ words: '' })]);
  const $facts = () => ({ city: 'Keti', date: 'March 3, 2026' });
  registerCodes(editor, { find: (before) => CODES.typedAtEnd(before), $facts });
});

describe('a code that is typed', () => {
  it('becomes what it stands for at its second backslash, and one undo gives it back', () => {
    select(editor, 'a', 5);
    type(editor, '\\pm\\');
    expect(texts()[0]).toBe('Said Anneliese Noor, the prime minister today.');
    type(editor, '!');
    expect(texts()[0]).toBe('Said Anneliese Noor, the prime minister! today.');
    undo(editor);
    undo(editor);
    expect(texts()[0]).toBe('Said \\pm\\ today.');
    redo(editor);
    expect(texts()[0]).toBe('Said Anneliese Noor, the prime minister today.');
  });

  it('is replaced in a caption and in a credit, by the text that was picked', () => {
    for (const slot of ['caption', 'credit'] as const) {
      select(editor, 'fig', 500, 500, slot);
      type(editor, ' \\PM#2\\');
    }
    expect(texts()[1]).toContain('Ms Noor');
    expect(readBlocks(editor)[1]).toMatchObject({ credit: 'Imran Dars / Keti Pictures Ms Noor' });
  });

  it('is filled by the picture in a caption, with the caret where the words are still to come', () => {
    select(editor, 'fig', 0, 500, 'caption');
    type(editor, '\\cap\\');
    type(editor, 'Boats');
    expect(blockText(readBlocks(editor)[1] ?? paragraph('x', ''))).toContain('Boats in Keti, on March 3, 2026.');
    select(editor, 'a', 5);
    type(editor, '\\cap\\');
    expect(texts()[0]).toBe('Said  in TK city, on TK date. today.');
  });

  it('stays where no list has it, and where it was pasted', () => {
    select(editor, 'a', 5);
    type(editor, '\\who\\');
    expect(texts()[0]).toBe('Said \\who\\ today.');
    select(editor, 'a', 5, 10);
    editor.update(() => $getSelection()?.insertText('\\pm\\'), { discrete: true, tag: PASTE_TAG });
    expect(texts()[0]).toBe('Said \\pm\\ today.');
  });
});
