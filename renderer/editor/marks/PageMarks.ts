import { $getSelection, $isElementNode, $isRangeSelection, type LexicalEditor } from 'lexical';
import type { Place } from '../../../shared/checks/finding.ts';
import { FieldMirrors } from '../find/FieldMirrors.ts';
import { $matchRanges } from '../find/matchRanges.ts';
import { highlightRanges } from '../highlights.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';
import { $placeElement } from '../places/placeElement.ts';
import type { OpenMarks, PageMark } from '../storyEditorApi.ts';
import { MarginSigns } from './MarginSigns.ts';
import { fieldKey, markGroups, type MarkGroup } from './markGroups.ts';
import './marks.css';

/** Pixels beyond the edges of the page in which marks are drawn ahead of scrolling. */
const AHEAD = 400;
const LEVELS = ['note', 'warn', 'block'] as const;

/**
 * Shows marks on the page without touching the words: they are underlined, and a sign stands in the margin beside them. Only
 * what is in view is drawn, a frame after it changed; a key that moves no line costs nothing here.
 */
export class PageMarks {
  readonly #mirrors: FieldMirrors;
  readonly #signs: MarginSigns;
  readonly #scroller: HTMLElement | null;
  readonly #sizes = new ResizeObserver(() => this.#later());
  #groups: readonly MarkGroup[] = [];
  #frame = 0;
  readonly #later = () => {
    if (this.#groups.length === 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  };

  constructor(
    private readonly editor: LexicalEditor,
    body: HTMLElement,
  ) {
    const sheet = body.closest<HTMLElement>('.sheet') ?? body;
    this.#mirrors = new FieldMirrors(sheet);
    this.#signs = new MarginSigns(sheet);
    this.#scroller = body.closest<HTMLElement>('.page-scroll');
    this.#scroller?.addEventListener('scroll', this.#later, { passive: true });
    // A line more or less moves what is below it.
    this.#sizes.observe(sheet);
    this.#sizes.observe(body);
  }

  /** Marks these and no others. `onOpen` is called when somebody wants to know more of those at one place. */
  show(marks: readonly PageMark[], onOpen: OpenMarks): void {
    this.#groups = markGroups(marks);
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
    this.#sizes.disconnect();
    this.#mirrors.stop();
    this.#signs.stop();
    for (const level of LEVELS) highlightRanges(`stet-mark-${level}`, []);
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
    const view = this.#scroller?.getBoundingClientRect();
    const [top, bottom] = [(view?.top ?? 0) - AHEAD, (view?.bottom ?? window.innerHeight) + AHEAD];
    const ranges: Record<PageMark['level'], Range[]> = { note: [], warn: [], block: [] };
    const signs: { group: MarkGroup; top: number; order: number }[] = [];
    for (const [order, group] of this.#groups.entries()) {
      const element = this.#elementOf(group);
      const box = element?.getBoundingClientRect();
      if (!box || box.bottom < top || box.top > bottom) continue;
      let first: Range | undefined;
      for (const { mark } of group.marks) {
        const found = this.#rangesOf(mark);
        ranges[mark.level].push(...found);
        first ??= found[0];
      }
      const line = first?.getBoundingClientRect();
      signs.push({ group, order, top: line && line.height > 0 ? line.top + line.height / 2 : box.top + 15 });
    }
    for (const level of LEVELS) highlightRanges(`stet-mark-${level}`, ranges[level]);
    this.#signs.draw(signs);
  }

  #elementOf({ spot }: MarkGroup): HTMLElement | null {
    if (spot.in === 'field') return this.#mirrors.field(spot.field);
    const key = this.editor.getEditorState().read(() => $findBlock(spot.blockId)?.getKey());
    return key === undefined ? null : this.editor.getElementByKey(key);
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
