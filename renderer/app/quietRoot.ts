import { createRoot, type Root } from 'react-dom/client';

/**
 * What a key says while it is being typed. React listens to each of these at the top of the page, on the way down and on the
 * way up, and searches its tree every time; the editor has heard them on its own body.
 */
const KEY_EVENTS = new Set(['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup', 'selectionchange']);

/** Whether somebody writes in an editor: in a text that is no field of a form. */
function isWriting({ target }: Event): boolean {
  const element = target instanceof Document ? target.activeElement : target;
  return element instanceof Element && element.getAttribute('contenteditable') === 'true';
}

/** Lets what listens here from now on hear nothing of the keys that are typed in an editor; answers its undo. */
function muffle(target: EventTarget): () => void {
  const listen = target.addEventListener;
  target.addEventListener = (type, listener, options) => {
    if (typeof listener !== 'function' || !KEY_EVENTS.has(type)) {
      listen.call(target, type, listener, options);
      return;
    }
    // Letters on their way down are nobody's business; keys are, in tabs and radio groups.
    if (options === true && type !== 'keydown') return;
    const heard = (event: Event) => {
      if (!isWriting(event)) listener.call(target, event);
    };
    listen.call(target, type, heard, options);
  };
  return () => {
    target.addEventListener = listen;
  };
}

/**
 * A React root that does not hear the keys typed in an editor. React adds its listeners while the root is made, once and for
 * good; a component that wants to know of such a key listens to the editor, or to the window as shortcuts do.
 */
export function createQuietRoot(container: HTMLElement): Root {
  const restores = [container, container.ownerDocument].map(muffle);
  try {
    return createRoot(container);
  } finally {
    for (const restore of restores) restore();
  }
}
