// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBridge, type FakeBridge } from '../../../../renderer/bridge/fakeBridge.ts';
import { HandoverDialog } from '../../../../renderer/handover/HandoverDialog.tsx';
import type { HandoverOrder } from '../../../../shared/handover/handover.ts';
import { fail, type Result } from '../../../../shared/lang/result.ts';
import type { StoryId } from '../../../../shared/story/ids.ts';
import type { Role } from '../../../../shared/workflow/role.ts';
import { button, click, field, render, the, type } from '../render.tsx';

let bridge: FakeBridge;
let storyId: StoryId;
let orders: HandoverOrder[];

const page = () => document.body.textContent ?? '';
// What an answer sets off is drawn when an act ends, so each look needs one of its own.
const settle = (look: () => void) =>
  vi.waitFor(
    async () => {
      await act(() => new Promise((done) => setTimeout(done, 10)));
      look();
    },
    { timeout: 5000 },
  );

beforeEach(async () => {
  bridge = fakeBridge();
  orders = [];
  const opened = await bridge.library.request('stories.create', {
    template: 'blank',
    byline: '',
    dateline: '',
    language: 'en',
  });
  if (!opened.ok) throw new Error(opened.error.message);
  storyId = opened.value.story.id;
});

interface ScreenProps extends Partial<Pick<Parameters<typeof HandoverDialog>[0], 'status' | 'assignee'>> {
  readonly name: string;
  readonly works?: Role;
  readonly answer?: Result<null>;
}

function Screen({ name, answer, status = 'draft', assignee = '', works = 'correspondent' }: ScreenProps) {
  return (
    <HandoverDialog
      {...{ storyId, status, assignee, role: works }}
      library={bridge.library}
      name={name}
      flush={() => Promise.resolve(null)}
      onSave={(order) => {
        orders.push(order);
        return Promise.resolve(answer ?? { ok: true, value: bridge.library.recordHandover(order) });
      }}
      onReveal={() => {}}
      onClose={() => {}}
    />
  );
}

describe('handing a story over', () => {
  it('says what it weighs and whose key signs it, and gives the receipt', async () => {
    await render(<Screen name="Amna" />);
    await settle(() => expect(page()).toContain('0a1b 2c3d'));
    await settle(() => expect(page()).toContain('640 KB'));
    const weights = [...document.querySelectorAll('.handover-media-label')].map((one) => one.textContent);
    expect(weights).toEqual(['As they are 2.4 MB', 'Smaller copies 640 KB', 'Text first 6 KB']);
    expect(page()).toContain('1 recording stays here.');
    for (const label of ['Noor', 'Text first']) {
      const box = [...document.querySelectorAll('label')].find((one) => one.textContent.startsWith(label));
      await act(async () => box?.click());
    }
    await click(button('Save package…'));
    await settle(() => expect(page()).toContain('Handed over by Amna'));
    expect(orders).toEqual([
      { ...{ storyId, by: 'Amna', status: 'submitted', assignee: null, note: '' }, media: 'none', sealFor: ['Noor'] },
    ]);
  });

  it('offers the steps that can be taken from where the story stands, and asks for the word one needs', async () => {
    const change = { kind: 'addStep', by: 'Amna', status: 'submitted', note: '' } as const;
    await bridge.library.request('review.change', { storyId, change });
    await render(<Screen name="Leila" status="inReview" assignee="Leila" works="editor" />);
    await settle(() => expect(page()).toContain('0a1b 2c3d'));
    const labels = () =>
      [...document.querySelectorAll('[aria-label="Hand over to"] .choice-label')].map((one) => one.textContent);
    expect(labels()).toEqual(['Approve', 'Return to the writer', 'Leave the status as it is']);
    expect(field('For').value).toBe('Leila');
    await click(the('[aria-label="Return to the writer"]'));
    await settle(() => expect(field('For').value).toBe('Amna'));
    expect(button('Save package…').disabled).toBe(true);
    await type(field('Note'), 'Who says so?');
    await click(button('Save package…'));
    expect(orders).toMatchObject([{ status: 'returned', assignee: 'Amna', note: 'Who says so?' }]);
  });

  it('leaves the status as it is where only somebody else would take it further', async () => {
    await render(<Screen name="Amna" status="submitted" />);
    await settle(() => expect(page()).toContain('0a1b 2c3d'));
    await click(button('Save package…'));
    expect(orders).toMatchObject([{ status: null, assignee: null }]);
  });

  it('asks who it is from where nobody said', async () => {
    await render(<Screen name="" />);
    await settle(() => expect(page()).toContain('0a1b 2c3d'));
    expect(page()).toContain('Your name');
    expect(button('Save package…').disabled).toBe(true);
  });

  it('says why it was not written, and stays', async () => {
    await render(<Screen name="Amna" answer={fail('diskFull', 'The disk is full, so nothing was exported.')} />);
    await settle(() => expect(page()).toContain('0a1b 2c3d'));
    await click(button('Save package…'));
    await settle(() => expect(page()).toContain('The disk is full'));
    expect(button('Save package…').disabled).toBe(false);
  });
});
