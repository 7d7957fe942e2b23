import type { LexicalEditor, LexicalNode } from 'lexical';
import { blocksInView } from './blocksInView.ts';

/** Pixels beyond the edges of the page that still count as near: half of it can be scrolled before anybody looks again. */
const AHEAD = 300;

/**
 * Which blocks are on the screen or near it. Whoever colours ranges does it in these alone: the browser goes through all
 * coloured ranges of a document at every change of it, seen or not, which 300 of them make the dearest part of a key.
 */
export class NearBlocks {
  #lookedAt = 0;
  #frame = 0;
  readonly #onScroll = () => {
    if (Math.abs((this.scroller?.scrollTop ?? 0) - this.#lookedAt) < AHEAD / 2) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.onLeave);
  };

  /** `onLeave` is called when other blocks have come near by scrolling, until somebody looks again. */
  constructor(
    private readonly editor: LexicalEditor,
    private readonly scroller: HTMLElement | null,
    private readonly onLeave: () => void,
  ) {
    scroller?.addEventListener('scroll', this.#onScroll, { passive: true });
  }

  look(): readonly LexicalNode[] {
    this.#lookedAt = this.scroller?.scrollTop ?? 0;
    return blocksInView(this.editor, this.scroller, AHEAD);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.scroller?.removeEventListener('scroll', this.#onScroll);
  }
}
