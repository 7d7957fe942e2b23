import { useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { Button } from '../ui/Button.tsx';
import { SkipForm } from './SkipForm.tsx';

interface FindingItemProps {
  readonly finding: Finding;
  readonly isCurrent: boolean;
  /** Whose word a skip is, as the settings have it. */
  readonly by: string;
  readonly onReveal: () => void;
  readonly onFix: () => void;
  readonly onSkip: (reason: string, by: string) => void;
}

/** One finding: a press on it goes to its words; behind it stand the ways to settle it. */
export function FindingItem({ finding, isCurrent, by, onReveal, onFix, onSkip }: FindingItemProps) {
  const [isSkipping, setSkipping] = useState(false);
  const { message, level, fix, isSkippable } = finding;
  const fixLabel = fix && 'credit' in fix ? 'Move' : 'Fix';
  return (
    <li data-level={level}>
      <button type="button" className="finding" aria-current={isCurrent || undefined} onClick={onReveal}>
        {message}
      </button>
      {isSkipping ? (
        <SkipForm {...{ message, by, onSkip }} needsName={level === 'block'} onCancel={() => setSkipping(false)} />
      ) : (
        <div className="finding-actions">
          {fix && (
            <Button look="link" aria-label={`${fixLabel}: ${message}`} onClick={onFix}>
              {fixLabel}
            </Button>
          )}
          {isSkippable && (
            <Button look="link" aria-label={`Skip: ${message}`} onClick={() => setSkipping(true)}>
              Skip…
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
