import type { Step } from '../../shared/story/review.ts';
import { stepWords } from '../../shared/workflow/stepWords.ts';
import { fullTime, relativeTime } from '../ui/relativeTime.ts';
import './workflow.css';

interface StepTrailProps {
  readonly steps: readonly Step[];
  /** The time it is drawn at. */
  readonly now: number;
}

/** What was done with the story and who did it, here and elsewhere: the last of it at once, the rest when asked for. */
export function StepTrail({ steps, now }: StepTrailProps) {
  const [last, ...earlier] = steps.toSorted((one, other) => other.at.localeCompare(one.at));
  if (!last) return <p className="aside-note">Nothing was done with this story yet.</p>;
  return (
    <>
      <ol className="steps" aria-label="Last step">
        <StepItem step={last} now={now} />
      </ol>
      {earlier.length > 0 && (
        <details className="steps-earlier">
          <summary>Earlier steps ({earlier.length})</summary>
          <ol className="steps" aria-label="Earlier steps">
            {earlier.map((step) => (
              <StepItem key={step.id} step={step} now={now} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function StepItem({ step, now }: { readonly step: Step; readonly now: number }) {
  const { what, by, whom } = stepWords(step);
  return (
    <li className="step">
      <p className="selectable">
        <strong>{what}</strong>
        {by !== '' && (
          <>
            {' by '}
            <bdi>{by}</bdi>
          </>
        )}
        {whom !== null && (
          <>
            {step.status ? ', for ' : ' to '}
            <bdi>{whom}</bdi>
          </>
        )}{' '}
        <time dateTime={step.at} title={fullTime(step.at)}>
          {relativeTime(step.at, now)}
        </time>
      </p>
      {step.note !== '' && (
        <p className="step-note selectable" dir="auto">
          {step.note}
        </p>
      )}
    </li>
  );
}
