// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportReport } from '../../../../renderer/library/ImportReport.tsx';
import type { Furniture, ImportOutcome } from '../../../../shared/ipc/librarySchemas.ts';
import { newBlockId, newStoryId, type StoryId } from '../../../../shared/story/ids.ts';
import { button, click, render } from '../render.tsx';

const storyId = newStoryId();
const appeal: Furniture = { blockIds: [newBlockId()], reason: 'an appeal to donate', excerpt: 'Please give.' };
const repeat: Furniture = { blockIds: [newBlockId()], reason: 'repeats the headline', excerpt: 'Floods' };

let removed: [StoryId, Furniture[]][];
let closed: number;
let problem: string | null;
let accepted: string[];
let sent: string[];

function show(outcomes: ImportOutcome[]) {
  return render(
    <ImportReport
      outcomes={outcomes}
      onClose={() => {
        closed += 1;
      }}
      onAccept={(fingerprint) => accepted.push(fingerprint)}
      onSend={(ref, sealFor) => sent.push([ref, ...sealFor].join(' '))}
      onUnmerge={() => undefined}
      onRemove={(id, furniture) => {
        removed.push([id, furniture]);
        return Promise.resolve(problem);
      }}
    />,
  );
}
const imported = (furniture: Furniture[], notes: string[] = []): ImportOutcome => ({
  ok: true,
  imported: { storyId, fileName: 'floods.html', alreadyHere: false, notes, furniture },
});
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
const page = () => document.body.textContent ?? '';

beforeEach(() => {
  removed = [];
  closed = 0;
  problem = null;
  accepted = [];
  sent = [];
});

describe('ImportReport', () => {
  it('removes what is ticked, and only that', async () => {
    await show([imported([appeal, repeat])]);
    const second = boxes()[1];
    if (!second) throw new Error('No second box.');
    await click(second);
    await click(button('Remove selected'));
    expect(removed).toEqual([[storyId, [appeal]]]);
    await vi.waitFor(() => expect(closed).toBe(1));
  });

  it('removes nothing unless asked to', async () => {
    await show([imported([appeal])]);
    await click(button('Keep everything'));
    expect(removed).toEqual([]);
    expect(closed).toBe(1);
  });

  it('has nothing to remove when nothing is ticked', async () => {
    await show([imported([appeal])]);
    for (const box of boxes()) await click(box);
    expect(button('Remove selected').disabled).toBe(true);
  });

  it('stays open and says why when removing fails', async () => {
    problem = 'The library is not answering.';
    await show([imported([appeal])]);
    await click(button('Remove selected'));
    await act(async () => vi.waitFor(() => expect(page()).toContain('The library is not answering.')));
    expect(closed).toBe(0);
  });

  it('offers to send what a colleague asks for', async () => {
    const asks = { by: 'Leila', files: 2, ref: 'r1', isSealed: false };
    await show([{ ok: false, fileName: 'wanted.stet', message: 'No story.', code: 'mediaRequest', asks }]);
    expect(page()).toContain('Originals wanted');
    expect(page()).toContain('Leila asks for 2 pictures and recordings of a story you sent without them.');
    await click(button('Send what is asked for…'));
    await click(document.querySelector<HTMLElement>('.import-asked input') as HTMLElement);
    await click(button('Send what is asked for…'));
    expect(sent).toEqual(['r1', 'r1 Leila']);
    expect(closed).toBe(0);
  });

  it('shows both keys of a sender that changed, and accepts the new one when told to', async () => {
    const sender = { name: 'Leila', since: '2026-11-02', before: 'aaaa 1111', now: 'bbbb 2222' };
    await show([{ ok: false, fileName: 'floods.stet', message: 'Another key.', code: 'changedKey', sender }]);
    expect([...document.querySelectorAll('dt, dd')].map(({ textContent }) => textContent)).toEqual([
      ...['Key since 2026-11-02', 'aaaa 1111'],
      ...['Key of this package', 'bbbb 2222'],
    ]);
    await act(() => vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Close')));
    expect(accepted).toEqual([]);
    await click(button('Accept the new key and open'));
    expect(accepted).toEqual(['bbbb 2222']);
  });

  it('gives notes and refusals in their own words', async () => {
    await show([
      imported([], ['A table was simplified.']),
      { ok: false, fileName: 'scan.pdf', message: 'This is a PDF.' },
    ]);
    expect(page()).toContain('A table was simplified.');
    expect(page()).toContain('This is a PDF.');
  });
});
