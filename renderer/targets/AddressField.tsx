import { Field } from '../ui/Field.tsx';

interface AddressFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly value: string;
  readonly onChange: (address: string) => void;
  readonly onBlur?: () => void;
}

/** A web address a target is reached at. */
export function AddressField({ label, hint, problem, value, onChange, onBlur }: AddressFieldProps) {
  return (
    <Field label={label} problem={problem} hint={hint}>
      {(id, hintId) => (
        <input
          id={id}
          aria-describedby={hintId}
          aria-invalid={problem !== null || undefined}
          className="input"
          type="url"
          dir="ltr"
          maxLength={2000}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </Field>
  );
}
