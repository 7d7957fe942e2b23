import { useId } from 'react';

interface NameInputProps {
  readonly id: string;
  readonly hintId?: string | undefined;
  readonly value: string;
  readonly names: readonly string[];
  readonly onChange: (name: string) => void;
  /** The name is meant: Enter, or the keyboard went elsewhere. */
  readonly onCommit?: () => void;
}

/** A field for a name, with those the library knows on offer. */
export function NameInput({ id, hintId, value, names, onChange, onCommit }: NameInputProps) {
  const listId = useId();
  return (
    <>
      <input
        id={id}
        aria-describedby={hintId}
        className="input"
        type="text"
        dir="auto"
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        list={listId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onCommit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onCommit?.();
        }}
      />
      <datalist id={listId}>
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </>
  );
}
