import { useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { CROP_HANDLES, turnedSides, type CropHandle, type Sides } from '../../../../shared/media/cropGeometry.ts';
import type { Crop } from '../../../../shared/story/block.ts';
import { FramedImage } from '../../../ui/FramedImage.tsx';
import type { CropChange, CropDraft } from './cropDraft.ts';

interface CropStageProps {
  readonly src: string;
  readonly alt: string;
  readonly sides: Sides;
  readonly draft: CropDraft;
  readonly change: (change: CropChange) => void;
  /** The id of the sentence that tells the keys. */
  readonly keysId: string;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly point: RefObject<HTMLDivElement | null>;
}

/** One press of an arrow key, as a fraction of the picture. */
const STEP = 0.01;
/** A press that wanders no further than this many pixels is a click. */
const CLICK = 4;

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

interface Drawing {
  readonly what: CropHandle | 'all' | 'point';
  readonly from: Crop;
  readonly startX: number;
  readonly startY: number;
  isClick: boolean;
}

/** The whole picture with the frame over it: what is outside the frame is shaded. Drawn with the mouse or with arrow keys. */
export function CropStage({ src, alt, sides, draft, change, keysId, frame, point }: CropStageProps) {
  const drawing = useRef<Drawing | null>(null);
  const { crop, turn, focus } = draft;
  const whole = turnedSides(sides, turn);

  function shareOf(event: PointerEvent): readonly [x: number, y: number] {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return [(event.clientX - left) / width, (event.clientY - top) / height];
  }

  function press(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0) return;
    const part = event.target instanceof HTMLElement ? event.target.dataset['part'] : undefined;
    const what = part === 'point' ? part : (CROP_HANDLES.find((handle) => handle === part) ?? 'all');
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = { what, from: crop, startX: event.clientX, startY: event.clientY, isClick: true };
    (what === 'point' ? point : frame).current?.focus({ preventScroll: true });
    event.preventDefault();
  }

  function move(event: PointerEvent<HTMLDivElement>): void {
    const now = drawing.current;
    if (!now) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    const [right, below] = [event.clientX - now.startX, event.clientY - now.startY];
    if (now.isClick && Math.hypot(right, below) < CLICK) return;
    now.isClick = false;
    const [x, y] = shareOf(event);
    if (now.what === 'point') change({ kind: 'focus', focus: pointWithin(x, y) });
    else change({ kind: 'draw', from: now.from, handle: now.what, dx: right / width, dy: below / height });
  }

  function release(event: PointerEvent<HTMLDivElement>): void {
    const now = drawing.current;
    drawing.current = null;
    if (!now?.isClick || now.what !== 'all' || !focus) return;
    const [x, y] = shareOf(event);
    change({ kind: 'focus', focus: pointWithin(x, y) });
  }

  function pressFrame(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const [dx, dy] = arrow;
    const handle = event.shiftKey ? (dx === 0 ? 's' : 'e') : 'all';
    change({ kind: 'draw', from: crop, handle, dx, dy });
  }

  function pressPoint(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (focus && (event.key === 'Delete' || event.key === 'Backspace')) {
      change({ kind: 'focus', focus: undefined });
      frame.current?.focus();
    } else if (focus && arrow) change({ kind: 'focus', focus: pointWithin(focus.x + arrow[0], focus.y + arrow[1]) });
    else return;
    event.preventDefault();
  }

  return (
    <div className="crop-room">
      <div
        className="crop-stage"
        style={{
          aspectRatio: `${whole.width} / ${whole.height}`,
          ['--crop-ratio' as string]: whole.width / whole.height,
        }}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => (drawing.current = null)}
      >
        <FramedImage framing={turn === undefined ? {} : { turn }} sides={sides} src={src} alt={alt} draggable={false} />
        <div className="crop-shade" style={{ clipPath: holeOf(crop) }} />
        <div
          ref={frame}
          className="crop-frame"
          style={{
            left: `${crop.x * 100}%`,
            top: `${crop.y * 100}%`,
            width: `${crop.width * 100}%`,
            height: `${crop.height * 100}%`,
          }}
          role="application"
          aria-label="Frame"
          aria-describedby={keysId}
          tabIndex={0}
          onKeyDown={pressFrame}
        >
          {CROP_HANDLES.map((handle) => (
            <span key={handle} className="crop-handle" data-part={handle} aria-hidden="true" />
          ))}
        </div>
        {focus && (
          <div
            ref={point}
            className="crop-point"
            data-part="point"
            style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
            role="application"
            aria-label="Focal point"
            aria-describedby={keysId}
            tabIndex={0}
            onKeyDown={pressPoint}
          />
        )}
      </div>
    </div>
  );
}

/** All around the frame. */
function holeOf({ x, y, width, height }: Crop): string {
  const corners = [
    ...[0, 0, 1, 0, 1, 1, 0, 1, 0, 0],
    ...[x, y, x + width, y, x + width, y + height, x, y + height, x, y],
  ].map((share) => `${share * 100}%`);
  const points = Array.from({ length: corners.length / 2 }, (_, at) => `${corners[2 * at]} ${corners[2 * at + 1]}`);
  return `polygon(evenodd, ${points.join(', ')})`;
}

function pointWithin(x: number, y: number): { x: number; y: number } {
  return { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) };
}
