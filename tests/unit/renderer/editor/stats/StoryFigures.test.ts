// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage } from '../../../../../renderer/editor/autosave/pageChanges.ts';
import { StoryFigures } from '../../../../../renderer/editor/stats/StoryFigures.ts';
import type { OutlineEntry, StoryStats } from '../../../../../renderer/editor/storyEditorApi.ts';
import type { Block } from '../../../../../shared/story/block.ts';
import type { BlockId } from '../../../../../shared/story/ids.ts';
import { openOnPage, paragraph, press, run, select, type } from '../editorRig.ts';

Object.assign(globalThis, { requestIdleCallback: () => 1, cancelIdleCallback: () => undefined });

function openCounted(blocks: readonly Block[]) {
  const editor = openOnPage(blocks, { targetWords: 500 });
  const stats: StoryStats[] = [];
  const outlines: (readonly OutlineEntry[])[] = [];
  const figures = new StoryFigures(editor, {
    onStats: (value) => stats.push(value),
    onOutline: (value) => outlines.push(value),
  });
  watchPage(editor, (change) => figures.changed(change));
  figures.count();
  return { editor, figures, stats, outlines, last: () => stats.at(-1) };
}

describe('the story’s figures', () => {
  it('count body copy and leave pull-quotes and captions out', () => {
    const { last, editor, figures } = openCounted([paragraph('a', 'One two three'), paragraph('b', 'four')]);
    expect(last()).toEqual({
      words: 4,
      characters: 17,
      readingMinutes: 1,
      targetWords: 500,
      pulledWords: 0,
      selection: null,
    });
    select(editor, 'a', 4, 7);
    run(editor, 'insert.pullQuote');
    figures.count();
    expect(last()).toMatchObject({ words: 4, characters: 17, pulledWords: 1 });
  });

  it('follow typing, splitting and deleting', () => {
    const { editor, figures, last } = openCounted([paragraph('a', 'One two'), paragraph('b', 'three')]);
    select(editor, 'a', 3);
    type(editor, ' more');
    press(editor, 'Enter');
    figures.count();
    expect(last()).toMatchObject({ words: 4 });
    select(editor, 'b', 0, 5);
    press(editor, 'Backspace');
    figures.count();
    expect(last()).toMatchObject({ words: 3 });
  });

  it('count the selection', () => {
    const { editor, figures, last } = openCounted([paragraph('a', 'One two three')]);
    select(editor, 'a', 4, 13);
    figures.count();
    expect(last()).toMatchObject({ selection: { words: 2, characters: 9 } });
  });

  it('count an emoji or an accented letter once', () => {
    const { last } = openCounted([paragraph('a', 'é😀')]);
    expect(last()).toMatchObject({ characters: 2 });
  });

  it('say nothing when nothing changed', () => {
    const { figures, stats, outlines } = openCounted([paragraph('a', 'One')]);
    figures.count();
    expect([stats.length, outlines.length]).toEqual([1, 1]);
  });

  it('list headings, pull-quotes and pictures in their order, and only tell when the list changes', () => {
    const heading: Block = { id: 'h' as BlockId, type: 'heading', level: 2, content: [{ type: 'text', text: 'Head' }] };
    const { editor, figures, outlines } = openCounted([paragraph('a', 'One'), heading]);
    expect(outlines.at(-1)).toEqual([{ blockId: 'h', type: 'heading', text: 'Head' }]);
    select(editor, 'a', 3);
    type(editor, '!');
    figures.count();
    expect(outlines).toHaveLength(1);
    select(editor, 'h', 4);
    type(editor, 's');
    figures.count();
    expect(outlines.at(-1)).toEqual([{ blockId: 'h', type: 'heading', text: 'Heads' }]);
  });
});

describe('while somebody types, figures', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(globalThis, { requestIdleCallback: (count: () => void) => setTimeout(count, 0) });
  });
  afterEach(() => {
    vi.useRealTimers();
    Object.assign(globalThis, { requestIdleCallback: () => 1 });
  });

  it('wait until the keys rest', () => {
    const { editor, last } = openCounted([paragraph('a', 'One')]);
    select(editor, 'a', 3);
    for (const word of [' two', ' three', ' four']) {
      type(editor, word);
      vi.advanceTimersByTime(200);
    }
    expect(last()).toMatchObject({ words: 1 });
    vi.advanceTimersByTime(110);
    expect(last()).toMatchObject({ words: 4 });
  });

  it('are two seconds old at most', () => {
    const { editor, stats } = openCounted([paragraph('a', 'One')]);
    select(editor, 'a', 3);
    for (let key = 0; key < 24; key += 1) {
      type(editor, ' two');
      vi.advanceTimersByTime(200);
    }
    expect(stats.length).toBe(3);
  });
});
