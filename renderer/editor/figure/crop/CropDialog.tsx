import { RotateCcw, RotateCw } from 'lucide-react';
import { useId, useRef, useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { shownSides, tidyFraming, turnedSides, type Sides } from '../../../../shared/media/cropGeometry.ts';
import type { Crop, Focus, Framing } from '../../../../shared/story/block.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { changeCrop, CROP_SHAPES, draftOf, type CropChange } from './cropDraft.ts';
import { CropStage } from './CropStage.tsx';
import { PercentField } from './PercentField.tsx';
import './crop.css';

interface CropDialogProps {
  readonly src: string;
  /** The picture's name. */
  readonly name: string;
  /** Of the whole picture, upright. */
  readonly sides: Sides;
  readonly framing: Framing;
  readonly onClose: () => void;
  readonly onApply: (framing: Framing) => void;
}

const SIDES: readonly (readonly [side: keyof Crop, label: string])[] = [
  ['x', 'Left'],
  ['y', 'Top'],
  ['width', 'Width'],
  ['height', 'Height'],
];

/** Chooses which part of a picture is shown, how it is turned and what must stay in sight. The picture itself is not changed. */
export function CropDialog({ src, name, sides, framing, onClose, onApply }: CropDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(framing));
  const frame = useRef<HTMLDivElement>(null);
  const point = useRef<HTMLDivElement>(null);
  const ids = useId();
  const change = (next: CropChange) => setDraft((now) => changeCrop(now, next, sides));
  const { crop, focus, shape } = draft;
  const whole = turnedSides(sides, draft.turn);
  const shown = shownSides(sides, draft.turn === undefined ? { crop } : { crop, turn: draft.turn });

  function apply(event: FormEvent): void {
    event.preventDefault();
    const { turn } = draft;
    onApply(tidyFraming({ crop, ...(turn !== undefined && { turn }), ...(focus && { focus }) }));
  }

  function addPoint(): void {
    // Drawn at once: the button that had the keyboard goes, and the point takes it over.
    flushSync(() => change({ kind: 'focus', focus: { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 } }));
    point.current?.focus();
  }

  return (
    <Dialog
      title="Crop picture"
      size="page"
      onClose={onClose}
      initialFocus={frame}
      foot={
        <>
          <p className="crop-size" role="status">
            {shown.width} × {shown.height} of {whole.width} × {whole.height} pixels
          </p>
          <Button look="quiet" onClick={() => change({ kind: 'reset' })}>
            Reset
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={`${ids}form`} look="primary">
            Apply
          </Button>
        </>
      }
    >
      <form id={`${ids}form`} className="crop" noValidate onSubmit={apply}>
        <CropStage {...{ src, sides, draft, change, frame, point }} alt={name} keysId={`${ids}keys`} />
        <div className="crop-tools">
          <fieldset className="crop-shapes">
            <legend className="field-label">Shape</legend>
            {CROP_SHAPES.map(({ id, label }) => (
              <label key={id} className="crop-shape">
                <input
                  type="radio"
                  name={`${ids}shape`}
                  checked={shape === id}
                  onChange={() => change({ kind: 'shape', shape: id })}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <div className="crop-pair">
            <Button onClick={() => change({ kind: 'turn', way: 'left' })}>
              <RotateCcw size={15} strokeWidth={1.75} aria-hidden /> Rotate left
            </Button>
            <Button onClick={() => change({ kind: 'turn', way: 'right' })}>
              <RotateCw size={15} strokeWidth={1.75} aria-hidden /> Rotate right
            </Button>
          </div>
          <fieldset className="crop-pair">
            <legend className="field-label">Frame</legend>
            {SIDES.map(([side, label]) => (
              <PercentField
                key={side}
                label={label}
                value={crop[side]}
                onChange={(to) => change({ kind: 'set', side, to })}
              />
            ))}
          </fieldset>
          <FocalPoint focus={focus} change={change} onAdd={addPoint} />
          <p className="crop-keys" id={`${ids}keys`}>
            Arrow keys move what is focused; with Shift they make the frame wider, narrower, taller or shorter.
          </p>
        </div>
      </form>
    </Dialog>
  );
}

interface FocalPointProps {
  readonly focus: Focus | undefined;
  readonly change: (change: CropChange) => void;
  readonly onAdd: () => void;
}

/** What stays in sight where a page or a site cuts the picture by itself. */
function FocalPoint({ focus, change, onAdd }: FocalPointProps) {
  return (
    <fieldset className="crop-pair">
      <legend className="field-label">Focal point</legend>
      {focus ? (
        <>
          <PercentField
            label="Across"
            value={focus.x}
            onChange={(x) => change({ kind: 'focus', focus: { ...focus, x } })}
          />
          <PercentField
            label="Down"
            value={focus.y}
            onChange={(y) => change({ kind: 'focus', focus: { ...focus, y } })}
          />
          <Button look="link" onClick={() => change({ kind: 'focus', focus: undefined })}>
            Remove focal point
          </Button>
        </>
      ) : (
        <>
          <Button onClick={onAdd}>Add focal point</Button>
          <p className="field-hint">What must stay in sight where a site cuts the picture by itself.</p>
        </>
      )}
    </fieldset>
  );
}
