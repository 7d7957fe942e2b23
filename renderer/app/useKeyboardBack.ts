import { useEffect, useLayoutEffect, useRef } from 'react';
import type { StoryEditorHandle } from '../editor/storyEditorApi.ts';
import type { Signal } from '../ui/Signal.ts';

/** Gives the keyboard back to what had it when the page was held, or to its story; whoever has it meanwhile keeps it. */
export function useKeyboardBack(isHeld: boolean, handle: Signal<StoryEditorHandle | null>): void {
  const had = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isHeld) had.current = document.activeElement;
  }, [isHeld]);
  useEffect(() => {
    if (!isHeld) return undefined;
    return () => {
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (!isFree) return;
      const before = had.current;
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else handle.value?.focus();
    };
  }, [isHeld, handle]);
}
