import { $setSelection, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical';
import type { Place } from '../../../shared/checks/finding.ts';
import { $selectBlock } from '../blocks/selectBlock.ts';
import { isPageField } from '../fields/pageFields.ts';
import { $createStretchSelection } from '../model/textOffsets.ts';
import { $findBlock } from '../model/topLevel.ts';
import { $placeElement } from './placeElement.ts';

/** Pixels that words brought into view keep from the page's edges. */
const AIR = 64;

/** Selects the words at a place, brings them into view and gives them the keyboard; false where the page has none such. */
export function revealPlace(editor: LexicalEditor, place: Place): boolean {
  const root = editor.getRootElement();
  if (!root) return false;
  if (place.in === 'field') return revealInField(root, place);
  let key: string | null = null;
  root.focus({ preventScroll: true });
  editor.update(
    () => {
      const element = $placeElement(place);
      const block = $findBlock(place.blockId);
      key = element?.getKey() ?? block?.getKey() ?? null;
      if (element) $setSelection($createStretchSelection(element, place));
      else if (block) $selectBlock(block);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  const element = key === null ? null : editor.getElementByKey(key);
  if (!element) return false;
  bringIntoView(root, element);
  return true;
}

function revealInField(root: HTMLElement, place: Extract<Place, { in: 'field' }>): boolean {
  if (!isPageField(place.field)) return false;
  const sheet = root.closest<HTMLElement>('.sheet') ?? root;
  const field = sheet.querySelector<HTMLTextAreaElement>(`[data-story-field="${place.field}"]`);
  if (!field) return false;
  field.focus();
  field.setSelectionRange(place.start, place.end);
  return true;
}

function bringIntoView(root: HTMLElement, element: HTMLElement): void {
  const scroller = root.closest<HTMLElement>('.page-scroll');
  if (!scroller) return;
  const view = scroller.getBoundingClientRect();
  const far = element.getBoundingClientRect();
  // A block far off is not laid out: its words have no place until it is near.
  if (far.bottom < view.top || far.top > view.bottom) element.scrollIntoView({ block: 'center' });
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).getBoundingClientRect() : null;
  const box = range && range.height > 0 ? range : element.getBoundingClientRect();
  if (box.top >= view.top + AIR && box.bottom <= view.bottom - AIR) return;
  scroller.scrollTop += box.top - view.top - scroller.clientHeight / 3;
}
