import type { HandoverCost, HandoverOrder } from '../../shared/handover/handover.ts';
import type { Result } from '../../shared/lang/result.ts';
import { byteSize } from '../ui/byteSize.ts';
import { countText } from '../ui/countText.ts';

type Media = HandoverOrder['media'];

interface MediaChoiceProps {
  readonly cost: HandoverCost;
  /** What it weighs with smaller copies, or why these cannot be made; null while they are being made. */
  readonly renditions: Result<number> | null;
  readonly chosen: Media;
  readonly onChoose: (media: Media) => void;
}

/** What of the pictures and recordings goes along, and what the package weighs then. */
export function MediaChoice({ cost, renditions, chosen, onChoose }: MediaChoiceProps) {
  const ways: readonly {
    readonly media: Media;
    readonly label: string;
    readonly hint: string;
    readonly size: string;
  }[] = [
    {
      ...{ media: 'all', label: 'As they are', size: byteSize(cost.all) },
      hint: `With ${countText(cost.files, 'picture or recording', 'pictures and recordings')}.`,
    },
    {
      ...{ media: 'renditions', label: 'Smaller copies', size: sizeOf(renditions) },
      hint: renditions?.ok === false ? renditions.error.message : copiesHint(cost.recordings),
    },
    {
      ...{ media: 'none', label: 'Text first', size: byteSize(cost.none) },
      hint: 'Captions and credits go, the files stay here.',
    },
  ];
  return (
    <fieldset className="handover-media">
      <legend className="field-label">Pictures and recordings</legend>
      <div className="choices" role="radiogroup" aria-label="Pictures and recordings">
        {ways.map(({ media, label, hint, size }) => (
          <label key={media} className="choice" data-chosen={media === chosen || undefined}>
            <input
              type="radio"
              name="handover-media"
              checked={media === chosen}
              disabled={media === 'renditions' && renditions?.ok === false}
              aria-label={label}
              aria-describedby={`handover-media-${media}`}
              onChange={() => onChoose(media)}
            />
            <span className="choice-label handover-media-label">
              {label} <bdi className="handover-media-size">{size}</bdi>
            </span>
            <span className="choice-hint" id={`handover-media-${media}`}>
              <span className="visually-hidden">{size}. </span>
              {hint}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function sizeOf(renditions: Result<number> | null): string {
  if (renditions === null) return 'weighing…';
  return renditions.ok ? byteSize(renditions.value) : '';
}

function copiesHint(recordings: number): string {
  const seen = 'Every picture can be seen, and its original asked for.';
  if (recordings === 0) return seen;
  return `${seen} ${countText(recordings, 'recording stays', 'recordings stay')} here.`;
}
