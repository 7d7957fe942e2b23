import { mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  getDOMSelection,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Box } from '../../ui/placeBeside.ts';

interface FloatingSelection {
  /** Where the selection is drawn in the window; null while no bar should show. */
  readonly box: Box | null;
  /** Hides the bar until the selection changes. */
  dismiss(): void;
}

/** A caret, or nothing at all. The browser's own `isCollapsed` lays the page out first, at every key. */
function isOnlyCaret(selection: Selection | null): boolean {
  if (!selection) return true;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return anchorNode === focusNode && anchorOffset === focusOffset;
}

function $selectedText(): string {
  const selection = $getSelection();
  return $isRangeSelection(selection) && !selection.isCollapsed() ? selection.getTextContent().trim() : '';
}

/** The box of the drawn selection, or null when it is not inside `root`. */
function selectionBox(root: HTMLElement): Box | null {
  const selection = getDOMSelection(root.ownerDocument.defaultView);
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed || !root.contains(selection.anchorNode)) {
    return null;
  }
  const rects = Array.from(selection.getRangeAt(0).getClientRects()).filter((rect) => rect.width > 0);
  const [first] = rects;
  const last = rects.at(-1);
  if (!first || !last) return null;
  // Over several lines the bar keeps to the first, where it was when the selection began.
  const isOneLine = last.top < first.bottom;
  return isOneLine
    ? { left: first.left, right: last.right, top: first.top, bottom: last.bottom }
    : { left: first.left, right: first.right, top: first.top, bottom: last.bottom };
}

/**
 * Says where a bar over the selection belongs. Nothing while a pointer is down (the bar would run after the mouse),
 * while text is composed, or after Escape until the selection changes.
 */
export function useFloatingSelection(editor: LexicalEditor, isEntered: boolean): FloatingSelection {
  const [box, setBox] = useState<Box | null>(null);
  const isPointing = useRef(false);
  const dismissed = useRef<string | null>(null);
  const frame = useRef(0);
  const isDrawn = useRef(false);
  isDrawn.current = box !== null;

  const update = useCallback(() => {
    if (!isDrawn.current && isOnlyCaret(getDOMSelection(window))) {
      // A caret and no bar: somebody types, and a frame a key would be felt.
      cancelAnimationFrame(frame.current);
      dismissed.current = null;
      return;
    }
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const root = editor.getRootElement();
      const hasFocus = root !== null && (isEntered || root === document.activeElement);
      const text = hasFocus && !isPointing.current && !editor.isComposing() ? editor.read($selectedText) : '';
      if (text !== dismissed.current) dismissed.current = null;
      setBox(text === '' || dismissed.current !== null || !root ? null : selectionBox(root));
    });
  }, [editor, isEntered]);

  const dismiss = useCallback(() => {
    dismissed.current = editor.read($selectedText);
    setBox(null);
  }, [editor]);

  useEffect(() => {
    const down = (event: PointerEvent) => {
      if (!(event.target instanceof Node && editor.getRootElement()?.contains(event.target))) return;
      isPointing.current = true;
      setBox(null);
    };
    const up = () => {
      isPointing.current = false;
      update();
    };
    document.addEventListener('pointerdown', down, true);
    document.addEventListener('pointerup', up, true);
    document.addEventListener('pointercancel', up, true);
    document.addEventListener('selectionchange', update);
    document.addEventListener('focusin', update);
    window.addEventListener('scroll', update, true);
    window.addEventListener('resize', update);
    return () => {
      cancelAnimationFrame(frame.current);
      document.removeEventListener('pointerdown', down, true);
      document.removeEventListener('pointerup', up, true);
      document.removeEventListener('pointercancel', up, true);
      document.removeEventListener('selectionchange', update);
      document.removeEventListener('focusin', update);
      window.removeEventListener('scroll', update, true);
      window.removeEventListener('resize', update);
    };
  }, [editor, update]);

  const isShown = box !== null;
  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
          if (dirtyElements.size > 0 || dirtyLeaves.size > 0) update();
        }),
        editor.registerCommand(
          KEY_ESCAPE_COMMAND,
          (event) => {
            if (!isShown) return false;
            event.preventDefault();
            dismiss();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, update, dismiss, isShown],
  );

  return { box, dismiss };
}
