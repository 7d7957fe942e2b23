import type { StoryFields } from '../../shared/story/fields.ts';
import type { Step } from '../../shared/story/review.ts';
import { ROLE_LABELS, type Role } from '../../shared/workflow/role.ts';
import { stepsFrom, type WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { Button } from '../ui/Button.tsx';
import { StatusButton } from './StatusButton.tsx';
import { stepLabel } from './stepEntries.ts';
import { StepTrail } from './StepTrail.tsx';
import './workflow.css';

interface ProgressSectionProps {
  readonly progress: Pick<StoryFields, 'status' | 'assignee'>;
  readonly role: Role;
  readonly steps: readonly Step[];
  readonly onStep: (step: WorkflowStep) => void;
  /** Opens where the role is chosen. */
  readonly onRole: () => void;
}

/** As many of the role's steps as have a button of their own; the menu has all. */
const MOST_BUTTONS = 3;

/** Where the story stands, what comes next, and what was done so far. */
export function ProgressSection({ progress, role, steps, onStep, onRole }: ProgressSectionProps) {
  const { status, assignee = '' } = progress;
  return (
    <section aria-labelledby="review-progress" className="progress">
      <div className="section-head">
        <h3 className="section-name" id="review-progress">
          Progress
        </h3>
        <Button look="link" onClick={onRole} title="What is offered first goes by your role">
          As {ROLE_LABELS[role].toLowerCase()}…
        </Button>
      </div>
      <div className="progress-now">
        <StatusButton status={status} role={role} onStep={onStep} />
        {assignee !== '' && (
          <span className="progress-with">
            with <bdi>{assignee}</bdi>
          </span>
        )}
      </div>
      <div className="progress-steps">
        {stepsFrom(status, role)
          .own.slice(0, MOST_BUTTONS)
          .map((step) => (
            <Button key={step.id} onClick={() => onStep(step)}>
              {stepLabel(step)}
            </Button>
          ))}
      </div>
      <StepTrail steps={steps} now={Date.now()} />
    </section>
  );
}
