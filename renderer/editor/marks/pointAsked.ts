import type { Place } from '../../../shared/checks/finding.ts';
import { fieldKey } from './markGroups.ts';

/** The point somebody wants a menu for. */
export interface AskedPoint {
  /** Of the field (`fieldKey`); null: of the block with the caret. */
  readonly key: string | null;
  /** Whether a mark, drawn as `range`, lies there. */
  readonly holds: (range: Range, place: Place) => boolean;
  /** Where the mouse is in the window; null where the keyboard asked. */
  readonly at: { readonly x: number; readonly y: number } | null;
  /** What had the keyboard. */
  readonly returnTo: HTMLElement;
}

/**
 * The point a context menu is asked for: the browser has put the caret under the mouse by then, so both the mouse and the keyboard
 * mean the caret. null where there is none.
 */
export function pointAsked(event: MouseEvent): AskedPoint | null {
  const { target, button, clientX: x, clientY: y } = event;
  if (!(target instanceof Element)) return null;
  const at = button === 2 ? { x, y } : null;
  const field = target.closest<HTMLTextAreaElement>('[data-story-field]');
  if (field) {
    const { selectionStart: caret } = field;
    const name = field.dataset['storyField'] ?? '';
    const holds = (_range: Range, place: Place) => {
      return place.in === 'field' && place.field === name && place.start <= caret && caret <= place.end;
    };
    return { key: fieldKey(name), holds, at, returnTo: field };
  }
  const editable = target.closest<HTMLElement>('[contenteditable="true"]');
  const selection = document.getSelection();
  const node = selection?.focusNode;
  if (!editable || !node) return null;
  const offset = selection.focusOffset;
  return { key: null, holds: (range) => range.isPointInRange(node, offset), at, returnTo: editable };
}
