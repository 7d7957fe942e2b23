import { describe, expect, it } from 'vitest';
import { putCaption } from '../../../../../renderer/editor/figure/putCaption.ts';
import { figure } from '../../../shared/checks/copyStory.ts';
import { openHeadless, paragraph, readBlocks, select, undo } from '../editorRig.ts';

const BOLD = { type: 'text' as const, text: 'Boats', marks: ['bold'] };

describe('a caption of the library', () => {
  it('takes the place of caption and credit of the picture the caret is in; one undo brings both back', () => {
    const editor = openHeadless([paragraph('a', 'Words.'), figure({ words: 'Old.' })]);
    select(editor, 'fig', 1, 1, 'credit');
    expect(putCaption(editor, { caption: [BOLD], credit: 'Dars' })).toBe(true);
    expect(readBlocks(editor)[1]).toMatchObject({ caption: [BOLD], credit: 'Dars', alt: 'Four men beside a boat' });
    undo(editor);
    expect(readBlocks(editor)[1]).toMatchObject({
      caption: [{ text: 'Old.' }],
      credit: 'Imran Dars / Keti Pictures',
    });
  });

  it('leaves what is there where it has nothing to say, and the page alone where the caret is in no picture', () => {
    const editor = openHeadless([paragraph('a', 'Words.'), figure({ words: 'Old.' })]);
    select(editor, 'a', 2);
    const before = readBlocks(editor);
    expect(putCaption(editor, { caption: [BOLD], credit: 'Dars' })).toBe(false);
    expect(readBlocks(editor)).toEqual(before);
    select(editor, 'fig', 0, 0, 'caption');
    putCaption(editor, { caption: [BOLD], credit: '' });
    expect(readBlocks(editor)[1]).toMatchObject({ caption: [BOLD], credit: 'Imran Dars / Keti Pictures' });
  });
});
