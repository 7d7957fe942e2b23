import { useMemo } from 'react';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource } from './FieldsSource.ts';
import { zoneChoices } from './timeZones.ts';

interface ZoneSelectProps {
  readonly label: string;
  readonly zone: string;
  readonly source: FieldsSource;
  readonly onChoose: (zone: string) => void;
}

/** All time zones there are, those that are likely first. */
export function ZoneSelect({ label, zone, source, onChoose }: ZoneSelectProps) {
  const dateline = useSignalPart(source.fields, (fields) => fields?.dateline ?? '');
  const { likely, others } = useMemo(() => zoneChoices(zone, dateline), [zone, dateline]);
  return (
    <select
      className="input select zone-select"
      aria-label={label}
      value={zone}
      onChange={(event) => onChoose(event.target.value)}
    >
      {likely.map(({ name, why }) => (
        <option key={name} value={name}>
          {why === '' ? name : `${name} — ${why}`}
        </option>
      ))}
      <optgroup label="All time zones">
        {others.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
