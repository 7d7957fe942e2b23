import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  getDOMTextNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { ThreadId } from '../../../shared/story/ids.ts';
import type { Anchor } from '../../../shared/story/review.ts';
import { Signal } from '../../ui/Signal.ts';
import { blockBar } from '../blockBar.ts';
import { NearBlocks } from '../blocks/NearBlocks.ts';
import { isPageField, PAGE_FIELDS, type PageField } from '../fields/pageFields.ts';
import { FieldMirrors } from '../find/FieldMirrors.ts';
import { highlightRanges } from '../highlights.ts';
import { $getBlockId } from '../model/blockState.ts';
import { $offsetOfPoint } from '../model/textOffsets.ts';
import { $blockAround, $findBlock } from '../model/topLevel.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { revealPlace } from '../places/revealPlace.ts';
import type { BegunThread, CommentSpot, CommentsOnPage, FollowedThreads } from '../storyEditorApi.ts';
import { SETTLED_TAG } from '../suggestions/keepSuggestions.ts';
import { beginThread } from './beginThread.ts';
import { $elementText, $markableElement, type CommentedPiece } from './commentedText.ts';
import { healThreads } from './healThreads.ts';
import { $removeThread, TALK_TAG } from './threadNodes.ts';
import { ThreadIndex, type ThreadPart } from './ThreadIndex.ts';
import './comments.css';

type Followed = FollowedThreads['threads'][number];

/** Where a thread stands in the story: the block (fields come before the first), and how far into it. */
type Rank = readonly [number, number];

interface Placed {
  readonly id: ThreadId;
  readonly rank: Rank;
  readonly element: HTMLElement;
  readonly ranges: readonly Range[];
  /** A block or a caption as a whole, not words in it. */
  readonly isWhole: boolean;
}

/** The blocks on the screen or near it, as drawn. */
type NearElements = ReadonlySet<HTMLElement | null>;

const HIGHLIGHTS = ['stet-comment', 'stet-comment-resolved', 'stet-comment-chosen'] as const;

/**
 * Shows on the page what is commented on, without touching the words, and says where it stands. Everything is worked out after
 * the frame of the key that changed it, and only if commented words may have moved; without threads nothing is listened to.
 */
export class PageComments implements CommentsOnPage {
  readonly layer = document.createElement('div');
  readonly spots = new Signal<readonly CommentSpot[]>([]);
  readonly #sheet: HTMLElement;
  readonly #near: NearBlocks;
  readonly #mirrors: FieldMirrors;
  readonly #index: ThreadIndex;
  readonly #bars = document.createElement('div');
  readonly #sizes = new ResizeObserver(() => this.#later());
  #followed: FollowedThreads | null = null;
  #known = new Set<ThreadId>();
  #placed: readonly Placed[] = [];
  /** Something else is drawn in the margin, too. */
  #isKept = false;
  #mayHeal = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopListening: (() => void) | null = null;

  constructor(
    private readonly editor: LexicalEditor,
    private readonly body: HTMLElement,
    private readonly fieldInUse: () => HTMLTextAreaElement | null,
  ) {
    this.#sheet = body.closest<HTMLElement>('.sheet') ?? body;
    // What is far off is not laid out in a long story, so that its place is a guess until it comes near.
    this.#near = new NearBlocks(editor, body.closest<HTMLElement>('.page-scroll'), () => this.#later());
    this.#mirrors = new FieldMirrors(this.#sheet);
    this.#index = new ThreadIndex(editor);
    this.layer.className = 'comments-layer';
    this.#bars.className = 'comment-bars';
    this.#bars.setAttribute('aria-hidden', 'true');
  }

