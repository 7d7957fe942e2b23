// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveStatus } from '../../../../renderer/app/SaveStatus.tsx';
import type { SaveState } from '../../../../renderer/editor/storyEditorApi.ts';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import { render, the } from '../render.tsx';

let state: Signal<SaveState>;

const text = () => the('[role="status"]').textContent;
const say = (next: SaveState) => act(async () => state.set(next));
const rest = (ms: number) => act(async () => vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
  state = new Signal<SaveState>({ kind: 'saved', at: null });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Save status', () => {
  it('takes "Saved" back with the first key and says it again after a moment of calm', async () => {
    await render(<SaveStatus state={state} />);
    expect(text()).toBe('Saved');
    await say({ kind: 'saving' });
    expect(text()).toBe('Saving…');
    await say({ kind: 'saved', at: '2026-01-01T10:00:00.000Z' });
    await rest(1_000);
    expect(text()).toBe('Saved');
  });

  it('changes nothing in the flow of typing', async () => {
    await render(<SaveStatus state={state} />);
    await say({ kind: 'saving' });
    const changes = new MutationObserver(() => undefined);
    changes.observe(the('[role="status"]'), { attributes: true, characterData: true, childList: true, subtree: true });
    for (let key = 0; key < 5; key += 1) {
      await say({ kind: 'saved', at: null });
      await rest(100);
      await say({ kind: 'saving' });
      expect(text()).toBe('Saving…');
    }
    expect(changes.takeRecords()).toEqual([]);
  });

  it('never says "Saved" of words that came during the calm', async () => {
    await render(<SaveStatus state={state} />);
    await say({ kind: 'saving' });
    await say({ kind: 'saved', at: null });
    await rest(200);
    await say({ kind: 'saving' });
    await rest(10_000);
    expect(text()).toBe('Saving…');
  });

  it('says at once why something is not saved, and speaks it', async () => {
    await render(<SaveStatus state={state} />);
    const live = () => the('[role="status"]').getAttribute('aria-live');
    expect(live()).toBe('off');
    await say({ kind: 'unsaved', reason: 'the disk is full' });
    expect(text()).toBe('Not saved: the disk is full');
    expect(live()).toBe('assertive');
  });
});
