import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { StorySummary } from '../../shared/ipc/librarySchemas.ts';
import type { Failure } from '../../shared/lang/result.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Status } from '../../shared/story/fields.ts';
import { Signal } from '../ui/Signal.ts';

/** Which stories to list. */
export interface StoryFilter {
  readonly query: string;
  readonly status: Status | null;
  readonly trashed: boolean;
}

/** What the list draws: how many rows there are, and those that have been read. */
export interface RowsView {
  readonly filter: StoryFilter;
  /** null until the first answer. */
  readonly total: number | null;
  readonly rows: ReadonlyMap<number, StorySummary>;
  readonly error: Failure | null;
}

export const PAGE_ROWS = 60;

/** Typing makes the open story's row change with every write; more than this often (ms) nobody can see. */
const REFRESH_MS = 800;

/**
 * The rows of the library pane, read a page at a time as they scroll into view, for 100,000 stories as for ten. Its duties:
 * - the newest filter wins: an answer to an older one is dropped, and the old rows stand until the new ones are here;
 * - rows change when the library says so, at once for a single event, gathered when many come;
 * - a page is asked for once, however often it is scrolled past.
 */
export class StoryRows {
  readonly view: Signal<RowsView>;
  readonly #library: LibraryClient;
  readonly #stop: () => void;
  #filter: StoryFilter = { query: '', status: null, trashed: false };
  #generation = 0;
  #wanted = { first: 0, last: PAGE_ROWS - 1 };
  readonly #asked = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #refreshedAt = -Infinity;
  #closed = false;

  constructor(library: LibraryClient) {
    this.#library = library;
    this.view = new Signal<RowsView>({ filter: this.#filter, total: null, rows: new Map(), error: null });
    this.#stop = library.on('stories.changed', () => this.#refreshSoon());
    void this.#reload();
  }

  /** Lists other stories. The rows before stay visible until the answer is here. */
  setFilter(filter: StoryFilter): void {
    const now = this.#filter;
    if (filter.query === now.query && filter.status === now.status && filter.trashed === now.trashed) return;
    this.#filter = filter;
    this.#wanted = { first: 0, last: PAGE_ROWS - 1 };
    void this.#reload();
  }

  /** Says which rows are in view (both inclusive); reads the pages that are missing. */
  show(first: number, last: number): void {
    this.#wanted = { first, last };
    const total = this.view.value.total;
    if (total === null) return;
    const generation = this.#generation;
    for (const page of pagesBetween(first, Math.min(last, total - 1))) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#readPage(page, generation);
    }
  }

  /** Reads again what is in view, after an error. */
  retry(): void {
    void this.#reload();
  }

  close(): void {
    this.#closed = true;
    this.#generation += 1;
    this.#stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** Where a story stands among the rows read so far, or -1. */
  indexOf(id: StoryId): number {
    for (const [index, row] of this.view.value.rows) if (row.id === id) return index;
    return -1;
  }

  #refreshSoon(): void {
    if (this.#closed || this.#timer !== null) return;
    const wait = Math.max(0, this.#refreshedAt + REFRESH_MS - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#reload();
    }, wait);
  }

  /** Reads what is in view afresh and swaps it in at once, so that a live change never blanks the list. */
  async #reload(): Promise<void> {
    const generation = (this.#generation += 1);
    this.#refreshedAt = Date.now();
    const filter = this.#filter;
    const pages = pagesBetween(this.#wanted.first, this.#wanted.last);
    this.#asked.clear();
    for (const page of pages) this.#asked.add(page);
    const answers = await Promise.all(pages.map((page) => this.#ask(filter, page)));
    if (generation !== this.#generation) return;
    const before = new Map([...this.view.value.rows.values()].map((row) => [row.id, row]));
    const rows = new Map<number, StorySummary>();
    let total = 0;
    for (const [at, answer] of answers.entries()) {
      if (!answer.ok) {
        this.view.set({ ...this.view.value, filter, error: answer.error });
        return;
      }
      total = answer.value.total;
      const start = (pages[at] ?? 0) * PAGE_ROWS;
      for (const [offset, row] of answer.value.items.entries())
        rows.set(start + offset, sameOr(before.get(row.id), row));
    }
    this.view.set({ filter, total, rows, error: null });
    this.show(this.#wanted.first, this.#wanted.last);
  }

  async #readPage(page: number, generation: number): Promise<void> {
    const answer = await this.#ask(this.#filter, page);
    if (generation !== this.#generation) return;
    const view = this.view.value;
    if (!answer.ok) {
      this.#asked.delete(page);
      this.view.set({ ...view, error: answer.error });
      return;
    }
    const rows = new Map(view.rows);
    for (const [offset, row] of answer.value.items.entries()) rows.set(page * PAGE_ROWS + offset, row);
    this.view.set({ ...view, total: answer.value.total, rows, error: null });
  }

  #ask(filter: StoryFilter, page: number) {
    return this.#library.request('stories.list', { ...filter, offset: page * PAGE_ROWS, limit: PAGE_ROWS });
  }
}

function pagesBetween(first: number, last: number): number[] {
  const pages: number[] = [];
  for (let page = Math.floor(Math.max(0, first) / PAGE_ROWS); page * PAGE_ROWS <= last; page += 1) pages.push(page);
  return pages;
}

/** The row as it was if nothing in it changed, so that it is not drawn again. */
function sameOr(before: StorySummary | undefined, row: StorySummary): StorySummary {
  if (!before) return row;
  const keys = Object.keys(row) as (keyof StorySummary)[];
  return keys.every((key) => before[key] === row[key]) ? before : row;
}
