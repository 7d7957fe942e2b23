import { useState } from 'react';
import { isZone, momentOf, wallTime } from '../../shared/lang/zoneTime.ts';
import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource } from './FieldsSource.ts';
import { elsewhereText, ownZone } from './timeZones.ts';
import { ZoneSelect } from './ZoneSelect.tsx';

interface TimeFieldProps {
  readonly label: string;
  readonly name: 'deadline' | 'embargo';
  /** Where the zone it is told in is kept; left out: this computer's. */
  readonly zoneName?: 'embargoZone';
  readonly source: FieldsSource;
}

/** A day and time, on the clocks of a zone on the screen and in UTC in the story. */
export function TimeField({ label, name, zoneName, source }: TimeFieldProps) {
  const value = useSignalPart(source.fields, (fields) => fields?.[name] ?? null);
  const kept = useSignalPart(source.fields, (fields) => (zoneName ? fields?.[zoneName] : undefined));
  const zone = kept !== undefined && isZone(kept) ? kept : ownZone();
  const shown = value === null ? '' : wallTime(value, zone);
  const [typed, setTyped] = useState(shown);
  const [seen, setSeen] = useState(shown);
  if (shown !== seen) {
    setSeen(shown);
    // Half-typed dates read as null; what stands in the box stays while it is being typed.
    if (value !== momentOf(typed, zone)) setTyped(shown);
  }
  return (
    <Field label={label}>
      {(id) => (
        <>
          <input
            id={id}
            aria-describedby={value === null ? undefined : `${id}-zone`}
            className="input"
            type="datetime-local"
            max="9999-12-31T23:59"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              const moment = momentOf(event.target.value, zone);
              // Told in this computer's zone, until somebody says otherwise; another computer must see the same.
              if (zoneName && moment !== null && kept === undefined) source.setField(zoneName, zone);
              source.setField(name, moment);
            }}
          />
          {value !== null && zoneName && (
            <ZoneSelect
              label={`Time zone of the ${label.toLowerCase()}`}
              zone={zone}
              source={source}
              onChoose={(chosen) => {
                // What was typed stays: it is the clock on the wall there that was meant.
                source.setField(zoneName, chosen);
                source.setField(name, momentOf(wallTime(value, zone), chosen));
              }}
            />
          )}
          {value !== null && (
            <p className="time-zone" id={`${id}-zone`}>
              {elsewhereText(value, zone)}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
