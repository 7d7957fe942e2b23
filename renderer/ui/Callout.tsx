import type { ReactNode } from 'react';
import './callout.css';

interface CalloutProps {
  readonly children: ReactNode;
  /** The button that does something about it. */
  readonly action: ReactNode;
}

/** What stands in the way, and the way past it. */
export function Callout({ children, action }: CalloutProps) {
  return (
    <div className="callout">
      <p>{children}</p>
      {action}
    </div>
  );
}
