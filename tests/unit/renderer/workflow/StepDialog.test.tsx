// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { StepDialog, type StepTaken } from '../../../../renderer/workflow/StepDialog.tsx';
import type { StoryId } from '../../../../shared/story/ids.ts';
import { WORKFLOW_STEPS } from '../../../../shared/workflow/workflowSteps.ts';
import { button, click, field, press, render, type } from '../render.tsx';

let bridge: FakeBridge;
let id: StoryId;
let taken: StepTaken[];
let closed: number;
let answer: string | null;

beforeEach(async () => {
  bridge = fakeBridge();
  id = bridge.library.importText('Floods', 'Words.');
  const sent = { kind: 'addStep', by: 'Amna', status: 'submitted', assignee: 'Leila', note: '' } as const;
  await bridge.library.request('review.change', { storyId: id, change: sent });
  [taken, closed, answer] = [[], 0, null];
});

async function open(step: string, { name = 'Leila' } = {}): Promise<void> {
  const found = WORKFLOW_STEPS.find((one) => one.id === step);
  if (!found) throw new Error(`There is no step ${step}`);
  await render(
    <StepDialog
      step={found}
      story={{ id, title: 'Floods', assignee: 'Leila' }}
      library={bridge.library}
      name={name}
      names={['Amna', 'Leila']}
      onTake={(one) => {
        taken.push(one);
        return Promise.resolve(answer);
      }}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
}

const proposed = (name: string) =>
  vi.waitFor(async () => {
    await act(() => new Promise((done) => setTimeout(done, 5)));
    expect(field('For').value).toBe(name);
  });

describe('what goes with a step', () => {
  it('a story goes back only with a word, to whoever submitted it', async () => {
    await open('return');
    await proposed('Amna');
    expect(button('Return to the writer').disabled).toBe(true);
    await type(field<HTMLTextAreaElement & HTMLInputElement>('Note'), ' Name the district. ');
    await click(button('Return to the writer'));
    expect(taken).toEqual([{ by: 'Leila', status: 'returned', assignee: 'Amna', note: 'Name the district.' }]);
    expect(closed).toBe(1);
  });

  it('may be nothing at all, and leaves the story with whoever has it', async () => {
    await open('approve');
    await proposed('Leila');
    await press(field('Note'), 'Enter', { ctrlKey: true });
    expect(taken).toEqual([{ by: 'Leila', status: 'approved', note: '' }]);
  });

  it('may be for nobody in particular', async () => {
    await open('hold');
    await type(field('For'), '');
    await click(button('Put on hold'));
    expect(taken).toEqual([{ by: 'Leila', status: 'onHold', assignee: '', note: '' }]);
  });

  it('is who takes it, where nobody said so yet', async () => {
    await open('kill', { name: '' });
    expect(button('Kill').disabled).toBe(true);
    await type(field('Your name'), 'Zain');
    await click(button('Kill'));
    expect(taken).toEqual([{ by: 'Zain', status: 'killed', note: '' }]);
  });

  it('stays on the screen when the step was not taken, with the reason', async () => {
    answer = 'The disk is full.';
    await open('hold');
    await click(button('Put on hold'));
    expect(document.querySelector('[role=alert]')?.textContent).toBe('The disk is full.');
    expect(closed).toBe(0);
  });
});
