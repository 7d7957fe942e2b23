import type { StoryFields } from '../../shared/story/story.ts';
import type { Signal } from '../ui/Signal.ts';

/** Where the tab reads the story's fields and puts what is typed: one editor, one history. */
export interface FieldsSource {
  readonly fields: Signal<StoryFields | null>;
  readonly setField: <Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]) => void;
  /** Undo and redo of the page's history, for the keys pressed in these fields. */
  readonly undo: () => void;
  readonly redo: () => void;
}
