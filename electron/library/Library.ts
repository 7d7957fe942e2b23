import type { LibraryEvent, LibraryEventData } from '../../shared/ipc/libraryContract.ts';
import type { BackupReport, VerifyReport } from '../../shared/ipc/librarySchemas.ts';
import type { StoryId } from '../../shared/story/ids.ts';
import type { Grammarian } from '../../shared/grammar/Grammarian.ts';
import type { Proofreader } from '../../shared/spelling/Proofreader.ts';
import { BackupRoutine } from './backups/BackupRoutine.ts';
import { BackupShelf } from './backups/BackupShelf.ts';
import { writeBackup } from './backups/writeBackup.ts';
import { CodesFile } from './codes/CodesFile.ts';
import { timestamp, type Clock } from './clock.ts';
import type { Database } from './db/Database.ts';
import { sqliteVersion } from './db/openDatabase.ts';
import { isDamage } from './db/storageError.ts';
import { DraftStore } from './drafts/DraftStore.ts';
import { StoryRecovery } from './drafts/StoryRecovery.ts';
import { StoryTables } from './drafts/StoryTables.ts';
import { hashStory } from './hashStory.ts';
import { NO_PRINTER, type Printer } from './exports/Printer.ts';
import { Colleagues } from './handover/Colleagues.ts';
import { HandoverDesk } from './handover/HandoverDesk.ts';
import { HandoverStore } from './handover/HandoverStore.ts';
import { MediaDesk } from './handover/MediaDesk.ts';
import { OpenRequests } from './handover/OpenRequests.ts';
import { IdentityFile } from './handover/IdentityFile.ts';
import { SealDesk } from './handover/SealDesk.ts';
import { SealFile } from './handover/SealFile.ts';
import { Reception } from './handover/Reception.ts';
import { HistoryLog } from './history/HistoryLog.ts';
import type { LibraryAccess, LibraryFormats } from './libraryAccess.ts';
import { makeLibraryFolder, type LibraryFolder } from './libraryFolder.ts';
import { DictionaryFile } from './house/DictionaryFile.ts';
import { HouseFile } from './house/HouseFile.ts';
import { LibraryLock } from './lock/LibraryLock.ts';
import { MediaStore } from './media/MediaStore.ts';
import type { Renderer } from './media/Renderer.ts';
import { openSoundDatabase, wantRepair } from './rescue/openSoundDatabase.ts';
import { RemoteDesk } from './remotes/RemoteDesk.ts';
import { RevisionStore } from './revisions/RevisionStore.ts';
import { UnseenChanges } from './revisions/UnseenChanges.ts';
import { CaptionBacklog } from './search/CaptionBacklog.ts';
import { CaptionIndex } from './search/CaptionIndex.ts';
import { JobStore } from './outbox/JobStore.ts';
import { Outbox } from './outbox/Outbox.ts';
import { TargetStore } from './targets/TargetStore.ts';
import { Deriver } from './search/Deriver.ts';
import { DeskIndex } from './search/DeskIndex.ts';
import { StoryIndex } from './search/StoryIndex.ts';
import { verifyLibrary } from './verify/verifyLibrary.ts';

export interface LibraryOptions {
  /** Absolute path; made if it is not there. */
  readonly folder: string;
  readonly formats: LibraryFormats;
  /** Draws the pictures' renditions: another process in the app, this one in the command line. */
  readonly renderer: Renderer;
  /** Looks words up: in a thread of its own in the app, in this one in the command line. Left out: every word is right. */
  readonly proofreader?: Proofreader;
  /** Reads English for grammar: in a thread of its own in the app. Left out: there is nothing to say. */
  readonly grammarian?: Grammarian;
  /** Makes PDFs: a window in the app. Left out: there are none. */
  readonly printer?: Printer;
  readonly clock?: Clock;
  /** Whether a person at the page has the library open, whose changes are their own. Left out: it is so. */
  readonly isAttended?: boolean;
  /** Who is at work, as they call themselves; `meet` changes it. */
  readonly person?: string;
  /** The file itself was found damaged; opening the library again repairs it. */
  readonly onDamage?: () => void;
}

const NO_GRAMMAR: Grammarian = { read: async ({ texts }) => texts.map(() => []) };
const NO_DICTIONARIES: Proofreader = { unknownWords: async () => [], suggest: async () => [] };

/** Hears what happens in the library. */
export type LibraryListener = <Name extends LibraryEvent>(event: Name, data: LibraryEventData<Name>) => void;

