import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { findingKey, type Finding, type Place } from '../../shared/checks/finding.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useSignal } from '../ui/Signal.ts';
import { countsText } from './countsText.ts';
import { FindingItem } from './FindingItem.tsx';
import { findingGroups } from './findingGroups.ts';
import type { StoryChecks } from './StoryChecks.ts';
import './checks.css';

interface ChecksTabProps {
  readonly checks: StoryChecks;
  /** Whose word a skip is; empty if nobody said. */
  readonly by: string;
  /** Goes to the words at a place. */
  readonly reveal: (place: Place) => void;
  /** Puts the fixes of these findings onto the page, as one step that can be undone. */
  readonly fix: (findings: readonly Finding[]) => void;
}

/** A finding's name in the list: offsets tell two of a kind apart. */
function nameOf(finding: Finding): string {
  return `${findingKey(finding)}|${finding.place.start}`;
}

/** What the copy desk has to say about the story, and the ways to settle it. */
export function ChecksTab({ checks, by, reveal, fix }: ChecksTabProps) {
  const checked = useSignal(checks.checked);
  const problem = useSignal(checks.problem);
  const [current, setCurrent] = useState<string | null>(null);
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => checks.watch(), [checks]);
  const groups = useMemo(() => findingGroups(checked?.findings ?? []), [checked]);
  const listed = useMemo(() => groups.flatMap(({ findings }) => findings), [groups]);

  const goTo = (finding: Finding) => {
    setCurrent(nameOf(finding));
    reveal(finding.place);
  };
  const step = (way: 1 | -1) => {
    const at = listed.findIndex((finding) => nameOf(finding) === current);
    const next = at < 0 ? (way > 0 ? 0 : listed.length - 1) : (at + way + listed.length) % listed.length;
    const finding = listed[next];
    if (finding) goTo(finding);
  };
  const onKey = useRef(step);
  onKey.current = step;
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented || document.activeElement?.closest('[role="dialog"]')) return;
      event.preventDefault();
      onKey.current(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', take);
    return () => window.removeEventListener('keydown', take);
  }, []);
  const settle = (findings: readonly Finding[]) => {
    fix(findings);
    checks.again();
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
          onClick={() => step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next finding"
          keys="F8"
          size="small"
          disabled={listed.length === 0}
          onClick={() => step(1)}
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
                  key={nameOf(finding)}
                  finding={finding}
                  isCurrent={nameOf(finding) === current}
                  onReveal={() => goTo(finding)}
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
              <li key={nameOf(finding)} className="skipped">
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
      <p className="aside-note">
        Checked by {checked.styleName}. Skips stay in the story’s history. Nothing is looked up online: links are judged
        by their form.
      </p>
    </div>
  );
}
