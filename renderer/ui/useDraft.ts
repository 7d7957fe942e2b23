import { useRef, useState } from 'react';

/**
 * The text of an input whose truth lives elsewhere and comes back a moment later: keys show at once and the caret stays
 * where it is, while a change from outside (undo, another story) still replaces what is shown.
 */
export function useDraft(
  value: string,
  commit: (text: string, isStep: boolean) => void,
): [string, (text: string, isStep?: boolean) => void] {
  const [draft, setDraft] = useState(value);
  const [seen, setSeen] = useState(value);
  /** What was handed out and has not come back yet; an echo of it is no change from outside. */
  const underway = useRef<string[]>([]);
  let shown = draft;
  if (value !== seen) {
    setSeen(value);
    const echo = underway.current.indexOf(value);
    underway.current = echo === -1 ? [] : underway.current.slice(echo + 1);
    if (echo === -1) {
      shown = value;
      setDraft(value);
    }
  }
  return [
    shown,
    (text, isStep = false) => {
      underway.current.push(text);
      setDraft(text);
      commit(text, isStep);
    },
  ];
}
