import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver, type DraftChange } from '../../../../../renderer/editor/autosave/DraftSaver.ts';
import type { SaveState } from '../../../../../renderer/editor/storyEditorApi.ts';
import type { Paragraph } from '../../../../../shared/story/block.ts';
import { newStoryId, type BlockId } from '../../../../../shared/story/ids.ts';
import { paragraph } from '../editorRig.ts';
import { settle, StoryOnDisk } from './StoryOnDisk.ts';

/** A page of two paragraphs that can be typed on, its saver, and the disk it saves to. */
function openPage() {
  const page = new Map([paragraph('a', 'one'), paragraph('b', 'two')].map((block) => [block.id, block]));
  const disk = new StoryOnDisk([...page.values()]);
  const states: SaveState[] = [];
  const saver = new DraftSaver(newStoryId(), {
    read: (change) => ({ blocks: [...change.blocks.keys()].flatMap((id) => page.get(id) ?? []) }),
    put: disk.put,
    onState: (state) => states.push(state),
    backOffMs: [100, 400],
    patienceMs: 5000,
  });
  const type = (id: string, text: string) => {
    page.set(id as BlockId, paragraph(id, text));
    const change: DraftChange = {
      blocks: new Map([[id as BlockId, '']]),
      order: false,
      fields: new Set(),
      layers: false,
    };
    saver.changed(change);
  };
  const words = (id: string) => {
    const block = disk.blocks.get(id as BlockId) as Paragraph;
    return block.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
  };
  return { disk, saver, states, type, words, last: () => states.at(-1) };
}

describe('saving a draft', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('sends the first change in the same turn, without waiting', async () => {
    const { disk, type } = openPage();
    type('a', 'one!');
    await settle();
    expect(disk.underway).toHaveLength(1);
  });

  it('says saved only after the acknowledgement', async () => {
    const { disk, type, states } = openPage();
    type('a', 'one!');
    await settle();
    expect(states).toEqual([{ kind: 'saving' }]);
    await disk.land();
    expect(states).toEqual([{ kind: 'saving' }, { kind: 'saved', at: new Date(1).toISOString() }]);
  });

  it('keeps one write in flight and sends what came meanwhile as one more, newest words first', async () => {
    const { disk, type, words, states } = openPage();
    type('a', 'o');
    await settle();
    type('a', 'on');
    type('b', 'x');
    type('a', 'one more');
    await settle();
    expect(disk.underway).toHaveLength(1);
    await disk.land();
    expect(words('a')).toBe('o');
    expect(disk.underway).toHaveLength(1);
    expect(states.at(-1)).toEqual({ kind: 'saving' });
    await disk.land();
    expect([words('a'), words('b')]).toEqual(['one more', 'x']);
    expect(states.at(-1)).toMatchObject({ kind: 'saved' });
  });

  it('says why it could not save, keeps the words and tries again by itself', async () => {
    const { disk, type, words, last } = openPage();
    type('a', 'precious');
    await settle();
    await disk.refuse('the disk is full');
    expect(last()).toEqual({ kind: 'unsaved', reason: 'the disk is full' });
    await vi.advanceTimersByTimeAsync(100);
    await disk.land();
    expect(words('a')).toBe('precious');
    expect(last()).toMatchObject({ kind: 'saved' });
  });

  it('backs off between tries and still carries what is typed meanwhile', async () => {
    const { disk, type, words } = openPage();
    type('a', 'first');
    await settle();
    await disk.refuse();
    await vi.advanceTimersByTimeAsync(100);
    await disk.refuse();
    type('b', 'second');
    await vi.advanceTimersByTimeAsync(399);
    expect(disk.underway).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    await disk.land();
    expect([words('a'), words('b')]).toEqual(['first', 'second']);
  });

  it('does not bring back old words when a failed write is overtaken by newer ones', async () => {
    const { disk, type, words } = openPage();
    type('a', 'older');
    await settle();
    type('a', 'newer');
    await disk.refuse();
    await vi.advanceTimersByTimeAsync(100);
    await disk.land();
    expect(words('a')).toBe('newer');
  });

  it('replays what the library stored but could not acknowledge before it stopped', async () => {
    const { disk, type, words, last } = openPage();
    type('a', 'once');
    await settle();
    await disk.land(true);
    expect(last()).toMatchObject({ kind: 'unsaved' });
    await vi.advanceTimersByTimeAsync(100);
    await disk.land();
    expect(words('a')).toBe('once');
    expect(last()).toMatchObject({ kind: 'saved' });
  });

  it('flushes at once, even while it is backing off, and says how it went', async () => {
    const { disk, saver, type } = openPage();
    type('a', 'going');
    await settle();
    await disk.refuse();
    const refused = saver.flush();
    await settle();
    await disk.refuse('still full');
    expect(await refused).toBe('still full');
    const done = saver.flush();
    await settle();
    await disk.land();
    expect(await done).toBeNull();
  });

  it('answers a flush only when what was typed during it is on the disk, too', async () => {
    const { disk, saver, type, words } = openPage();
    type('a', 'one');
    const flushed = saver.flush();
    await settle();
    type('a', 'one two');
    await disk.land();
    let isDone = false;
    void flushed.then(() => (isDone = true));
    await settle();
    expect(isDone).toBe(false);
    await disk.land();
    expect(await flushed).toBeNull();
    expect(words('a')).toBe('one two');
  });

  it('has nothing to flush when nothing changed', async () => {
    const { saver, disk } = openPage();
    expect(await saver.flush()).toBeNull();
    expect(disk.underway).toHaveLength(0);
  });

  it('says so when an answer is overdue, and takes it all the same when it comes', async () => {
    const { disk, type, last } = openPage();
    type('a', 'slow');
    await settle();
    await vi.advanceTimersByTimeAsync(5000);
    expect(last()).toMatchObject({ kind: 'unsaved' });
    type('a', 'slower');
    expect(last()).toMatchObject({ kind: 'unsaved' });
    await disk.land();
    await disk.land();
    expect(last()).toMatchObject({ kind: 'saved' });
  });

  it('reports nothing after it was stopped', async () => {
    const { disk, saver, type, states } = openPage();
    type('a', 'late');
    await settle();
    saver.stop();
    await disk.land();
    expect(states).toEqual([{ kind: 'saving' }]);
  });
});
