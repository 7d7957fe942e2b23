import type { BlockGap } from './blockGaps.ts';

/** The line that shows between which blocks something will land. Lies over the sheet, outside the words. */
export class DropLine {
  readonly #line = document.createElement('div');

  constructor(private readonly sheet: HTMLElement) {
    this.#line.className = 'drop-line';
    this.#line.hidden = true;
    sheet.append(this.#line);
  }

  show({ y, inRow }: BlockGap): void {
    const { top, left } = this.sheet.getBoundingClientRect();
    const { style } = this.#line;
    this.#line.classList.toggle('is-in-row', inRow !== undefined);
    style.top = `${y - top}px`;
    // In a row it stands; elsewhere it lies across the measure, as the sheet's own rules have it.
    style.left = inRow ? `${inRow.x - left}px` : '';
    style.height = inRow ? `${inRow.height}px` : '';
    this.#line.hidden = false;
  }

  hide(): void {
    this.#line.hidden = true;
  }

  remove(): void {
    this.#line.remove();
  }
}