/**
 * An open library: its parts put together, and the lock that makes this process their only owner. Opening throws
 * StetError: `inUse`, `newerLibrary`, `notALibrary`, `notAFolder`, or what the disk says; damage is repaired instead.
 */
export class Library {
  readonly folder: LibraryFolder;
  readonly formats: LibraryFormats;
  readonly proofreader: Proofreader;
  readonly grammarian: Grammarian;
  /** The version of SQLite in use. */
  readonly sqlite: string;
  /** Sentences the user should read: what was found damaged at opening, and how it was put right. */
  readonly notices: readonly string[];
  readonly tables: StoryTables;
  readonly drafts: DraftStore;
  readonly revisions: RevisionStore;
  readonly unseen: UnseenChanges;
  readonly history: HistoryLog;
  readonly index: StoryIndex;
  readonly captions: CaptionIndex;
  readonly desk: DeskIndex;
  readonly media: MediaStore;
  readonly houseWords: DictionaryFile;
  readonly codes: CodesFile;
  readonly targets: TargetStore;
  readonly outbox: Outbox;
  readonly remotes: RemoteDesk;
  readonly handover: HandoverDesk;
  readonly mediaDesk: MediaDesk;
  readonly openRequests = new OpenRequests();
  readonly store: HandoverStore;
  readonly #colleagues: Colleagues;
  readonly reception: Reception;
  readonly #seal: SealDesk;
  readonly #house: HouseFile;
  readonly #printer: Printer;
  #person: string;
  readonly #clock: Clock;
  readonly #onDamage: () => void;
  readonly #lock: LibraryLock;
  readonly #database: Database;
  readonly #deriver: Deriver;
  readonly #routine: BackupRoutine;
  readonly #listeners = new Set<LibraryListener>();

