import type { Clock } from '../clock.ts';
import type { Database } from '../db/Database.ts';
import type { BackupShelf } from './BackupShelf.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Soon enough for a short visit, late enough not to be in the way of opening. */
const FIRST_LOOK_MS = 10_000;
const LOOK_MS = 10 * 60 * 1000;

/** Keeps the shelf filled: a copy an hour for as long as there is something new to copy. */
export class BackupRoutine {
  readonly #database: Database;
  readonly #shelf: BackupShelf;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #isCopying = false;

  constructor(parts: {
    readonly database: Database;
    readonly shelf: BackupShelf;
    readonly clock: Clock;
    readonly onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#shelf = parts.shelf;
    this.#clock = parts.clock;
    this.#onError = parts.onError;
  }

  /** Looks from now on whether a copy is due. A process that has nothing else to do is not kept alive. */
  start(firstMs = FIRST_LOOK_MS): void {
    this.#timer = setTimeout(() => void this.#look(), firstMs).unref();
  }

  async #look(): Promise<void> {
    try {
      await this.copyIfDue();
    } catch (error) {
      if (this.#timer) this.#onError(error);
    }
    if (this.#timer) this.start(LOOK_MS);
  }

  /** Makes a copy if one is due; answers whether. */
  async copyIfDue(): Promise<boolean> {
    if (this.#isCopying || !this.#isDue()) return false;
    this.#isCopying = true;
    try {
      await this.#shelf.keep(this.#database);
      return true;
    } finally {
      this.#isCopying = false;
    }
  }

  #isDue(): boolean {
    const changed = this.#lastChange();
    if (changed === null) return false;
    const now = this.#clock().getTime();
    // A backup "from the future" was made before the clock was set back; it must not stop new ones.
    const newest = this.#shelf.list().find(({ at }) => Date.parse(at) <= now);
    return !newest || (changed > newest.at && now - Date.parse(newest.at) >= HOUR_MS);
  }

  /** When anything last happened to a story; null for an empty library. */
  #lastChange(): string | null {
    const written = 'SELECT updated_at AS at FROM summaries ORDER BY recency DESC LIMIT 1';
    const happened = 'SELECT at FROM history ORDER BY id DESC LIMIT 1';
    const times = [written, happened].flatMap((sql) => this.#database.get<{ at: string }>(sql)?.at ?? []);
    return times.sort().at(-1) ?? null;
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
