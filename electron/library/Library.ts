import type { LibraryEvent, LibraryEventData } from '../../shared/ipc/libraryContract.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Clock } from './clock.ts';
import type { Database } from './db/Database.ts';
import { openDatabase, sqliteVersion } from './db/openDatabase.ts';
import { DraftStore } from './drafts/DraftStore.ts';
import { StoryRecovery } from './drafts/StoryRecovery.ts';
import { StoryTables } from './drafts/StoryTables.ts';
import { hashStory } from './hashStory.ts';
import { HistoryLog } from './history/HistoryLog.ts';
import type { LibraryAccess, LibraryFormats } from './libraryAccess.ts';
import { makeLibraryFolder, type LibraryFolder } from './libraryFolder.ts';
import { LibraryLock } from './lock/LibraryLock.ts';
import { MediaStore } from './media/MediaStore.ts';
import type { Renderer } from './media/Renderer.ts';
import { RevisionStore } from './revisions/RevisionStore.ts';
import { Deriver } from './search/Deriver.ts';
import { StoryIndex } from './search/StoryIndex.ts';

export interface LibraryOptions {
  /** Absolute path; made if it is not there. */
  readonly folder: string;
  readonly formats: LibraryFormats;
  /** Draws the pictures' renditions: another process in the app, this one in the command line. */
  readonly renderer: Renderer;
  readonly clock?: Clock;
}

/** Hears what happens in the library. */
export type LibraryListener = <Name extends LibraryEvent>(event: Name, data: LibraryEventData<Name>) => void;

/** An open library: its parts put together, and the lock that makes this process their only owner. */
export class Library {
  readonly folder: LibraryFolder;
  readonly formats: LibraryFormats;
  readonly sqlite: string;
  /** Sentences the user should read: what was found damaged at opening, and how it was put right. */
  readonly notices: readonly string[] = [];
  readonly drafts: DraftStore;
  readonly revisions: RevisionStore;
  readonly history: HistoryLog;
  readonly index: StoryIndex;
  readonly media: MediaStore;
  readonly tables: StoryTables;
  readonly #lock: LibraryLock;
  readonly #database: Database;
  readonly #deriver: Deriver;
  readonly #listeners = new Set<LibraryListener>();

  constructor({ folder, formats, renderer, clock = () => new Date() }: LibraryOptions) {
    this.formats = formats;
    this.folder = makeLibraryFolder(folder);
    this.#lock = LibraryLock.take(folder);
    try {
      this.#database = openDatabase(this.folder.database, () => undefined);
    } catch (error) {
      this.#lock.release();
      throw error;
    }
    const database = this.#database;
    this.sqlite = sqliteVersion(database);
    this.tables = new StoryTables(database);
    this.revisions = new RevisionStore(database, clock);
    this.history = new HistoryLog(database, clock);
    const { tables, revisions, history } = this;
    const recovery = new StoryRecovery({ database, tables, revisions, history, findInBackups: () => [], clock });
    this.drafts = new DraftStore({ database, tables, revisions, history, recovery, clock });
    this.index = new StoryIndex(database, tables);
    this.media = new MediaStore({ database, folder: this.folder, renderer, clock });
    this.#deriver = new Deriver(this.index, {
      onDerived: (ids) => {
        for (const id of ids) this.tell('stories.changed', { id });
      },
      onError: (error) => console.error('Stories could not be indexed:', error),
    });
    this.#deriver.schedule();
  }

  /** Brings the rows and search words of stories written since up to date, as far as that is quick. */
  refresh(): void {
    this.#deriver.run();
  }

  /** A story was written; its row follows when the writing pauses. */
  noteWritten(): void {
    this.#deriver.schedule();
  }

  /** A story came, went or moved: its row is made anew at once, and everyone is told. */
  noteChanged(key: number, id: StoryId): void {
    this.index.derive(key);
    this.tell('stories.changed', { id });
  }

  /** Calls `listener` for each event until the returned function is called. */
  listen(listener: LibraryListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell<Name extends LibraryEvent>(event: Name, data: LibraryEventData<Name>): void {
    for (const listener of this.#listeners) listener(event, data);
  }

  /** The library as importers and exporters see it. */
  get access(): LibraryAccess {
    const { drafts, history, tables, media } = this;
    return {
      readStory: (id) => drafts.read(id),
      findStory: (id) => drafts.find(id),
      createStory: (story, { reason, summary }) => this.noteChanged(drafts.add(story, reason, summary), story.id),
      hashStory,
      keepRevision: (id, reason) => drafts.keepRevision(id, reason),
      addHistory: ({ storyId, kind, summary, detail }) =>
        history.add(tables.row(storyId).key, storyId, kind, summary, detail),
      media,
      reportExport: (storyId, written, total) => this.tell('exports.progressed', { storyId, written, total }),
    };
  }

  /** Closes the database and lets the lock go; everything acknowledged is on the disk already. */
  close(): void {
    this.#deriver.close();
    this.#database.close();
    this.#lock.release();
  }
}
