import type { StoryFields } from '../../shared/story/story.ts';
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
  readonly setField: <Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]) => void;
  /** What the house offers for a field of terms. */
  readonly vocabulary: Signal<Vocabulary>;
  /** Undo and redo of the page's history, for the keys pressed in these fields. */
  readonly undo: () => void;
  readonly redo: () => void;
}
