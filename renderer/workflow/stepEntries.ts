import type { Status } from '../../shared/story/fields.ts';
import type { Role } from '../../shared/workflow/role.ts';
import { stepsFrom, type WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import type { MenuEntry, MenuItem } from '../ui/Menu.tsx';

/** What a step is called on the screen: dots where something is asked first. */
export function stepLabel({ label, note }: WorkflowStep): string {
  return note === 'none' ? label : `${label}…`;
}

/** The menu of what can be done with a story: the role's own work first, the other's under its name. */
export function stepEntries(status: Status, role: Role, onStep: (step: WorkflowStep) => void): MenuEntry[] {
  const toItem = (step: WorkflowStep): MenuItem => ({
    label: stepLabel(step),
    isDanger: step.to === 'killed',
    run: () => onStep(step),
  });
  const { own, others } = stepsFrom(status, role);
  const group = role === 'editor' ? 'As the correspondent' : 'As the editor';
  return [...own.map(toItem), ...(others.length > 0 ? [{ group, items: others.map(toItem) }] : [])];
}
