import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Stands in for a side pane that failed; the page is untouched. */
export function PaneFailure({ what, again }: { readonly what: string; readonly again: () => void }) {
  return (
    <div role="alert">
      <EmptyState title={`${what} stopped working`}>
        <p>The page is not touched by it, and what you type is saved.</p>
        <Button onClick={again}>Show it again</Button>
      </EmptyState>
    </div>
  );
}
