import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { findingName, type Finding } from '../../shared/checks/finding.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useSignal } from '../ui/Signal.ts';
import { countsText } from './countsText.ts';
import { FindingItem } from './FindingItem.tsx';
import { LinkChecks } from './LinkChecks.tsx';
import { findingGroups } from './findingGroups.ts';
import type { StoryChecks } from './StoryChecks.ts';
import './checks.css';

interface ChecksTabProps {
  readonly library: LibraryClient;
  readonly checks: StoryChecks;
  /** Whose word a skip is; empty if nobody said. */
  readonly by: string;
  /** Whether findings are marked on the page, too. */
  readonly isMarking: boolean;
  readonly onMarking: (isMarking: boolean) => void;
}

/** What the copy desk has to say about the story, and the ways to settle it. */
export function ChecksTab({ checks, library, by, isMarking, onMarking }: ChecksTabProps) {
  const checked = useSignal(checks.checked);
  const problem = useSignal(checks.problem);
  const current = useSignal(checks.current);
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => checks.watch(), [checks]);
  const groups = useMemo(() => findingGroups(checked?.findings ?? []), [checked]);
  const listed = useMemo(() => groups.flatMap(({ findings }) => findings), [groups]);

  const settle = (findings: readonly Finding[]) => {
    checks.settle(findings);
    // What was pressed is gone with its finding.
    tab.current?.focus();
  };

  if (!checked) return <p className="aside-note checks">Reading the story…</p>;
  return (
    <div className="checks" ref={tab} tabIndex={-1}>
      <div className="checks-head">
        <p role="status">{countsText(checked.counts)}</p>
        <IconButton
          icon={ChevronUp}
          label="Previous finding"
          keys="Shift+F8"
          size="small"
          disabled={listed.length === 0}
          onClick={() => checks.step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next finding"
          keys="F8"
          size="small"
          disabled={listed.length === 0}
          onClick={() => checks.step(1)}
        />
      </div>
      {checked.styleProblem !== null && (
        <p className="checks-problem" role="alert">
          {checked.styleProblem} The starter style is used instead.
        </p>
      )}
      {problem !== null && (
        <p className="checks-problem" role="alert">
          {problem}
        </p>
      )}
      {listed.length === 0 && (
        <EmptyState title="Nothing to say">
          <p>
            Furniture, pictures, pull-quotes, numbers, names, dates and marks agree. Facts are still yours to check.
          </p>
        </EmptyState>
      )}
      {groups.map(({ ruleId, level, title, why, findings }) => {
        const fixable = findings.filter((finding) => finding.fix !== null);
        return (
          <section key={`${level}${ruleId}`} aria-label={title}>
            <div className="checks-head">
              <h3 className="section-name" title={why}>
                {title}
              </h3>
              {fixable.length > 1 && (
                <Button look="link" aria-label={`Fix all ${fixable.length}: ${title}`} onClick={() => settle(fixable)}>
                  Fix all {fixable.length}
                </Button>
              )}
            </div>
            <ul className="check-list">
              {findings.map((finding) => (
                <FindingItem
                  key={findingName(finding)}
                  finding={finding}
                  isCurrent={findingName(finding) === current}
                  onReveal={() => checks.goTo(finding)}
                  onFix={() => settle([finding])}
                  by={by}
                  onSkip={(reason, name) => {
                    void checks.skip(finding, reason, name);
                    tab.current?.focus();
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {checked.skipped.length > 0 && (
        <section aria-label="Skipped">
          <h3 className="section-name">Skipped</h3>
          <ul className="check-list">
            {checked.skipped.map(({ finding, skip }) => (
              <li key={findingName(finding)} className="skipped">
                <p>{finding.message}</p>
                <p className="aside-note">
                  {skip.reason}
                  {skip.by !== '' && ` — ${skip.by}`}
                </p>
                <Button
                  look="link"
                  aria-label={`Bring back: ${finding.message}`}
                  onClick={() => void checks.unskip(skip, by)}
                >
                  Bring back
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <LinkChecks key={checked.storyId} storyId={checked.storyId} library={library} addresses={checked.addresses} />
      <label className="checks-marking">
        <input type="checkbox" checked={isMarking} onChange={(event) => onMarking(event.target.checked)} />
        Mark findings on the page
      </label>
      <p className="aside-note">
        Checked by {checked.styleName}. Skips stay in the story’s history. Nothing is looked up online unless you press
        a button that says so.
      </p>
    </div>
  );
}
