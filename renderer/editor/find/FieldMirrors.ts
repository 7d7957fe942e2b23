import type { PageField } from '../fields/pageFields.ts';
import type { TextStretch } from '../model/textOffsets.ts';

interface Mirror {
  readonly field: HTMLTextAreaElement;
  readonly element: HTMLElement;
  readonly text: Text;
}

/**
 * A browser draws no highlight inside a text field. Behind a field with hits lies a mirror: the same words in the same
 * type at the same place, invisible but for the hits. Nothing on the page moves for it.
 */
export class FieldMirrors {
  readonly #mirrors = new Map<PageField, Mirror>();
  readonly #sizes = new ResizeObserver(() => {
    for (const mirror of this.#mirrors.values()) place(mirror);
  });

  constructor(private readonly sheet: HTMLElement) {}

  /** The field of that name, where its hits are to be seen. */
  field(name: PageField): HTMLTextAreaElement | null {
    return this.sheet.querySelector<HTMLTextAreaElement>(`[data-story-field="${name}"]`);
  }

  /** Stretches of a field's text as ranges to be coloured. */
  ranges(name: PageField, stretches: readonly TextStretch[]): Range[] {
    const mirror = this.#mirror(name);
    if (!mirror) return [];
    const { field, text } = mirror;
    if (text.data !== field.value) text.data = field.value;
    place(mirror);
    return stretches.flatMap(({ start, end }) => {
      if (end > text.length) return [];
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range;
    });
  }

  stop(): void {
    this.#sizes.disconnect();
    for (const { element } of this.#mirrors.values()) element.remove();
    this.#mirrors.clear();
  }

  #mirror(name: PageField): Mirror | null {
    const known = this.#mirrors.get(name);
    if (known) return known;
    const field = this.field(name);
    if (!field) return null;
    const element = document.createElement('div');
    element.className = `${field.className} field-mirror`;
    element.dir = 'auto';
    element.setAttribute('aria-hidden', 'true');
    const text = document.createTextNode('');
    element.append(text);
    this.sheet.append(element);
    const mirror = { field, element, text };
    this.#mirrors.set(name, mirror);
    this.#sizes.observe(field);
    return mirror;
  }
}

function place({ field, element }: Mirror): void {
  const { style } = element;
  style.left = `${field.offsetLeft}px`;
  style.top = `${field.offsetTop}px`;
  style.width = `${field.offsetWidth}px`;
}
