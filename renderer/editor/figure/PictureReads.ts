import type { LibraryClient } from '../../../shared/ipc/libraryContract.ts';
import type { Result } from '../../../shared/lang/result.ts';
import type { Asset } from '../../../shared/media/asset.ts';
import type { AssetId, BlockId } from '../../../shared/story/ids.ts';

/** How far the reading of a figure's picture is. */
export type PictureRead =
  | { readonly kind: 'reading'; readonly fileName: string; readonly share: number }
  | { readonly kind: 'read'; readonly asset: Asset }
  | { readonly kind: 'failed'; readonly fileName: string; readonly message: string; readonly retryable: boolean };

type AddPicture = (file: File, ticket: string) => Promise<Result<Asset>>;

const OPEN_READS = new WeakMap<LibraryClient, PictureReads>();

/**
 * The pictures being read, by the figure they are for. One for the whole window, not one a page: a picture that is still
 * being read when its story is left finds its figure when the story is opened again.
 */
export class PictureReads {
  readonly #reads = new Map<BlockId, PictureRead>();
  readonly #files = new Map<BlockId, File>();
  readonly #byTicket = new Map<string, BlockId>();
  readonly #assets = new Map<AssetId, Asset | undefined>();
  readonly #listeners = new Set<(id: BlockId | null) => void>();

  /** The reads of this library's window. */
  static of(library: LibraryClient): PictureReads {
    const known = OPEN_READS.get(library);
    if (known) return known;
    const reads = new PictureReads(library);
    OPEN_READS.set(library, reads);
    return reads;
  }

  private constructor(private readonly library: LibraryClient) {
    library.on('media.progressed', ({ ticket, share }) => {
      const id = this.#byTicket.get(ticket);
      const read = id && this.#reads.get(id);
      if (id && read?.kind === 'reading') this.#set(id, { ...read, share });
    });
  }

  get(id: BlockId): PictureRead | undefined {
    return this.#reads.get(id);
  }

  /** What the library knows of a stored picture; asked for once, undefined until it has answered. */
  asset(id: AssetId): Asset | undefined {
    if (!this.#assets.has(id)) {
      this.#assets.set(id, undefined);
      void this.library.request('media.read', { id }).then((answer) => {
        if (!answer.ok) return;
        this.#assets.set(id, answer.value);
        this.#tell(null);
      });
    }
    return this.#assets.get(id);
  }

  /** Whether the file of a stored asset is there; taken to be so while the library is away. */
  async isThere(id: AssetId): Promise<boolean> {
    const answer = await this.library.request('media.isThere', { id });
    return !answer.ok || answer.value;
  }

  /**
   * Calls back with the figure whose picture is further on, or null when more is known of stored pictures, until the
   * returned function is called.
   */
  subscribe(listener: (id: BlockId | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to read a file for a figure; the answer comes by `subscribe`. */
  start(id: BlockId, file: File, addPicture: AddPicture): void {
    const ticket = crypto.randomUUID();
    this.#byTicket.set(ticket, id);
    this.#files.set(id, file);
    this.#set(id, { kind: 'reading', fileName: file.name, share: 0 });
    void addPicture(file, ticket).then((result) => {
      this.#byTicket.delete(ticket);
      // Another file was chosen for this figure meanwhile.
      if (this.#files.get(id) !== file) return;
      if (result.ok) {
        this.#files.delete(id);
        this.#assets.set(result.value.id, result.value);
        this.#set(id, { kind: 'read', asset: result.value });
      } else {
        const { message, retryable } = result.error;
        this.#set(id, { kind: 'failed', fileName: file.name, message, retryable });
      }
    });
  }

  /** Reads a file that failed once more. */
  retry(id: BlockId, addPicture: AddPicture): void {
    const file = this.#files.get(id);
    if (file) this.start(id, file, addPicture);
  }

  /** The figure has its picture, or is gone. */
  forget(id: BlockId): void {
    this.#files.delete(id);
    if (this.#reads.delete(id)) this.#tell(id);
  }

  #set(id: BlockId, read: PictureRead): void {
    this.#reads.set(id, read);
    this.#tell(id);
  }

  #tell(id: BlockId | null): void {
    for (const listener of [...this.#listeners]) listener(id);
  }
}
