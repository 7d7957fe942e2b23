import { $getNodeByKey, $isElementNode, type LexicalEditor } from 'lexical';
import { blocksInView } from '../blocks/blocksInView.ts';
import { PAGE_FIELDS } from '../fields/pageFields.ts';
import { highlightRanges } from '../highlights.ts';
import type { TextStretch } from '../model/textOffsets.ts';
import { FieldMirrors } from './FieldMirrors.ts';
import { isSamePlace, type Match, type Place } from './Match.ts';
import { $matchRanges } from './matchRanges.ts';
import type { StoryMatches } from './StoryMatches.ts';

const FOUND = 'stet-found';
const CURRENT = 'stet-found-current';

/** Pixels beyond the edges of the page in which hits are drawn ahead of scrolling. */
const AHEAD = 600;
/** Pixels a hit keeps from the edges of the page when it is brought into view. */
const AIR = 64;

/** Shows hits on the page without touching it: all that are in view, and the current one stronger. */
export class MatchPainter {
  readonly #mirrors: FieldMirrors;
  readonly #scroller: HTMLElement | null;
  #current: Match | null = null;
  #frame = 0;
  readonly #later = () => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  };

  constructor(
    private readonly editor: LexicalEditor,
    private readonly matches: StoryMatches,
    root: HTMLElement,
  ) {
    this.#mirrors = new FieldMirrors(root.closest<HTMLElement>('.sheet') ?? root);
    this.#scroller = root.closest<HTMLElement>('.page-scroll');
    this.#scroller?.addEventListener('scroll', this.#later, { passive: true });
    window.addEventListener('resize', this.#later);
  }

  /** Draws the hits as they are now. */
  show(current: Match | null): void {
    this.#current = current;
    this.#draw();
  }

  /** Scrolls a hit into view, if it is not there already. */
  reveal(match: Match): void {
    const scroller = this.#scroller;
    const element = this.#elementOf(match.place);
    if (!scroller || !element) return;
    const view = scroller.getBoundingClientRect();
    // A block far off is not laid out: its words have no place until it is near.
    const far = element.getBoundingClientRect();
    if (far.bottom < view.top || far.top > view.bottom) element.scrollIntoView({ block: 'center' });
    const box = (this.#rangesOf(match.place, [match])[0] ?? element).getBoundingClientRect();
    if (box.top >= view.top + AIR && box.bottom <= view.bottom - AIR) return;
    scroller.scrollTop += box.top - view.top - scroller.clientHeight / 3;
  }

  /** Puts the keyboard into the field of a hit, its words selected. */
  selectInField(match: Match): void {
    const field = match.place.kind === 'field' ? this.#mirrors.field(match.place.name) : null;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(match.start, match.end);
  }

  /** Takes everything off the page. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#scroller?.removeEventListener('scroll', this.#later);
    window.removeEventListener('resize', this.#later);
    this.#mirrors.stop();
    highlightRanges(FOUND, []);
    highlightRanges(CURRENT, []);
  }

  #draw(): void {
    const current = this.#current;
    const ranges = this.#placesInView().flatMap((place) => {
      const hits = this.matches.hitsIn(place);
      const isHere = current !== null && isSamePlace(current.place, place);
      return this.#rangesOf(place, isHere ? hits.filter(({ start }) => start !== current.start) : hits);
    });
    highlightRanges(FOUND, ranges);
    highlightRanges(CURRENT, current ? this.#rangesOf(current.place, [current]) : []);
  }

  /** The fields, and the blocks that are on the screen or near it. */
  #placesInView(): Place[] {
    const fields = PAGE_FIELDS.map((name): Place => ({ kind: 'field', name }));
    const blocks = blocksInView(this.editor, this.#scroller, AHEAD);
    return [...fields, ...blocks.map((block): Place => ({ kind: 'block', key: block.getKey() }))];
  }

  #elementOf(place: Place): HTMLElement | null {
    return place.kind === 'field' ? this.#mirrors.field(place.name) : this.editor.getElementByKey(place.key);
  }

  #rangesOf(place: Place, hits: readonly TextStretch[]): Range[] {
    if (hits.length === 0) return [];
    if (place.kind === 'field') return this.#mirrors.ranges(place.name, hits);
    return this.editor.getEditorState().read(() => {
      const block = $getNodeByKey(place.key);
      return $isElementNode(block) ? $matchRanges(this.editor, block, hits) : [];
    });
  }
}
