import type { LexicalEditor } from 'lexical';
import type { LibraryClient } from '../../../shared/ipc/libraryContract.ts';
import type { StoryId } from '../../../shared/story/ids.ts';
import { $getLayers } from '../model/storySuggestions.ts';
import type { SaveState } from '../storyEditorApi.ts';
import { readPlace } from './caretPlace.ts';
import { DraftSaver, type DraftChange } from './DraftSaver.ts';
import { watchPage } from './pageChanges.ts';
import { readChange } from './readChange.ts';
import { SavedLayers } from './SavedLayers.ts';

/** How often, at most, a caret that only wanders is noted (ms). */
const PLACE_MS = 700;

interface AutosaveOptions {
  readonly editor: LexicalEditor;
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** How far the page is scrolled, without measuring it. */
  readonly scroll: () => number;
  readonly onState: (state: SaveState) => void;
  /** Every change of the page, for whoever else follows it. */
  readonly onChange: (change: DraftChange) => void;
}

/** Keeps one open story on the disk: its words as they are typed, and the place where the writer is. */
export class Autosave {
  readonly #saver: DraftSaver;
  readonly #stopWatching: () => void;
  #placeTimer: ReturnType<typeof setTimeout> | undefined;
  /** The writer is somewhere else than the library knows. */
  #hasMoved = false;
  #isStopped = false;

  constructor(private readonly options: AutosaveOptions) {
    const { editor, storyId, library, onState, onChange } = options;
    const layers = new SavedLayers(editor.getEditorState().read($getLayers));
    this.#saver = new DraftSaver(storyId, {
      read: (change) => {
        this.#hasMoved = false;
        return { ...readChange(editor, change, layers), place: readPlace(editor, options.scroll()) };
      },
      put: async (change) => {
        const answer = await library.request('stories.put', change);
        layers.ended(answer.ok);
        return answer;
      },
      onState,
    });
    this.#stopWatching = watchPage(editor, (change) => {
      this.#saver.changed(change);
      onChange(change);
    });
  }

  /** Everything typed is on the disk: null, or the sentence why not. The place goes along. */
  async flush(): Promise<string | null> {
    const problem = await this.#saver.flush();
    if (problem === null) await this.#keepPlace();
    return problem;
  }

  /** The writer moved without writing. */
  moved(): void {
    if (this.#isStopped) return;
    this.#hasMoved = true;
    this.#placeTimer ??= setTimeout(() => void this.#keepPlace(), PLACE_MS);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#placeTimer);
    this.#stopWatching();
    this.#saver.stop();
  }

  async #keepPlace(): Promise<void> {
    clearTimeout(this.#placeTimer);
    this.#placeTimer = undefined;
    // Whoever types moves, too; their place went along with their words.
    if (!this.#hasMoved) return;
    this.#hasMoved = false;
    const { editor, storyId, library, scroll } = this.options;
    // Not worth a word if it fails: the next put carries the place as well.
    await library.request('stories.keepPlace', { id: storyId, place: readPlace(editor, scroll()) });
  }
}
