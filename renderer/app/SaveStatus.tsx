import { useEffect, useRef } from 'react';
import type { SaveState } from '../editor/storyEditorApi.ts';
import type { Signal } from '../ui/Signal.ts';

interface SaveStatusProps {
  readonly state: Signal<SaveState>;
}

/** How long (ms) the page must be at rest before "Saving…" turns to "Saved". */
const CALM_MS = 250;

/** Drawn once and then changed in place, behind React's back: the element must keep one and the same text node. */
const INITIAL = 'Saved';

function statusText(state: SaveState): string {
  if (state.kind === 'saved') return 'Saved';
  if (state.kind === 'saving') return 'Saving…';
  return `Not saved: ${state.reason}`;
}

/**
 * "Save status". "Saved" stands there only while everything on the page is on the disk; it goes with the first key, and
 * comes back after a moment of calm: a key in the flow of typing draws nothing here. Trouble is said at once.
 */
export function SaveStatus({ state }: SaveStatusProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let said: string | null = null;
    const say = (now: SaveState) => {
      const text = statusText(now);
      if (said === text || !line.current) return;
      said = text;
      if (line.current.firstChild) line.current.firstChild.nodeValue = text;
      line.current.title = text;
      line.current.dataset['kind'] = now.kind;
      // Speaking at each pause would drown the words; trouble is spoken.
      line.current.setAttribute('aria-live', now.kind === 'unsaved' ? 'assertive' : 'off');
    };
    const follow = () => {
      clearTimeout(timer);
      if (state.value.kind !== 'saved') say(state.value);
      else timer = setTimeout(() => say(state.value), CALM_MS);
    };
    say(state.value);
    const stop = state.subscribe(follow);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [state]);
  return (
    <p ref={line} className="save-status" role="status" aria-label="Save status" aria-live="off">
      {INITIAL}
    </p>
  );
}
