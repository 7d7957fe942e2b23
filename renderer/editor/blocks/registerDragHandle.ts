import {
  $getNodeByKey,
  $isElementNode,
  HISTORY_PUSH_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import { blockAtPoint, gapAtPoint, isInGallery, keyOfBlock, type BlockGap } from './blockGaps.ts';
import type { DropLine } from './DropLine.ts';
import { $moveBlocksBefore } from './moveBlocks.ts';
import { $selectBlock } from './selectBlock.ts';

/** Pixels the pointer travels before a press becomes a drag. */
const SLACK = 4;
/** How close to the edge of the page (px) a drag scrolls it, and how fast (px a frame). */
const SCROLL_ZONE = 48;
const SCROLL_STEP = 12;

interface Drag {
  readonly key: NodeKey;
  readonly startX: number;
  readonly startY: number;
  isMoving: boolean;
  gap: BlockGap | null;
}

function drawDots(button: HTMLElement): void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 10 16');
  svg.setAttribute('width', '10');
  svg.setAttribute('height', '16');
  for (const x of [2, 8]) {
    for (const y of [2, 8, 14]) {
      const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
      dot.setAttribute('cx', String(x));
      dot.setAttribute('cy', String(y));
      dot.setAttribute('r', '1.5');
      svg.append(dot);
    }
  }
  button.append(svg);
}

/**
 * A handle beside the block under the pointer: press it to select the block, drag it to move the block. The keyboard has
 * its own way (Alt+Shift+Up and Down), so the handle is for the pointer alone. Answers its undo.
 */
export function registerDragHandle(editor: LexicalEditor, sheet: HTMLElement, line: DropLine): () => void {
  const handle = document.createElement('div');
  handle.className = 'drag-handle';
  handle.hidden = true;
  handle.setAttribute('aria-hidden', 'true');
  handle.title = 'Drag to move';
  drawDots(handle);
  sheet.append(handle);

  const scroller = sheet.closest<HTMLElement>('.page-scroll');
  let hovered: Element | null = null;
  let drag: Drag | null = null;
  let scrolling = 0;

  function hover(event: PointerEvent): void {
    if (drag || event.buttons !== 0 || event.target === handle) return;
    const element = blockAtPoint(editor, event.clientX, event.clientY);
    if (element === hovered && !handle.hidden) return;
    hovered = element;
    handle.hidden = element === null;
    if (!element) return;
    // It goes with the next key; the others are none of its business.
    sheet.addEventListener('keydown', leave, { once: true });
    const box = element.getBoundingClientRect();
    const around = sheet.getBoundingClientRect();
    handle.style.top = `${box.top - around.top}px`;
    // Beside a row of a gallery it could be anybody's: there it lies on the picture.
    const isInRow = isInGallery(element);
    const isRtl = sheet.matches(':dir(rtl)');
    const start = isRtl ? around.right - box.right : box.left - around.left;
    handle.classList.toggle('is-on-picture', isInRow);
    handle.style.insetInlineStart = isInRow ? `${start}px` : '';
  }

  function press(event: PointerEvent): void {
    const key = hovered && event.button === 0 ? keyOfBlock(editor, hovered) : null;
    if (key === null) return;
    // The caret stays where it is.
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    // Only now: listening all the time, it would be asked at every key that is typed.
    window.addEventListener('keydown', cancel, true);
    drag = { key, startX: event.clientX, startY: event.clientY, isMoving: false, gap: null };
  }

  function scrollBy(x: number, y: number): void {
    cancelAnimationFrame(scrolling);
    const box = scroller?.getBoundingClientRect();
    if (!scroller || !box || !drag?.isMoving) return;
    const by = y < box.top + SCROLL_ZONE ? -SCROLL_STEP : y > box.bottom - SCROLL_ZONE ? SCROLL_STEP : 0;
    if (by === 0) return;
    scroller.scrollTop += by;
    point(x, y);
    scrolling = requestAnimationFrame(() => scrollBy(x, y));
  }

  function point(x: number, y: number): void {
    if (!drag) return;
    drag.gap = gapAtPoint(editor, x, y);
    if (drag.gap) line.show(drag.gap);
  }

  function move(event: PointerEvent): void {
    if (!drag) return;
    drag.isMoving ||= Math.hypot(event.clientX - drag.startX, event.clientY - drag.startY) > SLACK;
    if (!drag.isMoving) return;
    point(event.clientX, event.clientY);
    scrollBy(event.clientX, event.clientY);
  }

  function end(): Drag | null {
    const done = drag;
    drag = null;
    window.removeEventListener('keydown', cancel, true);
    cancelAnimationFrame(scrolling);
    line.hide();
    return done;
  }

  function release(): void {
    const done = end();
    if (!done) return;
    editor.update(
      () => {
        const block = $getNodeByKey(done.key);
        if (!block) return;
        if (!done.isMoving) {
          if ($isElementNode(block) && !block.isShadowRoot()) block.select(0, block.getChildrenSize());
          else $selectBlock(block);
        } else if (done.gap) {
          const { key, side, inRow } = done.gap;
          const beside = $getNodeByKey(key);
          const target = side === 'before' ? beside : (beside?.getNextSibling() ?? null);
          if (beside && !beside.is(block)) $moveBlocksBefore([block], target, inRow ? beside : null);
        }
      },
      { tag: [HISTORY_PUSH_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
    );
    editor.getRootElement()?.focus({ preventScroll: true });
    hovered = null;
    handle.hidden = true;
  }

  function cancel(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !drag) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }

  function leave(): void {
    if (drag || handle.hidden) return;
    handle.hidden = true;
    hovered = null;
  }

  sheet.addEventListener('pointermove', hover);
  sheet.addEventListener('pointerleave', leave);
  handle.addEventListener('pointerdown', press);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', release);
  handle.addEventListener('pointercancel', end);
  return () => {
    end();
    handle.remove();
    sheet.removeEventListener('pointermove', hover);
    sheet.removeEventListener('pointerleave', leave);
    sheet.removeEventListener('keydown', leave);
  };
}
