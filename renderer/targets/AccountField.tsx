import { Field } from '../ui/Field.tsx';

interface AccountFieldProps {
  readonly account: string;
  readonly onChange: (account: string) => void;
}

/** Who a target knows the newsroom as. */
export function AccountField({ account, onChange }: AccountFieldProps) {
  return (
    <Field label="User name">
      {(id) => (
        <input
          id={id}
          className="input"
          dir="auto"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={account}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
