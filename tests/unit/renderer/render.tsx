import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach } from 'vitest';

declare global {
  // React asks for this flag before it lets tests wait for it with `act`.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const undo: (() => Promise<void>)[] = [];

afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.();
});

/** Draws a component into the document for one test; taken away after it. */
export async function render(
  node: ReactNode,
): Promise<{ readonly root: HTMLElement; draw(node: ReactNode): Promise<void> }> {
  const root = document.createElement('div');
  document.body.append(root);
  const react = createRoot(root);
  const draw = (next: ReactNode) => act(async () => react.render(next));
  await draw(node);
  undo.push(async () => {
    await act(async () => react.unmount());
    root.remove();
  });
  return { root, draw };
}

/** The one element of this selector; throws when there is none or more. */
export function the<Kind extends Element = HTMLElement>(selector: string): Kind {
  const found = document.querySelectorAll<Kind>(selector);
  const [only] = found;
  if (!only || found.length !== 1) throw new Error(`${found.length} elements for ${selector}`);
  return only;
}

/** A button by the words on it, or by its accessible name. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].filter(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  const [only] = found;
  if (!only || found.length !== 1) throw new Error(`${found.length} buttons named ${name}`);
  return only;
}

/** A control by its label. */
export function field<Kind extends HTMLElement = HTMLInputElement>(label: string): Kind {
  const found = [...document.querySelectorAll('label')].filter((one) => one.textContent?.trim() === label);
  const control =
    document.querySelector<Kind>(`[aria-label="${label}"]`) ?? (found[0]?.control as Kind | null | undefined);
  if (!control) throw new Error(`No control labelled ${label}`);
  return control;
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
}

/** Puts a value into an input as typing does. */
export async function type(input: HTMLInputElement | HTMLTextAreaElement, value: string): Promise<void> {
  await act(async () => {
    const proto = Object.getPrototypeOf(input) as object;
    // React watches the property on the element itself; the prototype's setter passes it by.
    Object.getOwnPropertyDescriptor(proto, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

export async function press(element: Element, key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  });
}
