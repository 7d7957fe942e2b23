import type {
  CommentsOnPage,
  SuggestionsOnPage,
  SaveState,
  StoryEditorHandle,
} from '../../../renderer/editor/storyEditorApi.ts';
import type { OpenedStory } from '../../../shared/ipc/librarySchemas.ts';
import type { ActionId } from '../../../shared/actions/actions.ts';
import type { EditorReports } from '../../../renderer/app/StoryDesk.ts';
import type { StoryFields } from '../../../shared/story/fields.ts';
import { Signal } from '../../../renderer/ui/Signal.ts';
import type { Story } from '../../../shared/story/story.ts';

/** An editor as the desk sees it, whose flush the test decides. */
export class FakeEditor implements StoryEditorHandle {
  readonly ran: ActionId[] = [];
  flushes = 0;
  /** What the next flushes answer; null when everything is on the disk. */
  unsaved: string | null = null;
  focused = 0;
  #story: Story;
  readonly #listeners = new Set<(fields: StoryFields) => void>();

  constructor(
    opened: OpenedStory,
    readonly reports: EditorReports,
  ) {
    this.#story = opened.story;
    reports.onReady(this);
  }

  say(state: SaveState): void {
    this.reports.onSaveState(state);
  }

  run(action: ActionId): boolean {
    this.ran.push(action);
    return true;
  }

  flush(): Promise<string | null> {
    this.flushes += 1;
    return Promise.resolve(this.unsaved);
  }

  focus(): void {
    this.focused += 1;
  }

  reveal(): void {}

  revealPlace(): boolean {
    return false;
  }

  replacePlaces(): number {
    return 0;
  }

  showMarks(): void {}

  openMarks(): boolean {
    return false;
  }

  takePictureWords(): void {}

  replacePicture(): void {}

  putCaption(): boolean {
    return false;
  }

  readonly comments: CommentsOnPage = {
    layer: null as unknown as HTMLElement,
    spots: new Signal([]),
    follow: () => undefined,
    keepLayer: () => undefined,
    begin: () => null,
    drop: () => undefined,
    reveal: () => false,
    fromCaret: () => null,
  };

  readonly suggestions: SuggestionsOnPage = {
    list: new Signal([]),
    spots: new Signal([]),
    suggestAs: () => undefined,
    show: () => undefined,
    settle: () => undefined,
    settleAll: () => undefined,
    reveal: () => false,
    within: () => [],
    fromCaret: () => null,
  };

  readStory(): Story {
    return this.#story;
  }

  setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name]): void {
    this.#story = { ...this.#story, fields: { ...this.#story.fields, [name]: value } };
    for (const listener of this.#listeners) listener(this.#story.fields);
  }

  onFields(listener: (fields: StoryFields) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#story.fields);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  insertPictures(): void {}

  insertCode(): void {}

  insertAsset(): void {}
}
