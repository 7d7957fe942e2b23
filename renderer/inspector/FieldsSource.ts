import type { StoryFields } from '../../shared/story/fields.ts';
import type { Signal } from '../ui/Signal.ts';

/** A term the house knows, and what else it is called. */
export interface KnownTerm {
  readonly name: string;
  readonly also: readonly string[];
}

export interface Vocabulary {
  readonly categories: readonly KnownTerm[];
  readonly topics: readonly KnownTerm[];
}

/** Where the tab reads the story's fields and puts what is typed: one editor, one history. */
export interface FieldsSource {
  readonly fields: Signal<StoryFields | null>;
  /** `isStep`: undone by itself, whatever was typed just before. */
  readonly setField: <Name extends keyof StoryFields>(name: Name, value: StoryFields[Name], isStep?: boolean) => void;
  /** Puts what a code stands for in its place, when the caret stands behind one; null where there is none. */
  readonly replaceCode: (
    words: string,
    caret: number | null,
  ) => { readonly words: string; readonly caret: number } | null;
  /** What the house offers for a field of terms. */
  readonly vocabulary: Signal<Vocabulary>;
  /** Undo and redo of the page's history, for the keys pressed in these fields. */
  readonly undo: () => void;
  readonly redo: () => void;
}
