import { useState } from 'react';
import { Field } from '../../../ui/Field.tsx';

interface PercentFieldProps {
  readonly label: string;
  /** 0 to 1. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number between 0 and 100 with its own arrows. What is typed stays as typed until the field is left. */
export function PercentField({ label, value, onChange }: PercentFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={`${label}, %`}>
      {(id) => (
        <input
          id={id}
          className="input"
          type="number"
          min={0}
          max={100}
          step={1}
          value={typed ?? String(Math.round(value * 1000) / 10)}
          onChange={(event) => {
            const { value: text, valueAsNumber: number } = event.target;
            setTyped(text);
            if (Number.isFinite(number)) onChange(Math.min(100, Math.max(0, number)) / 100);
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}
