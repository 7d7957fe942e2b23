import type { Status } from '../story/fields.ts';
import type { Step } from '../story/review.ts';
import type { WorkflowStep } from './workflowSteps.ts';

/** Whom a step would leave the story to, by what was done before; `me` does it. null: whoever has it now. */
export function proposeHands({ hands }: WorkflowStep, steps: readonly Step[], me: string): string | null {
  switch (hands) {
    case 'mine':
      return me;
    case 'writer':
      return lastBy(steps, ['submitted']);
    case 'reviewer':
      return lastBy(steps, ['returned', 'approved', 'inReview']);
    case 'same':
      return null;
  }
}

/** Who gave the story one of these last; empty: nobody did. */
function lastBy(steps: readonly Step[], given: readonly Status[]): string {
  const dones = steps.filter(({ status }) => status !== undefined && given.includes(status));
  return dones.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)?.by ?? '';
}
