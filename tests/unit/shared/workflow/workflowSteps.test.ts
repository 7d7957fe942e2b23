import { describe, expect, it } from 'vitest';
import { STATUSES, type Status } from '../../../../shared/story/fields.ts';
import { newStepId } from '../../../../shared/story/ids.ts';
import type { Step } from '../../../../shared/story/review.ts';
import { proposeHands } from '../../../../shared/workflow/proposeHands.ts';
import { stepSentence } from '../../../../shared/workflow/stepWords.ts';
import { stepsFrom, WORKFLOW_STEPS } from '../../../../shared/workflow/workflowSteps.ts';

const step = (id: string) => {
  const found = WORKFLOW_STEPS.find((one) => one.id === id);
  if (!found) throw new Error(`there is no step ${id}`);
  return found;
};
const done = (at: string, by: string, status: Status): Step => ({
  ...{ id: newStepId(), at: `2026-01-0${at}T10:00:00.000Z`, by, status, note: '' },
});

describe('the steps of a story', () => {
  const offered: [Status, string[], string[]][] = [
    ['draft', ['submit'], ['hold', 'kill']],
    ['submitted', ['withdraw'], ['take', 'approve', 'return', 'hold', 'kill']],
    ['inReview', ['withdraw'], ['approve', 'return', 'hold', 'kill']],
    ['returned', ['submit', 'redraft'], ['hold', 'kill']],
    ['approved', ['redraft'], ['return', 'markSent', 'reopen', 'hold', 'kill']],
    ['sent', ['redraft'], ['reopen']],
    ['onHold', ['redraft'], ['reopen', 'kill']],
    ['killed', ['redraft'], ['reopen']],
  ];
  it.each(offered)(
    'from %s offer a correspondent their own first, and never shut anybody out',
    (status, own, others) => {
      const ids = (steps: readonly { id: string }[]) => steps.map(({ id }) => id);
      const correspondent = stepsFrom(status, 'correspondent');
      expect([ids(correspondent.own), ids(correspondent.others)]).toEqual([own, others]);
      const editor = stepsFrom(status, 'editor');
      expect([ids(editor.own), ids(editor.others)]).toEqual([others, own]);
    },
  );

  it('lead away from where the story stands, to every status, and out of every one', () => {
    expect(new Set(WORKFLOW_STEPS.map(({ to }) => to))).toEqual(new Set(STATUSES));
    for (const { from, to } of WORKFLOW_STEPS) expect(from).not.toContain(to);
    for (const status of STATUSES) expect(WORKFLOW_STEPS.some(({ from }) => from.includes(status))).toBe(true);
  });

  it('ask for a word only where a story goes back', () => {
    expect(WORKFLOW_STEPS.filter(({ note }) => note === 'needed').map(({ id }) => id)).toEqual(['return']);
  });
});

describe('whom a step is for', () => {
  const steps = [done('3', 'Leila', 'returned'), done('1', 'Amna', 'submitted'), done('4', 'Zain', 'submitted')];
  it.each([
    ['take', 'Leila', 'Leila'],
    ['return', 'Leila', 'Zain'],
    ['submit', 'Zain', 'Leila'],
    ['approve', 'Leila', null],
  ])('%s by %s: %s', (id, me, whom) => {
    expect(proposeHands(step(id), steps, me)).toBe(whom);
  });
  it('is nobody in particular in a story nothing was done with', () => {
    expect(proposeHands(step('return'), [], 'Leila')).toBe('');
  });
});

describe('a step is told', () => {
  it.each([
    [{ status: 'submitted', by: 'Amna', note: '' }, 'Submitted by Amna.'],
    [{ status: 'returned', by: 'Leila', assignee: 'Amna', note: 'Where?' }, 'Returned by Leila, for Amna. “Where?”'],
    [{ status: 'inReview', by: 'Leila', assignee: 'Leila', note: '' }, 'Taken into review by Leila.'],
    [{ status: 'onHold', by: '', assignee: '', note: '' }, 'Put on hold.'],
    [{ by: 'Leila', assignee: 'Zain', note: '' }, 'Assigned to Zain by Leila.'],
    [{ by: 'Leila', assignee: '', note: '' }, 'Given to nobody in particular by Leila.'],
    [{ by: 'Leila', note: '' }, 'Handed over by Leila.'],
  ] as const)('%j', (given, sentence) => {
    expect(stepSentence(given)).toBe(sentence);
  });
});
