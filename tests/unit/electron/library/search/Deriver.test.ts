import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaptionBacklog } from '../../../../../electron/library/search/CaptionBacklog.ts';
import { Deriver } from '../../../../../electron/library/search/Deriver.ts';
import type { StoryIndex } from '../../../../../electron/library/search/StoryIndex.ts';
import { newStoryId, type StoryId } from '../../../../../shared/story/ids.ts';

/** Stands for the rows: when they are made is the question here, not how. */
class CountingIndex implements Pick<StoryIndex, 'stale' | 'derive'> {
  readonly waiting: { key: number; id: StoryId }[] = [];
  fails = false;

  stale(limit: number) {
    return this.waiting.slice(0, limit);
  }
  derive(key: number) {
    if (this.fails) throw new Error('The disk is full.');
    this.waiting.splice(
      this.waiting.findIndex((story) => story.key === key),
      1,
    );
  }
  add(count: number) {
    for (let number = 0; number < count; number++) this.waiting.push({ key: number, id: newStoryId() });
  }
}

/** Stands for stories from before captions were indexed. */
class CountingBacklog implements Pick<CaptionBacklog, 'takeSlice'> {
  slices = 0;

  takeSlice() {
    if (this.slices > 0) this.slices -= 1;
    return this.slices > 0;
  }
}

let index: CountingIndex;
let backlog: CountingBacklog;
let derived: number[];
let errors: unknown[];
let deriver: Deriver;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  index = new CountingIndex();
  backlog = new CountingBacklog();
  derived = [];
  errors = [];
  deriver = new Deriver(index as unknown as StoryIndex, backlog as unknown as CaptionBacklog, {
    onDerived: (ids) => derived.push(ids.length),
    onError: (error) => errors.push(error),
  });
});
afterEach(() => {
  deriver.close();
  vi.useRealTimers();
});

describe('rows', () => {
  it('are made when the writing pauses, not at every key', () => {
    index.add(1);
    for (let key = 0; key < 5; key++) {
      deriver.schedule();
      vi.advanceTimersByTime(200);
    }
    expect(derived).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(derived).toEqual([1]);
  });

  it('do not wait for ever for somebody who never pauses', () => {
    index.add(1);
    for (let key = 0; key < 15; key++) {
      deriver.schedule();
      vi.advanceTimersByTime(200);
    }
    expect(derived).toEqual([1]);
  });

  it('are made in batches until none is stale', () => {
    index.add(45);
    deriver.schedule();
    vi.advanceTimersByTime(1000);
    expect(derived).toEqual([20, 20, 5]);
  });

  it('of all stories come before the captions of older ones, which are taken in until none waits', () => {
    index.add(25);
    backlog.slices = 4;
    deriver.schedule();
    vi.advanceTimersByTime(305);
    expect([derived, backlog.slices]).toEqual([[20, 5], 3]);
    vi.advanceTimersByTime(100);
    expect(backlog.slices).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are made at once for whoever reads', () => {
    index.add(2);
    expect(deriver.runIfStale()).toBe(2);
    expect(index.waiting).toEqual([]);
  });

  it('that were made for whoever reads are told of when the writing pauses: a list does not set itself off', () => {
    deriver.schedule();
    for (let key = 0; key < 4; key++) {
      index.add(1);
      deriver.schedule();
      deriver.runIfStale();
      vi.advanceTimersByTime(100);
    }
    expect(derived).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(derived).toEqual([4]);
  });

  it('that were made for whoever reads are told of even if nobody writes', () => {
    index.add(1);
    deriver.runIfStale();
    vi.advanceTimersByTime(300);
    expect(derived).toEqual([1]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that cannot be made are reported and tried again with the next change', () => {
    index.add(1);
    index.fails = true;
    expect(deriver.runIfStale()).toBe(0);
    expect(errors).toHaveLength(1);
    index.fails = false;
    deriver.schedule();
    vi.advanceTimersByTime(300);
    expect(derived).toEqual([1]);
  });

  it('are no longer made after closing', () => {
    index.add(1);
    deriver.schedule();
    deriver.close();
    deriver.schedule();
    vi.advanceTimersByTime(5000);
    expect(derived).toEqual([]);
  });
});
