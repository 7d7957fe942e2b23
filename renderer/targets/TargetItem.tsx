import { useEffect, useId, useRef, useState } from 'react';
import type { ListedTarget, TargetReport } from '../../shared/targets/target.ts';
import { needsSecret } from '../../shared/targets/target.ts';
import { KIND_LABELS, SECRET_LABELS, SECRET_NOUNS, targetPlace } from '../../shared/targets/targetLabels.ts';
import { Button } from '../ui/Button.tsx';
import { TargetReportView } from './TargetReportView.tsx';

/** What was last found out, or done, about a target. */
export interface TargetNews {
  readonly isTesting: boolean;
  readonly report: TargetReport | null;
  /** One sentence, such as where its password is kept. */
  readonly words: string | null;
  readonly problem: string | null;
}

interface TargetItemProps {
  readonly target: ListedTarget;
  readonly news: TargetNews;
  readonly onTest: () => void;
  readonly onPassword: () => void;
  readonly onForget: () => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A target on the list, and all that can be done with it. */
export function TargetItem({ target, news, onTest, onPassword, onForget, onEdit, onRemove }: TargetItemProps) {
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const takesSecret = needsSecret(target.kind);
  return (
    <li className="target-row" aria-labelledby={id} data-target={target.id}>
      <p className="target-name">
        <span id={id} dir="auto">
          {target.name}
        </span>
        <span className="target-kind">{KIND_LABELS[target.kind]}</span>
      </p>
      <p className="target-place">
        <bdi>{targetPlace(target)}</bdi>
        {target.account !== '' && (
          <>
            {' '}
            as <bdi>{target.account}</bdi>
          </>
        )}
      </p>
      {target.isLocked && (
        <p className="target-locked">{SECRET_LABELS[target.kind]} needed before anything can be sent.</p>
      )}
      {isAsking ? (
        <RemoveQuestion name={target.name} onRemove={onRemove} onKeep={() => setAsking(false)} />
      ) : (
        <div className="target-ways">
          {takesSecret && (
            <Button aria-describedby={id} data-way="password" onClick={onPassword}>
              {SECRET_NOUNS[target.kind]}…
            </Button>
          )}
          <Button aria-describedby={id} disabled={news.isTesting} onClick={onTest}>
            Test
          </Button>
          <Button look="quiet" aria-describedby={id} data-way="edit" onClick={onEdit}>
            Edit
          </Button>
          {takesSecret && !target.isLocked && (
            <Button look="quiet" aria-describedby={id} onClick={onForget}>
              Forget {SECRET_NOUNS[target.kind].toLowerCase()}
            </Button>
          )}
          <Button look="quiet" aria-describedby={id} onClick={() => setAsking(true)}>
            Remove
          </Button>
        </div>
      )}
      <div aria-live="polite">
        {news.isTesting && <p className="target-place">Asking {targetPlace(target)}…</p>}
        {news.words && <p>{news.words}</p>}
        {news.report && <TargetReportView report={news.report} />}
      </div>
      {news.problem && (
        <p className="target-problem" role="alert">
          {news.problem}
        </p>
      )}
    </li>
  );
}

interface RemoveQuestionProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly onKeep: () => void;
}

function RemoveQuestion({ name, onRemove, onKeep }: RemoveQuestionProps) {
  const question = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <div className="target-question" role="group" aria-labelledby={id} ref={question}>
      <p id={id}>
        Remove <bdi>{name}</bdi>? Its settings and its password are forgotten. What was sent there stays there.
      </p>
      <div className="target-ways">
        <Button onClick={onKeep}>Keep it</Button>
        <Button look="danger" onClick={onRemove}>
          Remove it
        </Button>
      </div>
    </div>
  );
}
