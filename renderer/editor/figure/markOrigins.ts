import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import type { FieldOrigin } from '../../../shared/story/block.ts';
import { $isFigureNode, FIGURE_FIELDS } from '../nodes/FigureNode.ts';
import { $findSlot } from '../nodes/slots.ts';
import { labelSlot } from './recording/labelSlot.ts';

/** Whose words a field holds; nothing is said of those somebody typed. */
const ORIGIN_LABELS: Readonly<Record<FieldOrigin, string>> = {
  embedded: 'From the picture file',
  house: 'Remembered for this picture',
  typed: '',
};

/** Alt text is read out in one go; beyond this many characters it should be shorter, or be a caption. */
const LONG_ALT = 125;

function countAlt(length: number, isBehind: boolean): string {
  const count = `${length} ${length === 1 ? 'character' : 'characters'}`;
  const said = length > LONG_ALT ? `${count}: long for alt text, which is read out in one go` : count;
  return isBehind ? ` · ${said}` : said;
}

function setData(element: HTMLElement, name: string, value: string): void {
  if (value === '') delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}

/** Shows at each field of these figures where its words came from, and what it is called for what they hold. */
export function markOrigins(editor: LexicalEditor, keys: Iterable<NodeKey>): void {
  editor.getEditorState().read(() => {
    for (const key of keys) {
      const figure = $getNodeByKey(key);
      if (!$isFigureNode(figure)) continue;
      const origin = figure.getOrigin();
      const plays = figure.getPlays();
      for (const field of FIGURE_FIELDS) {
        const slot = $findSlot(figure, field);
        const element = slot && editor.getElementByKey(slot.getKey());
        if (!element) continue;
        labelSlot(field, element, plays);
        const from = ORIGIN_LABELS[origin[field] ?? 'typed'];
        // A description of a recording may be a transcript, as long as it is.
        const isCounted = field === 'alt' && plays.medium === undefined;
        const length = isCounted ? slot.getTextContent().trim().length : 0;
        element.toggleAttribute('data-long', length > LONG_ALT);
        setData(element, 'origin', from);
        setData(element, 'count', length > 0 ? countAlt(length, from !== '') : '');
      }
    }
  });
}