  follow(followed: FollowedThreads): void {
    this.#followed = followed;
    const isNew = followed.threads.some(({ id }) => !this.#known.has(id));
    if (isNew) this.#mayHeal = true;
    this.#known = new Set(followed.threads.map(({ id }) => id));
    if (followed.threads.length > 0) this.#listen();
    else this.#rest();
    this.#showLayer();
    // Whoever asked for it is waiting to see it.
    if (this.#stopListening) this.#draw();
  }

  keepLayer(isKept: boolean): void {
    this.#isKept = isKept;
    this.#showLayer();
  }

  #showLayer(): void {
    const isShown = this.#isKept || (this.#followed?.drawn.size ?? 0) > 0;
    if (isShown && !this.layer.isConnected) this.#sheet.append(this.#bars, this.layer);
    else if (!isShown) for (const element of [this.#bars, this.layer]) element.remove();
    this.#sheet.toggleAttribute('data-commented', isShown);
  }

  begin(): BegunThread | null {
    return beginThread(this.editor, this.fieldInUse());
  }

  drop(id: ThreadId): void {
    this.editor.update(() => $removeThread(id), {
      discrete: true,
      tag: [HISTORY_MERGE_TAG, TALK_TAG, SKIP_DOM_SELECTION_TAG],
    });
  }

  reveal(id: ThreadId): boolean {
    this.#draw();
    const placed = this.#placed.find((one) => one.id === id);
    const about = this.#followed?.threads.find((thread) => thread.id === id)?.about;
    if (!placed || !about) return false;
    if (about.kind === 'field') {
      const field = this.#mirrors.field(about.field as PageField);
      const start = Math.max(0, field?.value.indexOf(about.words) ?? 0);
      return revealPlace(this.editor, {
        in: 'field',
        field: about.field,
        start,
        end: start + about.words.length,
      } as Parameters<typeof revealPlace>[1]);
    }
    placed.element.scrollIntoView({ block: 'nearest' });
    this.body.focus({ preventScroll: true });
    this.editor.update(() => this.#$select(id, placed), { discrete: true });
    return true;
  }

  fromCaret(way: 1 | -1): ThreadId | null {
    this.#draw();
    const shown = this.#placed.filter(({ id }) => this.#followed?.drawn.has(id));
    const caret = this.#caretRank();
    const inside = shown.findLast(({ ranges }) => holdsCaret(ranges));
    if (inside && inside.id !== this.#followed?.chosen) return inside.id;
    const at = inside ? shown.indexOf(inside) : -1;
    if (at >= 0) return (shown.at((at + way) % shown.length) ?? null)?.id ?? null;
    const next =
      way > 0
        ? shown.find(({ rank }) => compare(rank, caret) >= 0)
        : shown.findLast(({ rank }) => compare(rank, caret) < 0);
    return (next ?? (way > 0 ? shown[0] : shown.at(-1)))?.id ?? null;
  }

  stop(): void {
    this.#rest();
    this.#near.stop();
    this.#mirrors.stop();
    this.#bars.remove();
    this.layer.remove();
  }

  #listen(): void {
    if (this.#stopListening) return;
    this.#index.forget();
    const onClick = () => {
      const placed = this.#placed.findLast(({ ranges }) => holdsCaret(ranges));
      if (placed && this.#followed?.drawn.has(placed.id)) this.#followed.onPick(placed.id);
    };
    const unregister = this.editor.registerUpdateListener((update) => {
      const { dirtyElements, dirtyLeaves, tags } = update;
      const isUndone = tags.has(HISTORIC_TAG);
      if (!isUndone && dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      if (isUndone) this.#index.forget();
      if (isUndone || tags.has(PASTE_TAG) || tags.has(SETTLED_TAG)) this.#mayHeal = true;
      if (this.#index.touch(update) || isUndone) this.#later();
    });
    this.body.addEventListener('click', onClick);
    this.#sizes.observe(this.#sheet);
    this.#sizes.observe(this.body);
    this.#stopListening = () => {
      unregister();
      this.body.removeEventListener('click', onClick);
      this.#sizes.disconnect();
    };
  }

  #rest(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#stopListening?.();
    this.#stopListening = null;
    this.#placed = [];
    this.#bars.replaceChildren();
    for (const name of HIGHLIGHTS) highlightRanges(name, []);
    this.spots.set([]);
  }

  /** After the next frame is on the screen. */
  #later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#draw());
    });
  }

  #draw(): void {
    const followed = this.#followed;
    if (!followed || !this.#stopListening || !this.body.isConnected) return;
    let parts = this.#index.read();
    if (this.#mayHeal && !this.editor.isComposing()) {
      this.#mayHeal = false;
      if (this.#heal(followed.threads, parts)) parts = this.#index.read();
    }
    this.#placed = followed.threads
      .flatMap((thread) => this.#place(thread, parts.get(thread.id) ?? []))
      .sort((one, other) => compare(one.rank, other.rank));
    const near = new Set(this.#near.look().map((block) => this.editor.getElementByKey(block.getKey())));
    this.#paint(followed, near);
    this.#measure(near);
  }

  #heal(threads: readonly Followed[], parts: ReadonlyMap<ThreadId, readonly ThreadPart[]>): boolean {
    const lost = threads
      .filter(({ id, about }) => about.kind === 'words' && !parts.has(id))
      .map(({ id, about }) => {
        const seen = this.#index.seen(id);
        return { id, pieces: seen.length > 0 ? seen : piecesOf(about) };
      });
    return lost.length > 0 && healThreads(this.editor, lost).length > 0;
  }

  #place({ id, about }: Followed, parts: readonly ThreadPart[]): Placed[] {
    const [first] = parts;
    if (first) {
      const element = this.editor.getElementByKey(first.block);
      const ranges = parts.flatMap(({ nodes }) => nodes.flatMap((key) => this.#rangeOf(key)));
      return element
        ? [
            {
              id,
              rank: [first.index, first.start],
              element,
              ranges,
              isWhole: false,
            },
          ]
        : [];
    }
    if (about.kind === 'field') return this.#placeInField(id, about);
    if (about.kind !== 'block' && about.kind !== 'caption') return [];
    return this.editor.getEditorState().read(() => {
      const block = $findBlock(about.blockId) ?? $blockOfWords(about.words);
      const within = block && about.kind === 'caption' && $isFigureNode(block) ? (block.getCaption() ?? block) : block;
      const element = within && this.editor.getElementByKey(within.getKey());
      if (!block || !element) return [];
      return [
        {
          id,
          rank: [block.getIndexWithinParent(), 0],
          element,
          ranges: [],
          isWhole: true,
        },
      ];
    });
  }

  #placeInField(id: ThreadId, { field: name, words }: Extract<Anchor, { kind: 'field' }>): Placed[] {
    if (!isPageField(name)) return [];
    const element = this.#mirrors.field(name);
    if (!element) return [];
    const start = element.value.indexOf(words);
    // Other words now: it is about the field, and says so by standing beside it.
    const ranges = words === '' || start < 0 ? [] : this.#mirrors.ranges(name, [{ start, end: start + words.length }]);
    return [
      {
        id,
        rank: [-1, PAGE_FIELDS.indexOf(name)],
        element,
        ranges,
        isWhole: ranges.length === 0,
      },
    ];
  }

  #rangeOf(key: string): Range[] {
    const element = this.editor.getElementByKey(key);
    const text = element && getDOMTextNode(element);
    if (!text) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    return [range];
  }

  #paint({ drawn, resolved, chosen }: FollowedThreads, near: NearElements): void {
    const isNear = ({ startContainer }: Range) => {
      // What is not in the body is a field, which is near.
      let element = startContainer.parentElement;
      while (element && element.parentElement !== this.body) element = element.parentElement;
      return element === null || near.has(element);
    };
    const rangesOf = (wanted: (id: ThreadId) => boolean) =>
      this.#placed.flatMap(({ id, ranges }) => (drawn.has(id) && wanted(id) ? ranges.filter(isNear) : []));
    highlightRanges(
      'stet-comment',
      rangesOf((id) => id !== chosen && !resolved.has(id)),
    );
    highlightRanges(
      'stet-comment-resolved',
      rangesOf((id) => id !== chosen && resolved.has(id)),
    );
    highlightRanges(
      'stet-comment-chosen',
      rangesOf((id) => id === chosen),
    );
  }

  /** Tells where everything is drawn, in the sheet. */
  #measure(near: NearElements): void {
    const { drawn, chosen } = this.#followed ?? {};
    const zero = this.#sheet.getBoundingClientRect().top;
    const bars: HTMLElement[] = [];
    const spots = this.#placed.map(({ id, element, ranges, isWhole, rank }) => {
      const [first] = ranges;
      const line = first && (rank[0] < 0 || near.has(element)) ? first.getBoundingClientRect() : null;
      const box = element.getBoundingClientRect();
      if (isWhole && drawn?.has(id)) bars.push(blockBar('comment-bar', box.top - zero, box.height, id === chosen));
      return {
        id,
        top: Math.round((line && line.height > 0 ? line.top : box.top) - zero),
      };
    });
    this.#bars.replaceChildren(...bars);
    const before = this.spots.value;
    const isSame =
      before.length === spots.length &&
      spots.every(({ id, top }, index) => id === before[index]?.id && top === before[index].top);
    if (!isSame) this.spots.set(spots);
  }

