import type { SearchOptions } from './searchText.ts';

/** What was looked for last, and how. */
export interface LastSearch {
  readonly query: string;
  readonly replacement: string;
  readonly options: SearchOptions;
}

let last: LastSearch = {
  query: '',
  replacement: '',
  options: { matchCase: false, wholeWord: false, ignoreMarks: true },
};

/** The last search in this window, whatever story it was made in: a name is often looked for through several stories. */
export function readLastSearch(): LastSearch {
  return last;
}

export function keepLastSearch(search: LastSearch): void {
  last = search;
}
