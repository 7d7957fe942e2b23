import type { BlockGap } from './blockGaps.ts';

/** The line that shows between which blocks something will land. Lies over the sheet, outside the words. */
export class DropLine {
  readonly #line = document.createElement('div');

  constructor(private readonly sheet: HTMLElement) {
    this.#line.className = 'drop-line';
    this.#line.hidden = true;
    sheet.append(this.#line);
  }

  show(gap: BlockGap): void {
    this.#line.style.top = `${gap.y - this.sheet.getBoundingClientRect().top}px`;
    this.#line.hidden = false;
  }

  hide(): void {
    this.#line.hidden = true;
  }

  remove(): void {
    this.#line.remove();
  }
}
