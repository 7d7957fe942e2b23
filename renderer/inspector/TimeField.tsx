import { useState } from 'react';
import { Field } from '../ui/Field.tsx';
import { useSignalPart } from '../ui/Signal.ts';
import type { FieldsSource } from './FieldsSource.ts';
import { localToUtc, utcToLocal, zoneText } from './localTime.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly name: 'deadline' | 'embargo';
  readonly source: FieldsSource;
}

/** A day and time, in this computer's zone on the screen and in UTC in the story. */
export function TimeField({ label, name, source }: TimeFieldProps) {
  const value = useSignalPart(source.fields, (fields) => fields?.[name] ?? null);
  const [typed, setTyped] = useState(() => utcToLocal(value));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Half-typed dates read as null; what stands in the box stays while it is being typed.
    if (value !== localToUtc(typed)) setTyped(utcToLocal(value));
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
              source.setField(name, localToUtc(event.target.value));
            }}
          />
          {value !== null && (
            <p className="time-zone" id={`${id}-zone`}>
              {zoneText(value)}
            </p>
          )}
        </>
      )}
    </Field>
  );
}
