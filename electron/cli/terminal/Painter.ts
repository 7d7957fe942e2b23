const RESET = '\u001b[0m';
const REMOVED = '\u001b[31m';
const ADDED = '\u001b[32m';
const QUIET = '\u001b[2m';

/** Colours words for a terminal; for anything else they stay as they are. The signs around them tell the same. */
export class Painter {
  readonly #hasColour: boolean;

  constructor(hasColour: boolean) {
    this.#hasColour = hasColour;
  }

  removed(text: string): string {
    return this.#paint(REMOVED, text);
  }

  added(text: string): string {
    return this.#paint(ADDED, text);
  }

  quiet(text: string): string {
    return this.#paint(QUIET, text);
  }

  #paint(colour: string, text: string): string {
    return this.#hasColour ? `${colour}${text}${RESET}` : text;
  }
}
