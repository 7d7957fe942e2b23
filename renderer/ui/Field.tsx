import { useId, type ReactNode } from 'react';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what is in it, in the hint's place. */
  readonly problem?: string | null;
  /** Draws the control with the id its label points to. */
  readonly children: (id: string, hintId: string | undefined) => ReactNode;
}

/** A labelled control with an optional line of help. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  const said = problem ?? hint;
  const hintId = said ? `${id}-hint` : undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children(id, hintId)}
      {said && (
        <p className="field-hint" data-problem={problem ? true : undefined} id={hintId}>
          {said}
        </p>
      )}
    </div>
  );
}
