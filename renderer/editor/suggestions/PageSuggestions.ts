import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { listSuggestions, type Suggestion } from '../../../shared/suggestions/listSuggestions.ts';
import {
  settleLayers,
  settleSuggestions,
  type SuggestionName,
  type Verdict,
} from '../../../shared/suggestions/settleSuggestions.ts';
import type { SuggestionLayer } from '../../../shared/story/suggestions.ts';
import { same } from '../../../shared/merge/threeWay.ts';
import type { Block } from '../../../shared/story/block.ts';
import type { BlockId } from '../../../shared/story/ids.ts';
import type { KnownHunks } from '../../../shared/suggestions/mixVersions.ts';
import type { Suggested } from '../../../shared/suggestions/versions.ts';
import { Signal } from '../../ui/Signal.ts';
import { blockBar } from '../blockBar.ts';
import { NearBlocks } from '../blocks/NearBlocks.ts';
import { highlightRanges } from '../highlights.ts';
import { $matchRanges } from '../find/matchRanges.ts';
import { $dirtyBlocks } from '../autosave/pageChanges.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $readBlock } from '../model/readBlock.ts';
import { $getFields } from '../model/storyFields.ts';
import { $readOrder } from '../model/storyModel.ts';
import { $getLayers } from '../model/storySuggestions.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';
import { $placeElement } from '../places/placeElement.ts';
import { revealPlace } from '../places/revealPlace.ts';
import type { SuggestionSpot, SuggestionsOnPage, SuggestionsView } from '../storyEditorApi.ts';
import { dropEmptyLayers } from './dropEmptyLayers.ts';
import { SETTLED_TAG } from './keepSuggestions.ts';
import { $areGhostsStale, $paintGhosts, GHOST_TAG, registerGhosts } from './paintGhosts.ts';
import { $putVersion } from './putVersion.ts';
import './suggestions.css';

/** Whoever proposes what is written on the page now; null: it is written outright. */
export interface Proposer {
  name: string | null;
}

const HIGHLIGHTS = ['stet-suggested', 'stet-suggested-chosen'] as const;
const NO_TEXTS: ReadonlySet<NodeKey> = new Set();
/** What is proposed is found out anew so long after the last key (ms). */
const REST_MS = 120;

/**
 * What is proposed on the page: keeps it while somebody writes, shows it when the keys rest, and settles it as steps of the
 * history. A story without suggestions costs nothing.
 */
