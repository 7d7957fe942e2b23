import { useEffect } from 'react';
import { Button } from '../ui/Button.tsx';
import { useSignal } from '../ui/Signal.ts';
import { countsText } from './countsText.ts';
import type { StoryChecks } from './StoryChecks.ts';
import './checks.css';

interface ExportChecksProps {
  readonly checks: StoryChecks;
  /** Shows the findings themselves. */
  readonly onShow: () => void;
}

/** What the copy desk says of the story that is about to go out: the counts, and in words what must be settled first. */
export function ExportChecks({ checks, onShow }: ExportChecksProps) {
  const checked = useSignal(checks.checked);
  useEffect(() => checks.watch(), [checks]);
  if (!checked) return null;
  const { findings, counts } = checked;
  return (
    <section className="export-checks" aria-label="Checks">
      <p role="status">
        {countsText(counts)}{' '}
        <Button look="link" onClick={onShow}>
          Show in Checks
        </Button>
      </p>
      {counts.block > 0 && (
        <ul className="check-list">
          {findings
            .filter(({ level }) => level === 'block')
            .map(({ ruleId, message, place }) => (
              <li key={`${ruleId}${JSON.stringify(place)}`} data-level="block">
                <p className="finding">{message}</p>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
