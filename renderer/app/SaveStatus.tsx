import { useEffect, useRef, useState } from 'react';
import type { SaveState } from '../editor/storyEditorApi.ts';
import type { Signal } from '../ui/Signal.ts';

interface SaveStatusProps {
  readonly state: Signal<SaveState>;
}

/** How long (ms) the page must be at rest before what is drawn turns from "Saving…" to "Saved". */
const CALM_MS = 400;

/** Drawn once and then changed in place, behind React's back: the element must keep one and the same text node. */
const INITIAL = 'Saved';

function statusText(state: SaveState): string {
  if (state.kind === 'saved') return 'Saved';
  if (state.kind === 'saving') return 'Saving…';
  return `Not saved: ${state.reason}`;
}

/**
 * "Save status". The text (what assistive technology and tests read) is exact at every moment: "Saved" stands there only
 * while everything on the page is on the disk. What is drawn is the same, but does not flicker with every key: it goes to
 * "Saved" only after a moment of calm, and never before the text does. A key press costs one text change and draws nothing.
 */
export function SaveStatus({ state }: SaveStatusProps) {
  const exact = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState<SaveState>(state.value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      const now = state.value;
      const words = exact.current?.firstChild;
      if (words) words.nodeValue = statusText(now);
      clearTimeout(timer);
      if (now.kind === 'saved') timer = setTimeout(() => setDrawn(now), CALM_MS);
      else setDrawn((before) => (before.kind === now.kind && now.kind === 'saving' ? before : now));
    };
    follow();
    const stop = state.subscribe(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [state]);
  return (
    <p
      className="save-status"
      role="status"
      aria-label="Save status"
      // Speaking at each key press would drown the words; trouble is spoken.
      aria-live={drawn.kind === 'unsaved' ? 'assertive' : 'off'}
      data-kind={drawn.kind}
      title={statusText(drawn)}
    >
      <span ref={exact} className="visually-hidden">
        {INITIAL}
      </span>
      <span className="save-status-drawn" aria-hidden data-text={statusText(drawn)} />
    </p>
  );
}