export class PageSuggestions implements SuggestionsOnPage {
  readonly list = new Signal<readonly Suggestion[]>([]);
  readonly spots = new Signal<readonly SuggestionSpot[]>([]);
  readonly #sheet: HTMLElement;
  readonly #bars = document.createElement('div');
  readonly #near: NearBlocks;
  readonly #sizes = new ResizeObserver(() => this.#measureLater());
  readonly #stop: (() => void)[];
  /** What of the page is as it was when it was read last; a block that is keeps its identity, and with it what was found in it. */
  readonly #blocks = new Map<BlockId, Block>();
  readonly #hunks: KnownHunks = new WeakMap();
  readonly #ranges = new WeakMap<Suggestion, readonly Range[]>();
  /** As `list`, with the places of now: the cards need not be told of every letter. */
  #found: readonly Suggestion[] = [];
  #layers: readonly SuggestionLayer[] = [];
  #view: SuggestionsView = 'marks';
  #chosen: string | null = null;
  readonly #drawn = new Set<NodeKey>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(
    private readonly editor: LexicalEditor,
    private readonly body: HTMLElement,
    private readonly proposer: Proposer,
  ) {
    this.#sheet = body.closest<HTMLElement>('.sheet') ?? body;
    this.#near = new NearBlocks(editor, body.closest<HTMLElement>('.page-scroll'), () => this.#paint());
    this.#bars.className = 'suggestion-bars';
    this.#bars.setAttribute('aria-hidden', 'true');
    this.#stop = [
      registerGhosts(editor, this.#drawn),
      editor.registerUpdateListener((update) => {
        const { editorState, dirtyElements, dirtyLeaves, tags } = update;
        const isWhole = tags.has(HISTORIC_TAG) || tags.has(SETTLED_TAG);
        if (!isWhole && dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        const layers = editorState.read($getLayers);
        if (layers.length === 0 && this.#layers.length === 0) return;
        if (isWhole) this.#blocks.clear();
        else for (const id of editorState.read(() => $dirtyBlocks(update)).keys()) this.#blocks.delete(id);
        this.#layers = layers;
        if (tags.has(GHOST_TAG)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#find(), tags.has(SETTLED_TAG) ? 0 : REST_MS);
      }),
    ];
    this.#sizes.observe(this.#sheet);
    this.#layers = editor.read($getLayers);
    if (this.#layers.length > 0) this.#timer = setTimeout(() => this.#find());
  }

  suggestAs(person: string | null): void {
    this.proposer.name = person;
    this.#sheet.toggleAttribute('data-suggesting', person !== null);
  }

  show(view: SuggestionsView, chosen: string | null): void {
    const isOther = view !== this.#view;
    this.#view = view;
    this.#chosen = chosen;
    this.#sheet.dataset['view'] = view;
    this.#paint();
    if (isOther) this.#measureLater();
  }

  settle(verdict: Verdict, names: readonly SuggestionName[]): void {
    this.#put((story) => settleSuggestions(story, verdict, names));
  }

  settleAll(verdict: Verdict, by: string | null): void {
    this.#put((story) => settleLayers(story, verdict, (layer) => by === null || layer.by === by));
  }

  reveal(id: string): boolean {
    const suggestion = this.#found.find((one) => one.id === id);
    if (!suggestion) return false;
    const { place, anchor } = suggestion;
    if (place.in === 'field') return revealPlace(this.editor, place);
    const isHere = this.editor.read(() => $findBlock(place.blockId) !== null);
    if (isHere && place.slot !== 'picture' && revealPlace(this.editor, place)) return true;
    const blockId = isHere ? place.blockId : anchor;
    return blockId !== null && revealPlace(this.editor, { in: 'block', blockId, slot: 'content', start: 0, end: 0 });
  }

  within(): readonly Suggestion[] {
    const here = this.#selectedBlocks();
    const found = this.#found.filter(({ place, anchor }) => {
      if (place.in === 'field') return false;
      const range = here.get(place.blockId) ?? (anchor === null ? undefined : here.get(anchor));
      if (!range) return false;
      // What only touches a selection is not in it; a caret has nothing but what it touches.
      const isLoose = range.start === range.end || place.start === place.end;
      return isLoose
        ? place.start <= range.end && range.start <= place.end
        : place.start < range.end && range.start < place.end;
    });
    const isCaret = here.size === 1 && [...here.values()].every(({ start, end }) => start === end);
    const chosen = found.find(({ id }) => id === this.#chosen);
    return isCaret && chosen ? [chosen] : found;
  }

  fromCaret(way: 1 | -1): Suggestion | null {
    const list = this.#found;
    const at = list.findIndex(({ id }) => id === this.#chosen);
    if (at >= 0) return list[(at + way + list.length) % list.length] ?? null;
    const [first] = this.within();
    if (first) return first;
    const here = this.#caret();
    const order = new Map(this.editor.read($readOrder).map((id, place) => [id, place]));
    const rank = ({ place, anchor }: Suggestion) =>
      place.in === 'field'
        ? [-1, 0]
        : [order.get(place.blockId) ?? (anchor ? (order.get(anchor) ?? -1) : -1), place.start];
    const mine = here ? [order.get(here.id) ?? -1, here.start] : [-2, 0];
    const isBehind = (one: Suggestion) => {
      const [block = 0, start = 0] = rank(one);
      return block > (mine[0] ?? 0) || (block === mine[0] && start >= (mine[1] ?? 0));
    };
    const next = way > 0 ? list.find(isBehind) : list.findLast((one) => !isBehind(one));
    return next ?? (way > 0 ? list[0] : list.at(-1)) ?? null;
  }

  stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#sizes.disconnect();
    this.#near.stop();
    for (const stop of this.#stop) stop();
    for (const name of HIGHLIGHTS) highlightRanges(name, []);
    this.#bars.remove();
  }

  #story(): Suggested {
    return this.editor.read(() => ({
      fields: $getFields(),
      blocks: $getRoot()
        .getChildren()
        .map((node) => this.#$read(node)),
      suggestions: [...$getLayers()],
    }));
  }

  #$read(node: LexicalNode): Block {
    const id = $getBlockId(node);
    const known = id === null ? undefined : this.#blocks.get(id);
    if (known) return known;
    const block = $readBlock(node);
    this.#blocks.set(block.id, block);
    return block;
  }

  #put(change: (story: Suggested) => Suggested): void {
    const story = change(this.#story());
    this.editor.update(() => $putVersion(story), {
      discrete: true,
      // What stood there is shown as it was stored.
      skipTransforms: true,
      tag: [HISTORY_PUSH_TAG, SETTLED_TAG, ...this.#quietTags()],
    });
    clearTimeout(this.#timer);
    this.#find();
  }

  /** An update that scrolls nowhere and, where somebody writes elsewhere, leaves the caret there. */
  #quietTags(): string[] {
    const isHere = this.body.contains(document.activeElement);
    return [SKIP_SCROLL_INTO_VIEW_TAG, ...(isHere ? [] : [SKIP_DOM_SELECTION_TAG])];
  }

  #find(): void {
    // Letters that are being composed are not to be taken apart.
    if (this.editor.isComposing()) {
      this.#timer = setTimeout(() => this.#find(), REST_MS);
      return;
    }
    const isNothing = this.#layers.length === 0 && this.#found.length === 0;
    const known = new Map(this.#found.map((suggestion) => [suggestion.id, suggestion]));
    const found = (isNothing ? [] : listSuggestions(this.#story(), this.#hunks)).map((suggestion) => {
      const last = known.get(suggestion.id);
      return last && isUnmoved(last, suggestion) ? last : suggestion;
    });
    const open = new Set<string>(found.map(({ layerId }) => layerId));
    if (this.#layers.some(({ id }) => !open.has(id))) dropEmptyLayers(this.editor, this.#story());
    const before = new Set(this.#found);
    const fresh = found.filter((suggestion) => !before.has(suggestion));
    const isOther = found.length !== this.#found.length || found.some((one, at) => !looksAs(one, this.#found[at]));
    this.#found = found;
    const isStale = this.editor.read(() =>
      isOther ? $areGhostsStale(found, this.#drawn) : $areGhostsStale(fresh, NO_TEXTS),
    );
    if (isStale) this.#drawGhosts(found);
    if (isOther) this.list.set(found);
    this.#paint();
    // Cards go with their lines; when lines move, the sheet grows or shrinks.
    if (isOther) this.#measureLater();
  }

  #drawGhosts(list: readonly Suggestion[]): void {
    this.editor.update(() => $paintGhosts(list, this.#drawn), {
      discrete: true,
      tag: [GHOST_TAG, HISTORY_MERGE_TAG, ...this.#quietTags()],
    });
  }

  #paint(): void {
    const ranges: Record<(typeof HIGHLIGHTS)[number], Range[]> = { 'stet-suggested': [], 'stet-suggested-chosen': [] };
    if (this.#view === 'marks' && this.#found.length > 0) {
      const blocks = this.#near.look();
      this.editor.getEditorState().read(() => {
        const near = new Set(blocks.map($getBlockId));
        const isNear = ({ place }: Suggestion) => place.in === 'block' && near.has(place.blockId);
        for (const suggestion of this.#found.filter(isNear))
          ranges[suggestion.id === this.#chosen ? 'stet-suggested-chosen' : 'stet-suggested'].push(
            ...this.#$ranges(suggestion),
          );
      });
    }
    for (const name of HIGHLIGHTS) highlightRanges(name, ranges[name]);
  }

  #$ranges(suggestion: Suggestion): readonly Range[] {
    // Ranges follow their words through what is typed beside them, as long as these are drawn by the same text.
    const known = this.#ranges.get(suggestion);
    if (known?.every(({ startContainer }) => startContainer.isConnected)) return known;
    const ranges = this.#$findRanges(suggestion);
    // What is not drawn yet will be.
    if (ranges.length > 0) this.#ranges.set(suggestion, ranges);
    return ranges;
  }

  #$findRanges({ place, hunk }: Suggestion): readonly Range[] {
    if (place.in === 'field') return [];
    const element = $placeElement(place);
    if (!element) return [];
    if (hunk.kind === 'added')
      return $matchRanges(this.editor, element, [{ start: 0, end: element.getTextContentSize() }]);
    return place.end > place.start ? $matchRanges(this.editor, element, [place]) : [];
  }

  #measureLater(): void {
    cancelAnimationFrame(this.#frame);
    if (this.#found.length === 0 && this.spots.value.length === 0) return;
    this.#frame = requestAnimationFrame(() => this.#measure());
  }

  /** Tells where everything is drawn, in the sheet. */
  #measure(): void {
    if (!this.body.isConnected) return;
    this.#paint();
    const zero = this.#sheet.getBoundingClientRect().top;
    const bars: HTMLElement[] = [];
    const spots = this.editor.getEditorState().read(() =>
      this.#found.map((suggestion): SuggestionSpot => {
        const { id, place, anchor, hunk } = suggestion;
        const [range] = this.#view === 'marks' ? this.#$ranges(suggestion) : [];
        const element = this.#$element(suggestion);
        const box = element?.getBoundingClientRect();
        const isWhole = hunk.kind !== 'words' && hunk.kind !== 'format' && hunk.kind !== 'row';
        if (box && isWhole && this.#view === 'marks') {
          const isGone = place.in === 'block' && place.blockId !== anchor && hunk.kind === 'removed';
          bars.push(
            blockBar(
              'suggestion-bar',
              (isGone ? box.bottom - 4 : box.top) - zero,
              isGone ? 8 : box.height,
              id === this.#chosen,
            ),
          );
        }
        const line = range?.getBoundingClientRect();
        return { id, top: Math.round(((line && line.height > 0 ? line.top : box?.top) ?? zero) - zero) };
      }),
    );
    if (bars.length > 0 && !this.#bars.isConnected) this.#sheet.append(this.#bars);
    this.#bars.replaceChildren(...bars);
    const before = this.spots.value;
    const isSame =
      before.length === spots.length &&
      spots.every(({ id, top }, at) => id === before[at]?.id && top === before[at].top);
    if (!isSame) this.spots.set(spots);
  }

  #$element({ place, anchor }: Suggestion): HTMLElement | null {
    if (place.in === 'field') return this.#sheet.querySelector<HTMLElement>(`[data-story-field="${place.field}"]`);
    const node = $findBlock(place.blockId) ?? (anchor === null ? null : $findBlock(anchor));
    return node && this.editor.getElementByKey(node.getKey());
  }

  #caret(): { id: BlockId; start: number; end: number } | null {
    const [first] = [...this.#selectedBlocks()];
    return first ? { id: first[0], ...first[1] } : null;
  }

  /** The selected stretch of each block the selection touches. */
  #selectedBlocks(): Map<BlockId, { start: number; end: number }> {
    return this.editor.getEditorState().read(() => {
      const found = new Map<BlockId, { start: number; end: number }>();
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return found;
      const [start, end] = selection.isBackward()
        ? [selection.focus, selection.anchor]
        : [selection.anchor, selection.focus];
      const [first, last] = [$blockAround(start.getNode()), $blockAround(end.getNode())];
      for (let node = first; node; node = node.getNextSibling()) {
        const id = $getBlockId(node);
        const offset = (point: typeof start) => ($isElementNode(node) ? $offsetOfPoint(node, point) : 0);
        const from = node.is(first) ? offset(start) : 0;
        if (id !== null) found.set(id, { start: from, end: node.is(last) ? offset(end) : Infinity });
        if (node.is(last)) break;
      }
      return found;
    });
  }
}

/** Whether a suggestion is the very same, at the same place of a block that was not touched. */
function isUnmoved(one: Suggestion, other: Suggestion): boolean {
  return one.hunk === other.hunk && one.at === other.at && one.anchor === other.anchor && same(one.place, other.place);
}

/** Whether the cards of two suggestions say the same. */
function looksAs(one: Suggestion, other: Suggestion | undefined): boolean {
  if (one === other) return true;
  const look = ({ id, by, at, hunk: { place: _, ...words } }: Suggestion) => ({ id, by, at, words });
  return other !== undefined && same(look(one), look(other));
}