  #caretRank(): Rank {
    const field = document.activeElement?.closest<HTMLElement>('[data-story-field]')?.dataset['storyField'];
    if (field !== undefined) return [-1, PAGE_FIELDS.indexOf(field as PageField)];
    return this.editor.getEditorState().read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return [-2, 0] as const;
      const block = $blockAround(selection.focus.getNode());
      if (!block) return [-2, 0] as const;
      const offset = $isElementNode(block) ? $offsetOfPoint(block, selection.focus) : 0;
      return [block.getIndexWithinParent(), offset] as const;
    });
  }

  #$select(id: ThreadId, { isWhole, element }: Placed): void {
    const parts = this.#index.read().get(id) ?? [];
    const first = parts[0]?.nodes[0];
    const last = parts.at(-1)?.nodes.at(-1);
    const start = first === undefined ? null : $getNodeByKey(first);
    const end = last === undefined ? null : $getNodeByKey(last);
    if (start && end) {
      const selection = start.selectStart();
      selection.focus.set(end.getKey(), end.getTextContentSize(), 'text');
      $setSelection(selection);
      return;
    }
    const block = isWhole
      ? $getRoot()
          .getChildren()
          .find((node) => this.editor.getElementByKey(node.getKey())?.contains(element))
      : undefined;
    const words = block && $markableElement(block);
    if (words) words.selectStart();
  }
}

function compare(one: Rank, other: Rank): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** Whether the browser's caret is in any of these. */
function holdsCaret(ranges: readonly Range[]): boolean {
  const selection = document.getSelection();
  const node = selection?.focusNode;
  return node != null && ranges.some((range) => range.isPointInRange(node, selection?.focusOffset ?? 0));
}

/** What a thread remembers of its words, block by block. */
function piecesOf(about: Anchor): readonly CommentedPiece[] {
  if (about.kind !== 'words') return [];
  const { blockId, before, after } = about;
  const lines = about.words.split('\n');
  return lines.map((words, index) => ({
    blockId,
    words,
    before: index === 0 ? before : '',
    after: index === lines.length - 1 ? after : '',
  }));
}

/** The one block that says these words, where the block that said them is gone: it was joined to another. */
function $blockOfWords(words: string): LexicalNode | null {
  if (words.trim() === '') return null;
  const found = $getRoot()
    .getChildren()
    .filter((block) => {
      const element = $getBlockId(block) === null ? null : $markableElement(block);
      return element !== null && $elementText(element).includes(words);
    });
  return found.length === 1 ? (found[0] ?? null) : null;
}
