import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { OpenedStory, StorySummary, Template } from '../../shared/ipc/librarySchemas.ts';
import type { Settings } from '../../shared/ipc/mainContract.ts';
import { fail, type Failure, type Result } from '../../shared/lang/result.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { StoryFields } from '../../shared/story/fields.ts';
import type { ActionId } from '../../shared/actions/actions.ts';
import type { OutlineEntry, SaveState, StoryEditorHandle, StoryStats } from '../editor/storyEditorApi.ts';
import { Signal } from '../ui/Signal.ts';

/** What lies on the page. `session` changes whenever the editor has to start afresh, even for the same story. */
export type DeskState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'open'; readonly opened: OpenedStory; readonly session: number }
  | { readonly kind: 'failed'; readonly id: StoryId; readonly error: Failure };

/** What the editor of one session tells the desk; calls from a session that is over go nowhere. */
export interface EditorReports {
  readonly onReady: (handle: StoryEditorHandle) => void;
  readonly onSaveState: (state: SaveState) => void;
  readonly onStats: (stats: StoryStats) => void;
  readonly onOutline: (outline: readonly OutlineEntry[]) => void;
  readonly onActiveFormats: (active: readonly ActionId[]) => void;
}

const SAVED: SaveState = { kind: 'saved', at: null };
const NO_FORMATS: readonly ActionId[] = [];
const NO_OUTLINE: readonly OutlineEntry[] = [];

/**
 * Which story is on the page, and the one way to change it. Its duties:
 * - nothing leaves the page before it is on the disk: each change of story flushes first and stays where it is if that fails;
 * - the last story asked for wins, however slowly an earlier one answers;
 * - an editor that was closed can no longer report anything, let alone into another story.
 */
export class StoryDesk {
  readonly state = new Signal<DeskState>({ kind: 'empty' });
  /** The story that is on its way to the page; its row shows so. */
  readonly opening = new Signal<StoryId | null>(null);
  readonly saveState = new Signal<SaveState>(SAVED);
  readonly stats = new Signal<StoryStats | null>(null);
  readonly outline = new Signal<readonly OutlineEntry[]>(NO_OUTLINE);
  readonly fields = new Signal<StoryFields | null>(null);
  readonly activeFormats = new Signal<readonly ActionId[]>(NO_FORMATS);
  readonly handle = new Signal<StoryEditorHandle | null>(null);
  /** The page must not be typed on: a revision is being put back, or furniture taken out. */
  readonly held = new Signal(false);

  readonly #library: Bridge['library'];
  #session = 0;
  #holds = 0;
  #asked = 0;
  /** The story that is being opened, and which asking that was. */
  #underWay: { readonly id: StoryId; readonly asked: number; readonly done: Promise<string | null> } | null = null;
  #forgetFields: (() => void) | null = null;
  /** What was changed beside the page before its editor was there. */
  #early: Partial<StoryFields> = {};

  constructor(library: Bridge['library']) {
    this.#library = library;
  }

  /** The id of the story on the page, or null. */
  get openId(): StoryId | null {
    const state = this.state.value;
    if (state.kind === 'open') return state.opened.story.id;
    return state.kind === 'failed' ? state.id : null;
  }

