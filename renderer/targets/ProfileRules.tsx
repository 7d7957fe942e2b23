import {
  isWire,
  PRIVATE_PARTS,
  REQUIRED_PARTS,
  takesFiles,
  type PrivatePart,
  type RequiredPart,
  type Target,
  type TargetKind,
  type TargetProfile,
} from '../../shared/targets/target.ts';
import { PRIVATE_LABELS, REQUIRED_LABELS } from '../../shared/targets/targetLabels.ts';
import { Field } from '../ui/Field.tsx';

interface ProfileRulesProps extends Pick<Target, 'kind' | 'profile'> {
  readonly sideProblem: string | null;
  readonly onProfile: (part: Partial<TargetProfile>) => void;
}

/** What a story must have before it goes to a target, what of it stays here, and how large its pictures go. */
export function ProfileRules({ kind, profile, sideProblem, onProfile }: ProfileRulesProps) {
  return (
    <>
      <Ticks
        legend="A story must have"
        hint="Send refuses it, and says what is missing."
        all={REQUIRED_PARTS}
        chosen={profile.required}
        labels={REQUIRED_LABELS}
        onChange={(required: readonly RequiredPart[]) => onProfile({ required: [...required] })}
      />
      <Ticks
        legend="Stays here"
        hint="Desk, deadline and the editor’s note never leave."
        all={PRIVATE_PARTS.filter((part) => isSent(part, kind))}
        chosen={profile.private}
        labels={PRIVATE_LABELS}
        onChange={(kept: readonly PrivatePart[]) => onProfile({ private: [...kept] })}
      />
      {takesFiles({ kind, profile }) && (
        <Field
          label="Longest side of pictures, in pixels"
          problem={sideProblem}
          hint="Left empty, they go as the house style has them."
        >
          {(id, hintId) => (
            <input
              id={id}
              aria-describedby={hintId}
              aria-invalid={sideProblem !== null || undefined}
              className="input"
              dir="ltr"
              inputMode="numeric"
              maxLength={5}
              value={profile.longestSide ?? ''}
              onChange={({ target }) => {
                const digits = target.value.replace(/\D/g, '');
                onProfile({ longestSide: digits === '' ? null : Number(digits) });
              }}
            />
          )}
        </Field>
      )}
    </>
  );
}

/** Whether a kind would get this at all; a site has no place for a priority. */
function isSent(part: PrivatePart, kind: TargetKind): boolean {
  return part !== 'priority' || isWire(kind);
}

interface TicksProps<Part extends string> {
  readonly legend: string;
  readonly hint: string;
  readonly all: readonly Part[];
  readonly chosen: readonly Part[];
  readonly labels: Readonly<Record<Part, string>>;
  readonly onChange: (chosen: readonly Part[]) => void;
}

function Ticks<Part extends string>({ legend, hint, all, chosen, labels, onChange }: TicksProps<Part>) {
  return (
    <fieldset className="target-ticks">
      <legend className="field-label">{legend}</legend>
      <div>
        {all.map((part) => (
          <label className="check" key={part}>
            <input
              type="checkbox"
              checked={chosen.includes(part)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, part] : chosen.filter((one) => one !== part))
              }
            />
            {labels[part]}
          </label>
        ))}
      </div>
      <p className="field-hint">{hint}</p>
    </fieldset>
  );
}
