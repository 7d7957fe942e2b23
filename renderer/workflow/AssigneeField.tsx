import { useRef, useState } from 'react';
import { Field } from '../ui/Field.tsx';
import { NameInput } from './NameInput.tsx';

interface AssigneeFieldProps {
  readonly assignee: string;
  readonly names: readonly string[];
  /** Gives the story to somebody; answers whether that was done. */
  readonly onAssign: (name: string) => Promise<boolean>;
}

/** Who has the story. A name counts once it is finished: each is a step of the story's history. */
export function AssigneeField({ assignee, names, onAssign }: AssigneeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);

  /** What is being written down: Enter and leaving the field are two ways to say the same. */
  const underWay = useRef<string | null>(null);

  async function commit(): Promise<void> {
    const name = typed?.trim();
    if (name === undefined || name === underWay.current) return;
    underWay.current = name;
    if (name === assignee || (await onAssign(name))) setTyped(null);
    underWay.current = null;
  }
  return (
    <Field label="Assigned to">
      {(id) => (
        <NameInput id={id} value={typed ?? assignee} names={names} onChange={setTyped} onCommit={() => void commit()} />
      )}
    </Field>
  );
}
