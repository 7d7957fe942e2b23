import type { ExportTarget } from '../../shared/ipc/librarySchemas.ts';
import { TARGET_GROUPS, TARGET_LABELS } from './targetLabels.ts';

interface TargetChoiceProps {
  readonly chosen: ExportTarget;
  readonly isDisabled: boolean;
  readonly onChoose: (target: ExportTarget) => void;
}

/** Everything a story can leave as, grouped by where it goes; one of it is chosen. */
export function TargetChoice({ chosen, isDisabled, onChoose }: TargetChoiceProps) {
  return (
    <div className="targets scrolls" role="radiogroup" aria-label="Target">
      {TARGET_GROUPS.map(({ name, targets }) => (
        <div key={name} role="group" aria-label={name}>
          <p className="target-group" aria-hidden="true">
            {name}
          </p>
          {targets.map((target) => (
            <label key={target} className="choice" data-chosen={target === chosen || undefined}>
              <input
                type="radio"
                name="export-target"
                value={target}
                checked={target === chosen}
                disabled={isDisabled}
                aria-label={TARGET_LABELS[target].label}
                aria-describedby={`target-${target}`}
                onChange={() => onChoose(target)}
              />
              <span className="choice-label">{TARGET_LABELS[target].label}</span>
              <span className="choice-hint" id={`target-${target}`}>
                {TARGET_LABELS[target].hint}
              </span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
