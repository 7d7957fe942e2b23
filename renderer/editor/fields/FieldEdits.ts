import {
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { isProgress } from '../../../shared/workflow/progress.ts';
import { $getFields, $setField } from '../model/storyFields.ts';
import { keepProgress } from './keepProgress.ts';

/** An update that only changed a field of the story. */
const FIELD_TAG = 'field';

/** Changes to one field that follow each other within this time are undone together. */
const BURST_MS = 600;

/** A time and its zone are one thing to people, and undone together. */
const TOLD_WITH: Partial<Record<keyof StoryFields, keyof StoryFields>> = { embargoZone: 'embargo' };

interface LastEdit {
  /** The field, or the one it is told with. */
  readonly name: keyof StoryFields;
  readonly grew: boolean;
  readonly at: number;
}

function grew(name: keyof StoryFields, before: unknown, now: unknown): boolean {
  return name in TOLD_WITH || typeof before !== 'string' || typeof now !== 'string' || now.length >= before.length;
}

/**
 * Changes the story's fields as steps of the one history: typing in a field is undone burst by burst like typing in the
 * body, and a change anywhere else ends the burst.
 */
export class FieldEdits {
  #last: LastEdit | null = null;
  readonly #stop: () => void;

  constructor(
    private readonly editor: LexicalEditor,
    private readonly now: () => number = Date.now,
  ) {
    const follow = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      const isOther = (dirtyElements.size > 0 || dirtyLeaves.size > 0) && !tags.has(FIELD_TAG);
      if (isOther) this.#last = null;
    });
    this.#stop = mergeRegister(follow, keepProgress(editor));
  }

  /** Sets a field. `isStep`: never part of the burst before (a paste, a choice from a list). */
  set<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name], isStep = false): void {
    const before = this.editor.read(() => $getFields()[name]);
    if (before === value) return;
    const edit: LastEdit = { name: TOLD_WITH[name] ?? name, grew: grew(name, before, value), at: this.now() };
    const last = this.#last;
    const isBurst = !isStep && last?.name === edit.name && last.grew === edit.grew && edit.at - last.at < BURST_MS;
    const goesOn = isBurst || isProgress(name);
    this.#last = isStep ? null : edit;
    // The caret is in the field, not in the body: it must stay there. Discrete: the field shows its value at once.
    this.editor.update(() => $setField(name, value), {
      discrete: true,
      tag: [
        FIELD_TAG,
        goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG,
        SKIP_DOM_SELECTION_TAG,
        SKIP_SCROLL_INTO_VIEW_TAG,
      ],
    });
  }

  stop(): void {
    this.#stop();
  }
}
