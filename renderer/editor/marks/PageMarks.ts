import { $getSelection, $isElementNode, $isRangeSelection, type LexicalEditor } from 'lexical';
import { LEVELS, type Place } from '../../../shared/checks/finding.ts';
import { blocksInView } from '../blocks/blocksInView.ts';
import { PAGE_FIELDS } from '../fields/pageFields.ts';
import { FieldMirrors } from '../find/FieldMirrors.ts';
import { $matchRanges } from '../find/matchRanges.ts';
import { highlightRanges } from '../highlights.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $blockAround } from '../model/topLevel.ts';
import { $isPullQuoteNode } from '../nodes/PullQuoteNode.ts';
import { $placeElement } from '../places/placeElement.ts';
import type { AskMark, OpenMarks, PageMark } from '../storyEditorApi.ts';
import { pointAsked, type AskedPoint } from './pointAsked.ts';
import { MarginSigns } from './MarginSigns.ts';
import { fieldKey, markGroups, type MarkGroup } from './markGroups.ts';
import './marks.css';

/** A group, which of all it is, and what it stands beside. */
interface PlacedGroup {
  readonly group: MarkGroup;
  readonly order: number;
  readonly element: HTMLElement;
}

/** Pixels beyond the edges of the page in which marks are drawn ahead of scrolling. */
const AHEAD = 400;

/**
 * Shows marks on the page without touching the words: they are underlined, and a sign stands in the margin beside them. Only
 * what is in view is drawn, a frame after it changed; a key that moves no line costs nothing here.
 */
export class PageMarks {
  readonly #sheet: HTMLElement;
  readonly #mirrors: FieldMirrors;
  readonly #signs: MarginSigns;
  readonly #scroller: HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.#later());
  #groups: ReadonlyMap<string, { readonly group: MarkGroup; readonly order: number }> = new Map();
  #onAsk: AskMark = () => false;
  #frame = 0;
  readonly #later = () => {
    if (this.#groups.size === 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  };

  readonly #onContextMenu = (event: MouseEvent) => {
    const point = pointAsked(event);
    if (point && this.#ask(point)) event.preventDefault();
  };

  constructor(
    private readonly editor: LexicalEditor,
    body: HTMLElement,
  ) {
    const sheet = body.closest<HTMLElement>('.sheet') ?? body;
    this.#sheet = sheet;
    sheet.addEventListener('contextmenu', this.#onContextMenu);
    this.#mirrors = new FieldMirrors(sheet);
    this.#signs = new MarginSigns(sheet);
    this.#scroller = body.closest<HTMLElement>('.page-scroll');
    this.#scroller?.addEventListener('scroll', this.#later, { passive: true });
    // A line more or less moves what is below it.
    this.#sizes.observe(sheet);
    this.#sizes.observe(body);
  }

  /**
   * Marks these and no others. `onOpen` is called when somebody wants to know more of those at one place, `onAsk` when they ask
   * for the menu of marked words.
   */
  show(marks: readonly PageMark[], onOpen: OpenMarks, onAsk: AskMark): void {
    this.#onAsk = onAsk;
    this.#groups = new Map(markGroups(marks).map((group, order) => [group.key, { group, order }]));
    this.#signs.onOpen = onOpen;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  /** Opens the marks of a place's block or field, without taking the keyboard; false where there are none. */
  open(place: Place): boolean {
    this.#draw();
    return this.#signs.open(place.in === 'field' ? fieldKey(place.field) : place.blockId, false);
  }

  /** Opens the marks of the block or field where the caret is, and gives them the keyboard; false if there are none. */
  openAtCaret(): boolean {
    const field = document.activeElement?.closest<HTMLElement>('[data-story-field]')?.dataset['storyField'];
    const key = field === undefined ? this.#blockAtCaret() : fieldKey(field);
    if (!key) return false;
    this.#draw();
    return this.#signs.open(key, true);
  }

  /** Takes everything off the page. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#scroller?.removeEventListener('scroll', this.#later);
    this.#sheet.removeEventListener('contextmenu', this.#onContextMenu);
    this.#sizes.disconnect();
    this.#mirrors.stop();
    this.#signs.stop();
    for (const level of LEVELS) highlightRanges(`stet-mark-${level}`, []);
  }

  /** Offers the marks at a point one by one; true once somebody takes one. */
  #ask({ key, holds, at, returnTo }: AskedPoint): boolean {
    const group = this.#groups.get(key ?? this.#blockAtCaret() ?? '')?.group;
    return (group?.marks ?? []).some(({ index, mark }) => {
      const range = this.#rangesOf(mark).find((drawn) => holds(drawn, mark.place));
      if (!range) return false;
      const { left, bottom } = range.getBoundingClientRect();
      return this.#onAsk(index, at ?? { x: left, y: bottom }, returnTo);
    });
  }

  #blockAtCaret(): string | null {
    return this.editor.getEditorState().read(() => {
      const selection = $getSelection();
      const node = $isRangeSelection(selection) ? selection.focus.getNode() : selection?.getNodes()[0];
      const block = node && $blockAround(node);
      return block ? $getBlockId(block) : null;
    });
  }

  #draw(): void {
    const ranges: Record<PageMark['level'], Range[]> = { note: [], warn: [], block: [] };
    const signs: { group: MarkGroup; top: number; order: number }[] = [];
    for (const { element, group, order } of this.#groupsInView()) {
      let first: Range | undefined;
      for (const { mark } of group.marks) {
        const found = this.#rangesOf(mark);
        if (!this.#isWholeQuote(mark)) ranges[mark.level].push(...found);
        first ??= found[0];
      }
      const line = first?.getBoundingClientRect();
      const { top } = element.getBoundingClientRect();
      signs.push({ group, order, top: line && line.height > 0 ? line.top + line.height / 2 : top + 15 });
    }
    for (const level of LEVELS) highlightRanges(`stet-mark-${level}`, ranges[level]);
    this.#signs.draw(signs);
  }

  /** The groups of the fields, and of the blocks that are on the screen or near it: the others are not even looked for. */
  #groupsInView(): PlacedGroup[] {
    const placed: PlacedGroup[] = [];
    const add = (key: string, element: HTMLElement | null) => {
      const known = this.#groups.get(key);
      if (known && element) placed.push({ ...known, element });
    };
    for (const field of PAGE_FIELDS) if (this.#groups.has(field)) add(field, this.#mirrors.field(field));
    const blocks = blocksInView(this.editor, this.#scroller, AHEAD);
    this.editor.getEditorState().read(() => {
      for (const block of blocks) {
        const id = $getBlockId(block);
        if (id !== null) add(id, this.editor.getElementByKey(block.getKey()));
      }
    });
    return placed;
  }

  /** What is said of a pull-quote as a whole stands at its foot and in the margin: underlined, all its words would hide which ones. */
  #isWholeQuote({ place }: PageMark): boolean {
    if (place.in === 'field' || place.slot !== 'content' || place.start > 0) return false;
    return this.editor.getEditorState().read(() => {
      const element = $placeElement(place);
      return element !== null && $isPullQuoteNode(element.getParent()) && place.end >= element.getTextContentSize();
    });
  }

  #rangesOf({ place }: PageMark): Range[] {
    if (place.end <= place.start) return [];
    if (place.in === 'field') {
      return this.#mirrors.ranges(place.field as 'headline', [place]);
    }
    return this.editor.getEditorState().read(() => {
      const element = $placeElement(place);
      return $isElementNode(element) ? $matchRanges(this.editor, element, [place]) : [];
    });
  }
}