  /** Puts a story on the page. Answers null, or the sentence why the one before stays. */
  open(id: StoryId): Promise<string | null> {
    const state = this.state.value;
    if (state.kind === 'open' && this.openId === id) {
      this.#asked += 1;
      this.opening.set(null);
      this.handle.value?.focus();
      return Promise.resolve(null);
    }
    // Somebody who clicks again, because a long story takes its time, does not make it start anew.
    const underWay = this.#underWay;
    if (underWay !== null && underWay.id === id && underWay.asked === this.#asked) return underWay.done;
    const done = this.#change(id, () => this.#library.request('stories.open', { id }));
    this.#underWay = { id, asked: this.#asked, done };
    void done.finally(() => {
      if (this.#underWay?.done === done) this.#underWay = null;
    });
    return done;
  }

  /** Makes a story from a template and puts it on the page. */
  create(template: Template, settings: Settings): Promise<string | null> {
    return this.#change(null, () =>
      this.#library.request('stories.create', {
        template,
        byline: settings.byline || settings.name,
        dateline: settings.datelinePlace,
        language: settings.language || 'en',
      }),
    );
  }

  /**
   * Changes the open story from outside the editor (a revision put back, furniture removed) and shows what came of it.
   * The page is held meanwhile, so that no keystroke lands between the flush and the change.
   */
  rework(ask: () => Promise<Result<OpenedStory>>): Promise<string | null> {
    return this.#hold(() => this.#change(this.openId, ask));
  }

  /** Does something to the library that may concern the open story, flushed and held. Answers what came of it, or why it was not done. */
  async whileHeld<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const unsaved = await this.flush();
    if (unsaved !== null) return fail('unsaved', unsaved, true);
    return this.#hold(async () => {
      // Somebody may have gone on typing while the page was being put on the disk.
      const unsavedSince = await this.flush();
      return unsavedSince === null ? ask() : fail('unsaved', unsavedSince, true);
    });
  }

  /** Changes a field of the open story: at once, or as soon as its editor is there. */
  setField<Name extends keyof StoryFields>(name: Name, value: StoryFields[Name], isStep = false): void {
    const fields = this.fields.value;
    if (this.handle.value) this.handle.value.setField(name, value, isStep);
    else if (fields) {
      this.#early = { ...this.#early, [name]: value };
      this.saveState.set({ kind: 'saving' });
      this.fields.set({ ...fields, [name]: value });
    }
  }

  /** Takes the story off the page, flushed. Answers the sentence why not. */
  async close(): Promise<string | null> {
    const asked = (this.#asked += 1);
    const unsaved = await this.flush();
    if (unsaved !== null) return unsaved;
    if (asked === this.#asked) this.#leave({ kind: 'empty' });
    return null;
  }

  /** Everything on the page is on the disk: null, or the sentence why not. */
  async flush(): Promise<string | null> {
    const handle = this.handle.value;
    try {
      return await (handle ? handle.flush() : this.#flushEarly());
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** Reads the open story from the library again, for an editor that broke. The words on the disk are the truth then. */
  async reopen(): Promise<string | null> {
    const id = this.openId;
    if (!id) return null;
    await this.flush();
    const asked = (this.#asked += 1);
    const result = await this.#library.request('stories.open', { id });
    if (asked === this.#asked) this.#show(id, result);
    return result.ok ? null : result.error.message;
  }

  /** The calls to hand to the editor of `session`. */
  reportsFor(session: number): EditorReports {
    const ifCurrent =
      <Value>(use: (value: Value) => void) =>
      (value: Value) => {
        if (session === this.#session) use(value);
      };
    return {
      onReady: ifCurrent((handle) => {
        this.#forgetFields?.();
        this.handle.set(handle);
        const early = Object.keys(this.#early) as (keyof StoryFields)[];
        for (const name of early) handle.setField(name, this.#early[name]);
        this.#early = {};
        this.#forgetFields = handle.onFields((fields) => {
          if (session === this.#session) this.fields.set(fields);
        });
      }),
      onSaveState: ifCurrent((state) => this.saveState.set(state)),
      onStats: ifCurrent((stats) => this.stats.set(stats)),
      onOutline: ifCurrent((outline) => this.outline.set(outline)),
      onActiveFormats: ifCurrent((active) => this.activeFormats.set(active)),
    };
  }

  /** An editor that is not there, or broke on its way, writes nothing: its part is done here. */
  async #flushEarly(): Promise<string | null> {
    const id = this.openId;
    if (id === null || Object.keys(this.#early).length === 0) return null;
    const fields = this.#early;
    const answer = await this.#library.request('stories.put', { id, fields });
    if (!answer.ok) return answer.error.message;
    if (this.#early === fields) this.#early = {};
    return null;
  }

  async #hold<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#holds += 1;
    this.held.set(true);
    try {
      return await work();
    } finally {
      this.#holds -= 1;
      this.held.set(this.#holds > 0);
    }
  }

  async #change(id: StoryId | null, ask: () => Promise<Result<OpenedStory>>): Promise<string | null> {
    const asked = (this.#asked += 1);
    this.opening.set(id);
    try {
      const unsaved = await this.flush();
      if (unsaved !== null) return unsaved;
      if (asked !== this.#asked) return null;
      const result = await ask();
      if (asked !== this.#asked) return result.ok ? null : result.error.message;
      if (!result.ok && id === null) return result.error.message;
      // Somebody may have gone on typing while the library answered.
      const unsavedSince = this.held.value ? null : await this.flush();
      if (unsavedSince !== null) return unsavedSince;
      if (asked !== this.#asked) return null;
      if (!result.ok && this.state.value.kind === 'open') return result.error.message;
      this.#show(id, result);
      return null;
    } finally {
      if (asked === this.#asked) this.opening.set(null);
    }
  }

  #show(id: StoryId | null, result: Result<OpenedStory>): void {
    if (result.ok) this.#leave({ kind: 'open', opened: result.value, session: this.#session + 1 });
    else if (id !== null) this.#leave({ kind: 'failed', id, error: result.error });
  }

  #leave(next: DeskState): void {
    this.#session += 1;
    this.#forgetFields?.();
    this.#forgetFields = null;
    this.handle.set(null);
    this.#early = {};
    this.saveState.set(SAVED);
    this.stats.set(null);
    this.outline.set(NO_OUTLINE);
    this.activeFormats.set(NO_FORMATS);
    this.fields.set(next.kind === 'open' ? next.opened.story.fields : null);
    this.state.set(next);
  }
}

/** What people call a story: its headline, else its slug, else "Untitled". */
export function storyTitle(fields: Pick<StorySummary, 'headline' | 'slug'>): string {
  return fields.headline.trim() || fields.slug.trim() || 'Untitled';
}
