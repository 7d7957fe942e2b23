import { $getSelection, $isElementNode, $isRangeSelection, type LexicalEditor } from 'lexical';
import { isPageField } from '../fields/pageFields.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround } from '../model/topLevel.ts';
import type { Spot } from './Match.ts';

/** Where the writer is, and the words they have selected there: `words` is empty when none are, or several lines. */
export interface OpeningSpot {
  readonly start: Spot;
  readonly end: Spot;
  readonly words: string;
}

/** Longest selection that is taken for something to look for. */
const MAX_LENGTH = 200;

const START: Spot = { place: { kind: 'field', name: 'headline' }, offset: 0 };

function oneLine(text: string): string {
  return text.length > MAX_LENGTH || /[\n\r\t]/.test(text) || text.trim() === '' ? '' : text;
}

function spotInField(): OpeningSpot | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const name = field.dataset['storyField'] as keyof StoryFields | undefined;
  if (!name || !isPageField(name)) return null;
  const { selectionStart, selectionEnd, value } = field;
  const place = { kind: 'field', name } as const;
  return {
    start: { place, offset: selectionStart },
    end: { place, offset: selectionEnd },
    words: oneLine(value.slice(selectionStart, selectionEnd)),
  };
}

/** Where the keyboard is: in a field above the body, else where the body's caret is, else at the start of the story. */
export function readOpeningSpot(editor: LexicalEditor): OpeningSpot {
  const inField = spotInField();
  if (inField) return inField;
  return editor.getEditorState().read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return { start: START, end: START, words: '' };
    const points = [selection.anchor, selection.focus];
    if (selection.isBackward()) points.reverse();
    const [start, end] = points.map((point): Spot => {
      const block = $blockAround(point.getNode());
      if (!$isElementNode(block)) return START;
      return { place: { kind: 'block', key: block.getKey() }, offset: $offsetOfPoint(block, point) };
    });
    return { start: start ?? START, end: end ?? START, words: oneLine(selection.getTextContent()) };
  });
}
