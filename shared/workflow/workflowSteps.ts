import type { Status } from '../story/fields.ts';
import type { Role } from './role.ts';

/** Whose hands a step leaves the story in: the one who does it, the writer, the reviewer, or whoever has it. */
export type Hands = 'mine' | 'writer' | 'reviewer' | 'same';

/** Something that can be done with a story from where it stands. */
export interface WorkflowStep {
  readonly id: string;
  readonly label: string;
  /** Whose work it is; others may do it too. */
  readonly role: Role;
  readonly from: readonly Status[];
  readonly to: Status;
  /** Whether it asks for a word with it: never, if somebody wants to, or always. */
  readonly note: 'none' | 'welcome' | 'needed';
  readonly hands: Hands;
}

const UNDER_WAY = ['draft', 'submitted', 'inReview', 'returned', 'approved'] as const satisfies readonly Status[];

/** Every step there is. A status that none of them leads to from here is not offered here. */
export const WORKFLOW_STEPS: readonly WorkflowStep[] = [
  {
    ...{ id: 'submit', label: 'Submit for review', role: 'correspondent', from: ['draft', 'returned'] },
    ...{ to: 'submitted', note: 'welcome', hands: 'reviewer' },
  },
  {
    ...{ id: 'withdraw', label: 'Withdraw', role: 'correspondent', from: ['submitted', 'inReview'] },
    ...{ to: 'draft', note: 'welcome', hands: 'writer' },
  },
  {
    ...{ id: 'redraft', label: 'Back to draft', role: 'correspondent' },
    ...{ from: ['returned', 'approved', 'sent', 'onHold', 'killed'], to: 'draft', note: 'welcome', hands: 'same' },
  },
  {
    ...{ id: 'take', label: 'Take into review', role: 'editor', from: ['submitted'] },
    ...{ to: 'inReview', note: 'none', hands: 'mine' },
  },
  {
    ...{ id: 'approve', label: 'Approve', role: 'editor', from: ['submitted', 'inReview'] },
    ...{ to: 'approved', note: 'welcome', hands: 'same' },
  },
  {
    ...{ id: 'return', label: 'Return to the writer', role: 'editor', from: ['submitted', 'inReview', 'approved'] },
    ...{ to: 'returned', note: 'needed', hands: 'writer' },
  },
  {
    ...{ id: 'markSent', label: 'Mark as sent', role: 'editor', from: ['approved'] },
    ...{ to: 'sent', note: 'none', hands: 'same' },
  },
  {
    ...{ id: 'reopen', label: 'Reopen', role: 'editor', from: ['approved', 'sent', 'onHold', 'killed'] },
    ...{ to: 'inReview', note: 'welcome', hands: 'mine' },
  },
  {
    ...{ id: 'hold', label: 'Put on hold', role: 'editor', from: UNDER_WAY },
    ...{ to: 'onHold', note: 'welcome', hands: 'same' },
  },
  {
    ...{ id: 'kill', label: 'Kill', role: 'editor', from: [...UNDER_WAY, 'onHold'] },
    ...{ to: 'killed', note: 'welcome', hands: 'same' },
  },
];

/** What can be done from a status, by anybody. */
export function stepsFor(status: Status): WorkflowStep[] {
  return WORKFLOW_STEPS.filter(({ from }) => from.includes(status));
}

/** The step that gives another status; undefined where none does from there. */
export function stepTo(to: Status, from: Status): WorkflowStep | undefined {
  return stepsFor(from).find((step) => step.to === to);
}

/** What can be done from a status: what is the role's own work, and what is the other's. */
export function stepsFrom(status: Status, role: Role): { own: WorkflowStep[]; others: WorkflowStep[] } {
  const steps = stepsFor(status);
  return { own: steps.filter((step) => step.role === role), others: steps.filter((step) => step.role !== role) };
}
