import type { Dress } from '../../../../shared/merge/letters.ts';

/** What somebody did to a document while its changes were recorded. */
export interface TrackedChange {
  readonly by: string;
  /** ISO 8601; empty where the document does not say. */
  readonly at: string;
}

/** A run of letters, and what was done to it. */
export interface WordRun {
  readonly text: string;
  readonly dress: Dress;
  readonly putIn: TrackedChange | null;
  readonly takenOut: TrackedChange | null;
  /** How it was set before somebody set it otherwise. */
  readonly before: { readonly dress: Dress; readonly change: TrackedChange } | null;
  /** The numbers of the comments on it. */
  readonly comments: readonly string[];
  /** It is the dateline before the first paragraph. */
  readonly isDateline: boolean;
}

/** What a paragraph is. */
export interface LineKind {
  /** The name of its style, in lower case. */
  readonly style: string;
  readonly list: { readonly id: string; readonly level: number } | null;
}

/** Something a story has no place for. */
export interface Aside {
  readonly what: string;
  readonly words: string;
  readonly by: string;
}

/** A paragraph of a document as it lies in the file, all that was ever in it since changes were recorded. */
export interface WordLine {
  /** Of bookmarks at or before its words. */
  readonly bookmarks: readonly string[];
  readonly runs: readonly WordRun[];
  readonly kind: LineKind;
  readonly kindBefore: { readonly kind: LineKind; readonly change: TrackedChange } | null;
  /** Its end: where somebody put it in, it was cut there; taken out, joined with the next. */
  readonly endPutIn: TrackedChange | null;
  readonly endTakenOut: TrackedChange | null;
  /** Where it stands in a table; null: it does not. */
  readonly cell: WordCell | null;
  readonly pictures: number;
  /** Where the files of its pictures lie in the document. */
  readonly files: readonly string[];
  readonly asides: readonly Aside[];
  /** Comments on no words, at this place. */
  readonly points: readonly string[];
}

/** A cell of a table. */
export interface WordCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly span: number;
  /** It goes on from the one above. */
  readonly goesOn: boolean;
  readonly isHeading: boolean;
  readonly rowPutIn: TrackedChange | null;
  readonly rowTakenOut: TrackedChange | null;
}
