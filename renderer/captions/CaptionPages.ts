import type { UsedCaption } from '../../shared/ipc/captionSchemas.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { Signal } from '../ui/Signal.ts';

/** What was found so far. */
export interface CaptionsView {
  readonly query: string;
  /** null until the first answer. */
  readonly total: number | null;
  readonly rows: ReadonlyMap<number, UsedCaption>;
  readonly problem: string | null;
}

const PAGE = 100;

/** What a search finds, read page by page as it comes into view; the last query asked for wins. */
export class CaptionPages {
  readonly view = new Signal<CaptionsView>({ query: '', total: null, rows: new Map(), problem: null });
  readonly #asked = new Set<number>();
  #query: string | null = null;

  constructor(private readonly library: LibraryClient) {}

  search(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#asked.clear();
    this.#ask(0);
  }

  /** Reads the pages these rows are on, if nobody did. */
  show(first: number, last: number): void {
    const { total, query } = this.view.value;
    if (total === null || query !== this.#query) return;
    for (let page = Math.floor(first / PAGE); page * PAGE < total && page * PAGE <= last; page += 1) this.#ask(page);
  }

  #ask(page: number): void {
    const query = this.#query ?? '';
    if (this.#asked.has(page)) return;
    this.#asked.add(page);
    void this.library.request('captions.search', { query, offset: page * PAGE, limit: PAGE }).then((answer) => {
      if (query !== this.#query) return;
      const before = this.view.value;
      if (!answer.ok) {
        this.#asked.delete(page);
        this.view.set({ ...before, query, total: before.total ?? 0, problem: answer.error.message });
        return;
      }
      const rows = new Map(before.query === query ? before.rows : []);
      answer.value.items.forEach((item, index) => rows.set(page * PAGE + index, item));
      this.view.set({ query, total: answer.value.total, rows, problem: null });
    });
  }
}
