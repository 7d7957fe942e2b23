import { $getSelection, PASTE_TAG, type LexicalEditor } from 'lexical';
import { beforeEach, describe, expect, it } from 'vitest';
import { registerCodes } from '../../../../../renderer/editor/codes/registerCodes.ts';
import { CodeList } from '../../../../../shared/codes/CodeList.ts';
import { blockText } from '../../../../../shared/story/plainText.ts';
import { figure } from '../../../shared/checks/copyStory.ts';
import { openHeadless, paragraph, readBlocks, redo, select, type, undo } from '../editorRig.ts';

const CODES = new CodeList([{ code: 'pm', texts: ['Anneliese Noor, the prime minister', 'Ms Noor'] }]);
let editor: LexicalEditor;

const texts = () => readBlocks(editor).map(blockText);

beforeEach(() => {
  editor = openHeadless([paragraph('a', 'Said  today.'), figure({ words: '' })]);
  registerCodes(editor, (before) => CODES.typedAtEnd(before));
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

  it('stays where no list has it, and where it was pasted', () => {
    select(editor, 'a', 5);
    type(editor, '\\who\\');
    expect(texts()[0]).toBe('Said \\who\\ today.');
    select(editor, 'a', 5, 10);
    editor.update(() => $getSelection()?.insertText('\\pm\\'), { discrete: true, tag: PASTE_TAG });
    expect(texts()[0]).toBe('Said \\pm\\ today.');
  });
});
