// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SaveStatus } from '../../../../renderer/app/SaveStatus.tsx';
import type { SaveState } from '../../../../renderer/editor/storyEditorApi.ts';
import { Signal } from '../../../../renderer/ui/Signal.ts';
import { render, the } from '../render.tsx';

let state: Signal<SaveState>;

const drawn = () => the('.save-status-drawn').dataset['text'];
const exact = () => the('[role="status"]').textContent;
const say = (next: SaveState) => act(async () => state.set(next));

beforeEach(() => {
  vi.useFakeTimers();
  state = new Signal<SaveState>({ kind: 'saved', at: null });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Save status', () => {
  it('says "Saved" only while all is on the disk, exactly', async () => {
    await render(<SaveStatus state={state} />);
    expect(exact()).toBe('Saved');
    await say({ kind: 'saving' });
    expect(exact()).toBe('Saving…');
    await say({ kind: 'saved', at: '2026-01-01T10:00:00.000Z' });
    expect(exact()).toBe('Saved');
  });

  it('does not flicker while somebody types: "Saved" is drawn after a moment of calm', async () => {
    await render(<SaveStatus state={state} />);
    for (let key = 0; key < 5; key += 1) {
      await say({ kind: 'saving' });
      await say({ kind: 'saved', at: null });
      expect(drawn()).toBe('Saving…');
      await act(async () => vi.advanceTimersByTime(100));
    }
    await act(async () => vi.advanceTimersByTime(1000));
    expect(drawn()).toBe('Saved');
  });

  it('says at once why something is not saved, and speaks it', async () => {
    await render(<SaveStatus state={state} />);
    expect(the('[role="status"]').getAttribute('aria-live')).toBe('off');
    await say({ kind: 'unsaved', reason: 'the disk is full' });
    expect(exact()).toBe('Not saved: the disk is full');
    expect(drawn()).toBe('Not saved: the disk is full');
    expect(the('[role="status"]').getAttribute('aria-live')).toBe('assertive');
  });
});
