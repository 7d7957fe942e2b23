import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { FromLibrary, PortRole, PrintOrder, ToLibrary } from '../../shared/ipc/portMessages.ts';
import type { Failure } from '../../shared/lang/result.ts';
import type { ImagesProcess } from './ImagesProcess.ts';
import { LibraryHost } from './LibraryHost.ts';
import type { PdfPrinter } from './PdfPrinter.ts';
import { RestartDelay } from './RestartDelay.ts';

const CLOSE_LIMIT_MS = 10_000;
/** After a kill of the app, its library's process lives for a moment longer and holds the lock. */
const IN_USE_PATIENCE_MS = 4_000;
/** A library that never opened in so many starts is broken; starting it for ever would only hide that. */
const MAX_FIRST_STARTS = 5;

/** What the rest of the app is told about the library's process. */
export interface LibraryWatcher {
  opened(sqlite: string, notices: readonly string[], isFirstTime: boolean): void;
  /** It ended without being asked to, and will be started again. */
  lost(): void;
  /** The folder could not be opened at all; it will not be tried again. */
  failed(error: Failure): void;
}

/**
 * The one owner of the database, in a process of its own.
 * - Ended unasked, it is started again, later each time; the page and main get new ports.
 * - Main reads nothing that goes between it and the page.
 * - It ends with `close`, which answers only when everything is on the disk or the limit is over.
 */
export class LibraryProcess {
  readonly host = new LibraryHost();
  sqlite = '';
  #child: UtilityProcess | null = null;
  #person = '';
  #startedAt = 0;
  #firstTryAt = 0;
  #hasOpened = false;
  #starts = 0;
  #isClosing = false;
  #givePage: ((port: MessagePortMain) => void) | null = null;
  readonly #delay = new RestartDelay();

  constructor(
    private readonly entry: string,
    readonly folder: string,
    private readonly images: ImagesProcess,
    private readonly printer: PdfPrinter,
    private readonly watcher: LibraryWatcher,
  ) {}

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the process and has it open the folder. Requests may be made at once; they wait. */
  start(): void {
    const child = utilityProcess.fork(this.entry, [], { serviceName: 'Stet library', stdio: 'inherit' });
    this.#child = child;
    this.#startedAt = Date.now();
    this.#firstTryAt ||= this.#startedAt;
    this.#starts += 1;
    child.on('message', (message: FromLibrary) => this.#hear(message));
    child.once('exit', () => this.#end(child));
    child.postMessage({ kind: 'meet', person: this.#person } satisfies ToLibrary, []);
    child.postMessage({ kind: 'open', folder: this.folder } satisfies ToLibrary, []);
    this.#connect(child, 'host', (port) => this.host.attach(port));
    if (this.#givePage) this.#connect(child, 'page', this.#givePage);
  }

  /** Tells the library who is at work, now and after each restart. */
  meet(person: string): void {
    if (person === this.#person) return;
    this.#person = person;
    this.#child?.postMessage({ kind: 'meet', person } satisfies ToLibrary, []);
  }

  /** Gives the page a port through `give`: now, and again after each restart, until another page takes its place. */
  servePage(give: (port: MessagePortMain) => void): void {
    this.#givePage = give;
    if (this.#child) this.#connect(this.#child, 'page', give);
  }

  /** Puts everything on the disk and ends the process; kills it if it does not answer in time. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const child = this.#child;
    if (!child) return;
    const exited = new Promise<void>((done) => child.once('exit', () => done()));
    const limit = setTimeout(() => child.kill(), CLOSE_LIMIT_MS);
    const answer = await this.host.request('library.close', {});
    if (!answer.ok) child.kill();
    await exited;
    clearTimeout(limit);
  }

  #hear(message: FromLibrary): void {
    switch (message.kind) {
      case 'opened': {
        const isFirstTime = !this.#hasOpened;
        this.#hasOpened = true;
        this.sqlite = message.sqlite;
        this.watcher.opened(message.sqlite, message.notices, isFirstTime);
        break;
      }
      case 'openFailed':
        // After a crash the folder opened before; what stands in the way now (a lock not yet let go) may pass.
        if (this.#hasOpened) break;
        if (message.error.code === 'inUse' && Date.now() - this.#firstTryAt < IN_USE_PATIENCE_MS) break;
        this.#isClosing = true;
        this.watcher.failed(message.error);
        break;
      case 'imagesWanted':
        this.images.serve((port) => this.#child?.postMessage({ kind: 'images' } satisfies ToLibrary, [port]));
        break;
      case 'imagesStuck':
        this.images.kill();
        break;
      case 'print':
        void this.#print(message.id, message.order);
        break;
    }
  }

  async #print(id: number, order: PrintOrder): Promise<void> {
    const bytes = await this.printer.print(order).catch((error: unknown) => {
      console.error('A PDF could not be printed:', error);
      return null;
    });
    this.#child?.postMessage({ kind: 'printed', id, bytes } satisfies ToLibrary, []);
  }

  #end(child: UtilityProcess): void {
    if (this.#child === child) this.#child = null;
    if (this.#isClosing) return;
    if (this.#hasOpened) this.watcher.lost();
    else if (this.#starts >= MAX_FIRST_STARTS) {
      this.#isClosing = true;
      this.watcher.failed({
        code: 'libraryBroken',
        message: `The library in ${this.folder} cannot be opened: its process ends at once.`,
        retryable: false,
      });
      return;
    }
    setTimeout(
      () => {
        if (!this.#isClosing && !this.#child) this.start();
      },
      this.#delay.next(Date.now() - this.#startedAt),
    );
  }

  #connect(child: UtilityProcess, role: PortRole, take: (port: MessagePortMain) => void): void {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ kind: 'connect', role } satisfies ToLibrary, [port1]);
    take(port2);
  }
}
