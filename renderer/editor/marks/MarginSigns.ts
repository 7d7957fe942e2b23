import type { OpenMarks } from '../storyEditorApi.ts';
import { countOf, levelOf, type MarkGroup } from './markGroups.ts';

/** A group and where its sign goes. */
interface PlacedGroup {
  readonly group: MarkGroup;
  /** Which of all groups it is, from 0. */
  readonly order: number;
  /** The middle of the sign, in pixels from the window's top. */
  readonly top: number;
}

/** Half the height of a sign, in pixels. */
const HALF = 12;

/** The signs in the margin: one tab stop, arrows go from one to the next, Enter and a click open one. */
export class MarginSigns {
  onOpen: OpenMarks = () => undefined;
  readonly #layer = document.createElement('div');
  readonly #signs = new Map<string, { readonly button: HTMLButtonElement; group: MarkGroup }>();

  constructor(private readonly sheet: HTMLElement) {
    this.#layer.className = 'margin-signs';
    this.#layer.setAttribute('role', 'toolbar');
    this.#layer.setAttribute('aria-label', 'Findings in the margin');
    this.#layer.setAttribute('aria-orientation', 'vertical');
    this.#layer.addEventListener('keydown', (event) => this.#onKey(event));
    // The words keep their selection while a sign is pressed.
    this.#layer.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** Shows these signs and no others; one that stays is the same element. */
  draw(placed: readonly PlacedGroup[]): void {
    const wanted = new Set(placed.map(({ group }) => group.key));
    for (const [key, { button }] of this.#signs) {
      if (wanted.has(key)) continue;
      button.remove();
      this.#signs.delete(key);
    }
    const zero = this.sheet.getBoundingClientRect().top;
    for (const { group, order, top } of placed) {
      const button = this.#buttonOf(group);
      const count = String(group.marks.length);
      const text = group.marks.length > 1 ? count : '';
      const messages = group.marks.map(({ mark }) => mark.message).join(' ');
      if (button.textContent !== text) button.textContent = text;
      button.dataset['level'] = levelOf(group);
      // The words of a finding are its description: as a name they would be taken for the tools they speak of.
      button.setAttribute('aria-label', `Mark ${order + 1}: ${countOf(group)}`);
      button.setAttribute('aria-description', messages);
      button.title = messages;
      button.style.top = `${Math.round(top - zero - HALF)}px`;
      button.style.order = String(order);
    }
    this.#keepOneStop();
    if (placed.length > 0 && !this.#layer.isConnected) this.sheet.append(this.#layer);
    if (placed.length === 0) this.#layer.remove();
  }

  /** Opens a sign; false if it is not drawn. */
  open(key: string, takesKeyboard: boolean): boolean {
    const sign = this.#signs.get(key);
    if (!sign) return false;
    this.onOpen(
      sign.group.marks.map(({ index }) => index),
      sign.button,
      takesKeyboard,
    );
    return true;
  }

  stop(): void {
    this.#layer.remove();
  }

  #buttonOf(group: MarkGroup): HTMLButtonElement {
    const known = this.#signs.get(group.key);
    if (known) {
      known.group = group;
      return known.button;
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'margin-sign';
    button.tabIndex = -1;
    button.addEventListener('click', () => this.open(group.key, true));
    this.#signs.set(group.key, { button, group });
    this.#layer.append(button);
    return button;
  }

  #inOrder(): HTMLButtonElement[] {
    return Array.from(this.#signs.values(), ({ button }) => button).sort(
      (one, other) => Number(one.style.order) - Number(other.style.order),
    );
  }

  #keepOneStop(): void {
    const signs = this.#inOrder();
    if (signs.some(({ tabIndex }) => tabIndex === 0)) return;
    const [first] = signs;
    if (first) first.tabIndex = 0;
  }

  #onKey(event: KeyboardEvent): void {
    const signs = this.#inOrder();
    const at = signs.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: signs.length - 1 }[event.key];
    const target = next === undefined ? undefined : signs[next];
    if (at < 0 || !target) return;
    event.preventDefault();
    for (const sign of signs) sign.tabIndex = sign === target ? 0 : -1;
    target.focus();
  }
}
