import { $getNodeByKey, $isElementNode, $setSelection, SKIP_SCROLL_INTO_VIEW_TAG, type LexicalEditor } from 'lexical';
import { Signal } from '../../ui/Signal.ts';
import type { DraftChange } from '../autosave/DraftSaver.ts';
import { watchPage } from '../autosave/pageChanges.ts';
import { $createStretchSelection } from '../model/textOffsets.ts';
import { keepLastSearch, type LastSearch } from './lastSearch.ts';
import type { Match, Spot } from './Match.ts';
import { MatchPainter } from './MatchPainter.ts';
import { readOpeningSpot } from './openingSpot.ts';
import { replaceMatches } from './replaceMatches.ts';
import { makeSearch } from './searchText.ts';
import { StoryMatches } from './StoryMatches.ts';

/** What the find bar shows. */
export interface FindState extends LastSearch {
  /** null until the story has been searched. */
  readonly count: number | null;
  /** Which of the hits is the current one, counted from 0; null when there is none. */
  readonly index: number | null;
  /** How many hits the last "Replace all" changed; null when that is no longer news. */
  readonly replaced: number | null;
}

/** How long a story is searched at a stretch (ms): less than a frame, so that nobody's key waits. */
const SLICE_MS = 8;
/** How long after a change to the page it is searched again (ms). */
const PAUSE_MS = 150;

/** A search through one open story, from the moment its bar opens to the moment it closes. */
export class FindSession {
  readonly state: Signal<FindState>;
  readonly #matches: StoryMatches;
  readonly #painter: MatchPainter;
  readonly #stopWatching: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where other words are looked for from: where the writer was, or went by way of the bar. */
  #origin: Spot;
  /** From here on the current hit is looked for. */
  #anchor: Spot;
  /** The current hit is to be brought into view once it is known. */
  #isSought = false;

  /** `anchor` is where the writer was: the first hit after it is the one they want. */
  constructor(
    private readonly editor: LexicalEditor,
    private readonly root: HTMLElement,
    search: LastSearch,
    anchor: Spot,
  ) {
    this.state = new Signal<FindState>({ ...search, count: null, index: null, replaced: null });
    keepLastSearch(search);
    this.#origin = anchor;
    this.#anchor = anchor;
    this.#matches = new StoryMatches(editor);
    this.#painter = new MatchPainter(editor, this.#matches, root);
    this.#stopWatching = watchPage(editor, (change) => this.#changed(change));
    this.#lookFor();
  }

  /** The current hit. */
  get current(): Match | null {
    const { index } = this.state.value;
    return index === null ? null : this.#matches.at(index);
  }

  /** Looks for something else, or in another way, or has other words ready to put in its place. */
  change(part: Partial<LastSearch>): void {
    const before = this.state.value;
    const next = { ...before, ...part, replaced: null };
    this.state.set(next);
    const { query, replacement, options } = next;
    keepLastSearch({ query, replacement, options });
    if (query !== before.query || options !== before.options) this.#lookFor();
  }

  /** Brings the current hit into view. */
  reveal(): void {
    const { current } = this;
    if (current) this.#painter.reveal(current);
  }

  /** Starts over from another place. */
  moveTo(anchor: Spot): void {
    this.#origin = anchor;
    this.#anchor = anchor;
    this.#isSought = true;
    this.#work();
  }

  /** Goes to the next hit or the one before; round the story's end. From the page itself it goes on from the caret. */
  step(by: 1 | -1): void {
    this.#finish();
    const { count, index } = this.state.value;
    if (!count || index === null) return;
    this.state.set({ ...this.state.value, replaced: null });
    this.#isSought = true;
    let next = index + by;
    const isOnPage = this.#isOnPage();
    if (isOnPage) {
      const { start, end } = readOpeningSpot(this.editor);
      next = by > 0 ? (this.#matches.indexFrom(end) ?? 0) : (this.#matches.indexFrom(start) ?? 0) - 1;
    }
    this.#goTo((next + count) % count);
    this.#origin = this.#anchor;
    if (isOnPage) this.select();
  }

  /** Replaces the current hit and goes to the next one. */
  replace(): void {
    this.#finish();
    const { current } = this;
    if (!current) return;
    const { place, start } = current;
    const { replacement } = this.state.value;
    replaceMatches(this.editor, [{ place, hits: [current] }], replacement, false);
    this.#anchor = { place, offset: start + replacement.length };
    this.#origin = this.#anchor;
    this.#isSought = true;
    this.#searchAgain();
  }

  /** Replaces every hit, as one step of the history. */
  replaceAll(): void {
    this.#finish();
    const replaced = replaceMatches(this.editor, this.#matches.places, this.state.value.replacement, true);
    this.#searchAgain();
    this.state.set({ ...this.state.value, replaced });
  }

  /** Puts the keyboard onto the page, the current hit selected; answers false when there is none. */
  select(): boolean {
    const { current } = this;
    if (!current) return false;
    const { place, start, end } = current;
    if (place.kind === 'field') {
      this.#painter.selectInField(current);
      return true;
    }
    this.root.focus({ preventScroll: true });
    this.editor.update(
      () => {
        const block = $getNodeByKey(place.key);
        if ($isElementNode(block)) $setSelection($createStretchSelection(block, { start, end }));
      },
      { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
    );
    return true;
  }

  /** Takes the hits off the page and follows it no longer. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stopWatching();
    this.#painter.stop();
  }

  #isOnPage(): boolean {
    const focus = document.activeElement;
    return focus !== null && (focus === this.root || focus.closest('[data-story-field]') !== null);
  }

  #lookFor(): void {
    const { query, options } = this.state.value;
    // The hits of what was looked for before were not where the writer went.
    this.#anchor = this.#origin;
    this.#matches.lookFor(makeSearch(query, options));
    this.#isSought = query !== '';
    this.#work();
  }

  #changed(change: DraftChange): void {
    this.#matches.forget(change.blocks.values());
    if (this.state.value.replaced !== null) this.state.set({ ...this.state.value, replaced: null });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), PAUSE_MS);
  }

  #work(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const until = performance.now() + SLICE_MS;
    if (this.#matches.work(() => performance.now() < until)) this.#settle();
    else this.#timer = setTimeout(() => this.#work(), 0);
  }

  /** Searches now what is still to be searched: somebody acts on the hits. */
  #finish(): void {
    if (this.#timer !== undefined) this.#searchAgain();
  }

  #searchAgain(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#matches.work();
    this.#settle();
  }

  #settle(): void {
    const index = this.#matches.indexFrom(this.#anchor);
    if (index === null) this.#show(null);
    else this.#goTo(index);
  }

  #goTo(index: number): void {
    const match = this.#matches.at(index);
    if (match) this.#anchor = { place: match.place, offset: match.start };
    this.#show(index);
  }

  #show(index: number | null): void {
    const { count } = this.#matches;
    const { state } = this;
    const { query, index: before, count: countBefore } = state.value;
    if (index !== before || (query === '' ? null : count) !== countBefore) {
      state.set({ ...state.value, count: query === '' ? null : count, index });
    }
    const match = index === null ? null : this.#matches.at(index);
    if (match && this.#isSought) this.#painter.reveal(match);
    this.#isSought = false;
    this.#painter.show(match);
  }
}
