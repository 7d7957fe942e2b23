import { useState } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import { Button } from '../ui/Button.tsx';
import { SkipForm } from './SkipForm.tsx';

interface FindingItemProps {
  readonly finding: Finding;
  readonly isCurrent: boolean;
  readonly onReveal: () => void;
  readonly onFix: () => void;
  readonly onSkip: (reason: string) => void;
}

/** One finding: a press on it goes to its words; behind it stand the ways to settle it. */
export function FindingItem({ finding, isCurrent, onReveal, onFix, onSkip }: FindingItemProps) {
  const [isSkipping, setSkipping] = useState(false);
  const { message, level, fix } = finding;
  return (
    <li data-level={level}>
      <button type="button" className="finding" aria-current={isCurrent || undefined} onClick={onReveal}>
        {message}
      </button>
      {isSkipping ? (
        <SkipForm message={message} onSkip={onSkip} onCancel={() => setSkipping(false)} />
      ) : (
        <div className="finding-actions">
          {fix && (
            <Button look="link" aria-label={`Fix: ${message}`} onClick={onFix}>
              Fix
            </Button>
          )}
          <Button look="link" aria-label={`Skip: ${message}`} onClick={() => setSkipping(true)}>
            Skip…
          </Button>
        </div>
      )}
    </li>
  );
}
