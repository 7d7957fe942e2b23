import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeLibrary } from '../../../../renderer/bridge/FakeLibrary.ts';
import { PAGE_ROWS, StoryRows, type StoryFilter } from '../../../../renderer/library/StoryRows.ts';
import { fail } from '../../../../shared/lang/result.ts';

const ALL: StoryFilter = { query: '', status: null, trashed: false };

let library: FakeLibrary;
let rows: StoryRows | undefined;

function fill(count: number): void {
  for (let index = 0; index < count; index += 1) library.importText(`Story ${index}`, `Words of ${index}.`);
}

function start(): StoryRows {
  rows = new StoryRows(library);
  return rows;
}

function headlines(of: StoryRows): string[] {
  return [...of.view.value.rows.values()].map((row) => row.headline);
}

beforeEach(() => {
  library = new FakeLibrary();
});

afterEach(() => {
  rows?.close();
  vi.useRealTimers();
});

describe('StoryRows', () => {
  it('reads the first page and knows how many there are', async () => {
    fill(PAGE_ROWS + 5);
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).toBe(PAGE_ROWS + 5));
    expect(list.view.value.rows.size).toBe(PAGE_ROWS);
    expect(list.view.value.rows.get(0)?.headline).toBe(`Story ${PAGE_ROWS + 4}`);
  });

  it('reads further pages as they come into view, each once', async () => {
    fill(PAGE_ROWS * 3);
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).not.toBeNull());
    const request = vi.spyOn(library, 'request');
    list.show(PAGE_ROWS, PAGE_ROWS + 10);
    list.show(PAGE_ROWS + 5, PAGE_ROWS + 15);
    await vi.waitFor(() => expect(list.view.value.rows.has(PAGE_ROWS)).toBe(true));
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('lists what the newest filter finds, however late an older one answers', async () => {
    fill(3);
    library.importText('Floods', 'Water.');
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).toBe(4));
    const release = library.holdNext('stories.list');
    list.setFilter({ ...ALL, query: 'story' });
    list.setFilter({ ...ALL, query: 'floods' });
    await vi.waitFor(() => expect(headlines(list)).toEqual(['Floods']));
    release();
    await new Promise((done) => setImmediate(done));
    expect(headlines(list)).toEqual(['Floods']);
    expect(list.view.value.filter.query).toBe('floods');
  });

  it('keeps the old rows until the new ones are here', async () => {
    fill(2);
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).toBe(2));
    const release = library.holdNext('stories.list');
    list.setFilter({ ...ALL, query: 'nothing like it' });
    expect(list.view.value.rows.size).toBe(2);
    release();
    await vi.waitFor(() => expect(list.view.value.total).toBe(0));
  });

  it('gathers changes while somebody types, and shows the last of them', async () => {
    fill(1);
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).toBe(1));
    const id = list.view.value.rows.get(0)?.id;
    if (!id) throw new Error('No row.');
    vi.useFakeTimers();
    const request = vi.spyOn(library, 'request');
    const typed = 40;
    for (let key = 1; key <= typed; key += 1) {
      await library.request('stories.put', { id, fields: { headline: `Typed ${key}` } });
      await vi.advanceTimersByTimeAsync(50);
    }
    await vi.advanceTimersByTimeAsync(2000);
    const lists = request.mock.calls.filter(([name]) => name === 'stories.list').length;
    expect(lists).toBeGreaterThan(0);
    expect(lists).toBeLessThan(typed / 8);
    expect(headlines(list)).toEqual([`Typed ${typed}`]);
  });

  it('keeps the very same row when nothing in it changed, so that it is not drawn again', async () => {
    fill(2);
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).toBe(2));
    const before = list.view.value.rows.get(1);
    library.importText('Newer', 'Words.');
    await vi.waitFor(() => expect(list.view.value.total).toBe(3));
    expect(list.view.value.rows.get(2)).toBe(before);
  });

  it('says what failed, keeps its rows, and reads again when asked', async () => {
    fill(2);
    const list = start();
    await vi.waitFor(() => expect(list.view.value.total).toBe(2));
    library.failWith('stories.list', fail('down', 'The library is not answering.', true));
    list.retry();
    await vi.waitFor(() => expect(list.view.value.error?.code).toBe('down'));
    expect(list.view.value.rows.size).toBe(2);
    library.failWith('stories.list', null);
    list.retry();
    await vi.waitFor(() => expect(list.view.value.error).toBeNull());
  });
});
