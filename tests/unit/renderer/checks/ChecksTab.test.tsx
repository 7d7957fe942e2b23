// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { ChecksTab } from '../../../../renderer/checks/ChecksTab.tsx';
import { ExportChecks } from '../../../../renderer/checks/ExportChecks.tsx';
import { StoryChecks } from '../../../../renderer/checks/StoryChecks.ts';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import type { Finding, Place } from '../../../../shared/checks/finding.ts';
import type { Story } from '../../../../shared/story/story.ts';
import { copyStory } from '../../shared/checks/copyStory.ts';
import { button, click, field, press, render, type } from '../render.tsx';

const page = () => document.body.textContent ?? '';
const settle = (look: () => void) => act(async () => vi.waitFor(look, { timeout: 3000 }));

/** A desk with a story on it. */
function desk(first: Story) {
  const story = new Signal<Story | null>(first);
  const checks = new StoryChecks({
    readStory: () => story.value,
    onChange: (listener) => story.subscribe(listener),
    library: new FakeLibrary(),
  });
  const revealed: Place[] = [];
  const fixed: (readonly Finding[])[] = [];
  const tab = (
    <ChecksTab checks={checks} reveal={(place) => revealed.push(place)} fix={(findings) => fixed.push(findings)} />
  );
  return { story, checks, revealed, fixed, tab };
}

const WRONG = copyStory(['The TK boats  left.', 'The pilots  stayed.']);

describe('the Checks tab', () => {
  it('counts by level, names each kind, and follows the page', async () => {
    const { story, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('1 thing to settle before it goes out, 2 notes'));
    expect([...document.querySelectorAll('section')].map((one) => one.getAttribute('aria-label'))).toEqual([
      'Placeholder left',
      'Two spaces',
    ]);
    await act(async () => story.set(copyStory(['The boats left.'])));
    await settle(() => expect(page()).toContain('Facts are still yours to check.'));
  });

  it('goes to the words by a press, and on by F8', async () => {
    const { revealed, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('“TK” looks like'));
    await click(button('“TK” looks like still to come.'));
    await press(document.body, 'F8');
    await press(document.body, 'F8');
    await press(document.body, 'F8');
    await press(document.body, 'F8', { shiftKey: true });
    expect(revealed.map((place) => (place.in === 'block' ? [place.blockId, place.start] : []))).toEqual([
      ['p0', 4],
      ['p0', 12],
      ['p1', 10],
      ['p0', 4],
      ['p1', 10],
    ]);
    expect(document.querySelectorAll('[aria-current="true"]')).toHaveLength(1);
  });

  it('fixes one, and all of a kind', async () => {
    const { fixed, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('Fix all 2'));
    await click(button('Fix all 2: Two spaces'));
    const [first] = document.querySelectorAll<HTMLButtonElement>('button[aria-label="Fix: Two spaces in a row."]');
    if (!first) throw new Error('no fix');
    await click(first);
    expect(fixed.map((findings) => findings.map(({ place }) => place.start))).toEqual([[12, 10], [12]]);
  });

  it('skips with a reason only, shows it, and brings it back', async () => {
    const { checks, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('Fix all 2'));
    await click(button('Skip: “TK” looks like still to come.'));
    expect(button('Skip').disabled).toBe(true);
    await type(field('Why it may stand'), 'The name of a ship');
    await click(button('Skip'));
    expect(checks.checked.value?.counts.block).toBe(0);
    expect(page()).toContain('The name of a ship');
    await click(button('Bring back: “TK” looks like still to come.'));
    expect(checks.checked.value?.counts.block).toBe(1);
  });

  it('says nothing of one story beside another', async () => {
    const { story, checks, tab } = desk(WRONG);
    await render(tab);
    await settle(() => expect(page()).toContain('“TK”'));
    await act(async () => story.set(null));
    await settle(() => expect(checks.checked.value).toBeNull());
  });
});

describe('the checks of an export', () => {
  it('names what must be settled, and leads to the rest', async () => {
    const { checks } = desk(WRONG);
    const onShow = vi.fn<() => void>();
    await render(<ExportChecks checks={checks} onShow={onShow} />);
    await settle(() => expect(page()).toContain('1 thing to settle'));
    expect(page()).toContain('“TK” looks like still to come.');
    expect(page()).not.toContain('Two spaces');
    await click(button('Show in Checks'));
    expect(onShow).toHaveBeenCalledOnce();
  });
});