  constructor(options: LibraryOptions) {
    const {
      folder,
      formats,
      renderer,
      proofreader = NO_DICTIONARIES,
      grammarian = NO_GRAMMAR,
      printer = NO_PRINTER,
      clock = () => new Date(),
      person = '',
      isAttended = true,
      onDamage = () => undefined,
    } = options;
    this.formats = formats;
    this.proofreader = proofreader;
    this.grammarian = grammarian;
    this.#printer = printer;
    this.#clock = clock;
    this.#person = person;
    this.#onDamage = onDamage;
    this.folder = makeLibraryFolder(folder);
    this.#house = new HouseFile(this.folder.root);
    this.houseWords = new DictionaryFile(this.folder.root);
    this.codes = new CodesFile(this.folder.root);
    this.#lock = LibraryLock.take(folder);
    const shelf = new BackupShelf(this.folder, clock);
    try {
      ({ database: this.#database, notices: this.notices } = openSoundDatabase(this.folder, shelf, clock));
    } catch (error) {
      this.#lock.release();
      throw error;
    }
    const database = this.#database;
    this.sqlite = sqliteVersion(database);
    this.tables = new StoryTables(database);
    this.revisions = new RevisionStore(database, clock, () => this.#person);
    this.unseen = new UnseenChanges(database);
    this.history = new HistoryLog(database, clock);
    const parts = { database, tables: this.tables, revisions: this.revisions, history: this.history, clock };
    const recovery = new StoryRecovery({ ...parts, findInBackups: (id) => shelf.states(id) });
    this.drafts = new DraftStore({ ...parts, recovery, unseen: this.unseen, isAttended });
    this.captions = new CaptionIndex(database);
    this.desk = new DeskIndex(database);
    this.index = new StoryIndex(database, this.tables, this.captions);
    this.media = new MediaStore({ database, folder: this.folder, renderer, clock });
    const backlog = new CaptionBacklog(database, this.tables, this.captions);
    this.#deriver = new Deriver(this.index, backlog, {
      onDerived: (ids) => {
        for (const id of ids) this.tell('stories.changed', { id });
      },
      onError: (error) => this.#noteError('Stories could not be indexed', error),
    });
    this.#deriver.schedule();
    this.store = new HandoverStore({ ...parts, drafts: this.drafts, unseen: this.unseen });
    const handing = { drafts: this.drafts, revisions: this.revisions, store: this.store };
    this.#colleagues = new Colleagues(this.folder.root);
    this.#seal = new SealDesk({ file: new SealFile(this.folder.root), colleagues: this.#colleagues });
    this.reception = new Reception({
      ...handing,
      colleagues: this.#colleagues,
      person: () => this.#person,
      now: () => this.now(),
      onChange: (id) => this.noteChanged(this.tables.row(id).key, id),
    });
    const identity = new IdentityFile(this.folder.root);
    this.handover = new HandoverDesk({ ...handing, identity, seal: this.#seal, access: this.access });
    this.mediaDesk = new MediaDesk({ ...handing, identity, seal: this.#seal, access: this.access });
    this.targets = new TargetStore(database);
    const sending = { database, tables: this.tables, targets: this.targets, access: this.access };
    const jobs = new JobStore(database);
    this.remotes = new RemoteDesk({ ...sending, jobs });
    this.outbox = new Outbox({
      ...{ ...sending, jobs, revisions: this.revisions },
      onChange: () => this.tell('outbox.changed', {}),
      person: () => this.#person,
      onSent: (storyId, by, what) => this.#markSent(storyId, by, what),
    });
    const onError = (error: unknown) => this.#noteError('The library could not be backed up', error);
    this.#routine = new BackupRoutine({ database, shelf, clock, onError });
    this.#routine.start();
  }

  /** Somebody else is at work now, or calls themselves otherwise. */
  meet(person: string): void {
    this.#person = person;
  }

  /** Brings rows and search words up to date with what was written last, as far as that is quick. */
  refresh(): void {
    this.#deriver.runIfStale();
  }

  /** The same for captions, and for all of them: stories from before captions were indexed may take a moment. */
  refreshCaptions(): Promise<void> {
    this.#deriver.runIfStale();
    return this.#deriver.finishBacklog();
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

  /** An approved story that went out is sent from now on; any other stays what it is. */
  #markSent(storyId: StoryId, by: string, note: string): void {
    if (!this.drafts.markSent(storyId, by, note)) return;
    this.noteChanged(this.tables.row(storyId).key, storyId);
    this.tell('review.changed', { storyId });
  }

  /** The names of those stories were given to and of those who handed some over, each once, in the order of the alphabet. */
  async names(): Promise<string[]> {
    // A list that cannot be read keeps packages out, but nobody from writing a name.
    const colleagues = await this.#colleagues.list().catch(() => []);
    const names = new Set([...this.desk.names(), ...colleagues.map(({ name }) => name)]);
    return [...names].toSorted((one, other) => one.localeCompare(other));
  }

  /** Has the file repaired at the next opening if `error` says that it is damaged. */
  noteDamage(error: unknown): void {
    if (!isDamage(error)) return;
    wantRepair(this.folder);
    this.#onDamage();
  }

  #noteError(what: string, error: unknown): void {
    console.error(`${what}:`, error);
    this.noteDamage(error);
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
    const { drafts, history, tables, media, proofreader } = this;
    return {
      readStory: (id) => drafts.read(id),
      findStory: (id) => drafts.find(id),
      createStory: (story, { reason, summary }) => this.noteChanged(drafts.add(story, reason, summary), story.id),
      hashStory,
      keepRevision: (id, reason) => drafts.keepRevision(id, reason),
      addHistory: ({ storyId, kind, summary, detail }) =>
        history.add(tables.row(storyId).key, storyId, kind, summary, detail),
      skips: (id) => history.skips(id),
      readHouse: async () => ({ ...(await this.#house.read()), words: [...(await this.houseWords.read())] }),
      reception: this.reception,
      seal: this.#seal,
      media,
      proofreader,
      printer: this.#printer,
      reportExport: (storyId, written, total) => this.tell('exports.progressed', { storyId, written, total }),
    };
  }

  /** Looks at everything in the library; see `verifyLibrary`. */
  verify(): Promise<VerifyReport> {
    const { tables, revisions, history, media } = this;
    const onDamage = () => wantRepair(this.folder);
    return verifyLibrary({ database: this.#database, tables, revisions, history, media, onDamage });
  }

  /** Copies the whole library into a new folder inside `parent`; see `writeBackup`. */
  backup(parent: string): Promise<BackupReport> {
    const { folder, media } = this;
    return writeBackup({ database: this.#database, folder, media }, parent, timestamp(this.#clock));
  }

  /** The time by the library's clock, ISO 8601. */
  now(): string {
    return timestamp(this.#clock);
  }

  get isOpen(): boolean {
    return this.#database.isOpen;
  }

  /** Closes the database and lets the lock go; everything acknowledged is on the disk already. Twice is once. */
  close(): void {
    this.outbox.close();
    this.remotes.close();
    this.#routine.close();
    this.#deriver.close();
    this.#database.close();
    this.#lock.release();
  }
}
