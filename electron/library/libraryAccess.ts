import type { ExportWay } from '../../shared/checks/style/gates.ts';
import type {
  ExportPreview,
  ExportReview,
  ExportTarget,
  HistoryEntry,
  House,
  Imported,
  Override,
  RevisionReason,
  RevisionSummary,
  StoredSkip,
} from '../../shared/ipc/librarySchemas.ts';
import type { Asset, PictureAsset } from '../../shared/media/asset.ts';
import type { Proofreader } from '../../shared/spelling/Proofreader.ts';
import type { AssetId, StoryId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import type { Reception } from './handover/Reception.ts';
import type { SealDesk } from './handover/SealDesk.ts';
import type { Printer } from './exports/Printer.ts';
import type { Rendition, RenditionOrder } from './renditions/Rendition.ts';

/** What importers and exporters may do with the library: no SQL, no paths of its own beyond a stored picture's file. */
export interface LibraryAccess {
  /** The story as it stands; throws StetError `notFound`. */
  readStory(id: StoryId): Story;
  /** The same, or null when there is none by that id (a story in the trash counts as there). */
  findStory(id: StoryId): Story | null;
  /**
   * Stores a whole story under its own id, with a first revision and a history entry, in one transaction: all of it or
   * nothing. Throws StetError `exists` when the id is taken. `summary` is the history's sentence.
   */
  createStory(story: Story, origin: { readonly reason: 'imported' | 'created'; readonly summary: string }): void;
  /** SHA-256 (64 hex digits) of the story's canonical content, fields and blocks; times and id do not count. */
  hashStory(story: Story): string;
  /** Keeps the story as it is now; answers the newest revision if nothing changed since. */
  keepRevision(id: StoryId, reason: RevisionReason): RevisionSummary;
  /** A colleague's version of a story, taken in or merged with ours; see `Reception`. */
  readonly reception: Pick<Reception, 'greet' | 'receive' | 'findVersion' | 'propose'>;
  /** Opens sealed packages. */
  readonly seal: Pick<SealDesk, 'withOpened'>;
  addHistory(entry: Omit<HistoryEntry, 'id' | 'at'>): HistoryEntry;
  /** The findings of the story that somebody lets stand. */
  skips(id: StoryId): StoredSkip[];
  /** The house's style file as it is now. */
  readHouse(): Promise<House>;
  readonly media: MediaAccess;
  readonly proofreader: Proofreader;
  readonly printer: Printer;
  /** Tells the pages how far an export has come, in bytes or files. */
  reportExport(storyId: StoryId, written: number, total: number): void;
}

export interface MediaAccess {
  /** Stores a picture from a file or from bytes; throws StetError with the sentence of the refusal. */
  add(
    picture: { readonly name: string; readonly path: string } | { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Asset>;
  /**
   * Stores a smaller copy of a picture whose file is elsewhere, to be shown until that comes. Nothing happens where the file is
   * here, or a copy that is no smaller.
   */
  addStandIn(original: PictureAsset, copy: { readonly id: AssetId; readonly path: string }): Promise<void>;
  /** The smaller copy that is shown in the place of a picture whose file is elsewhere; null where there is none. */
  standIn(id: AssetId): PictureAsset | null;
  /** What is known of a stored picture, or null; its file may be missing all the same. */
  find(id: AssetId): Asset | null;
  /** The original's file, or null when it is not there. Read only: stored bytes are never changed. */
  pathOf(id: AssetId): string | null;
  /**
   * Copies of a stored picture as they go out, in the order they were asked for. Throws StetError with a sentence that names
   * the picture.
   */
  makeRenditions(id: AssetId, order: RenditionOrder): Promise<Rendition[]>;
}

/** By which way a story goes out, at whose hands, and who lets it where its checks would not. */
export interface ExportPass {
  /** Nothing of it unless somebody asked. */
  readonly review?: ExportReview | undefined;
  readonly gate: ExportWay;
  readonly override: Override | null;
  /** The words of whoever exports, right as they are. */
  readonly ownWords: readonly string[];
}

/** Importers and exporters as the library calls them; given to it when it is put together. */
export interface LibraryFormats {
  /** Reads one document and stores its story; throws StetError with the sentence of the refusal, leaving nothing behind. */
  importFile(library: LibraryAccess, path: string, acceptedKey?: string): Promise<Imported>;
  previewExport(
    library: LibraryAccess,
    storyId: StoryId,
    target: ExportTarget,
    review?: ExportReview,
  ): Promise<ExportPreview>;
  /** Writes to `path` atomically, keeps an `exported` revision, adds the receipt to the history and answers it. */
  writeExport(
    library: LibraryAccess,
    storyId: StoryId,
    target: ExportTarget,
    path: string,
    pass: ExportPass,
  ): Promise<HistoryEntry>;
}
