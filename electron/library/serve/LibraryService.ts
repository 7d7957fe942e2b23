import type { FromLibrary, PortRole, ToLibrary } from '../../../shared/ipc/portMessages.ts';
import { Library, type LibraryOptions } from '../Library.ts';
import type { LibraryFormats } from '../libraryAccess.ts';
import { PortRenderer } from '../media/PortRenderer.ts';
import { answerRequests } from '../requests/answerRequest.ts';
import { toFailure } from '../requests/toFailure.ts';
import type { ParentPort, Port } from './ports.ts';
import { PortPrinter } from './PortPrinter.ts';
import { PortServer } from './PortServer.ts';

/** Who reads the words of the stories. */
type Readers = Pick<LibraryOptions, 'proofreader' | 'grammarian'>;

/** What was said last must leave the process before it ends. */
const FAREWELL_MS = 100;

/**
 * One library in a process of its own, at the orders of the process that started it. It ends after `library.close`, when
 * the library cannot be opened, when its file is found damaged (opening it again repairs it), and when main is gone:
 * nothing but a living main may keep the lock.
 */
export class LibraryService {
  readonly #parent: ParentPort;
  readonly #say: (message: FromLibrary) => void;
  readonly #formats: LibraryFormats;
  readonly #readers: Readers;
  readonly #exit: (code: number) => void;
  readonly #renderer: PortRenderer;
  readonly #printer: PortPrinter;
  /** Ports that came before the library was open; what is asked on them waits in them. */
  readonly #early: { readonly port: Port; readonly role: PortRole }[] = [];
  #library: Library | null = null;
  #server: PortServer | null = null;
  #person = '';
  #isEnding = false;

  constructor(port: ParentPort, formats: LibraryFormats, readers: Readers, exit: (code: number) => void) {
    this.#parent = port;
    this.#say = (message) => port.postMessage(message);
    this.#formats = formats;
    this.#readers = readers;
    this.#exit = exit;
    this.#renderer = new PortRenderer(this.#say);
    this.#printer = new PortPrinter(this.#say);
  }

  /** Does what it is told from now on. */
  listen(): void {
    this.#parent.on('message', ({ data, ports: [port] }) => this.#hear(data as ToLibrary, port));
  }

  #hear(message: ToLibrary, port: Port | undefined): void {
    if (message.kind === 'open') this.#open(message.folder);
    else if (message.kind === 'printed') this.#printer.hear(message);
    else if (message.kind === 'meet') this.#meet(message.person);
    else if (!port) return;
    else if (message.kind === 'images') this.#renderer.attach(port);
    else this.#connect(port, message.role);
  }

  #open(folder: string): void {
    try {
      this.#library = new Library({
        ...{ folder, formats: this.#formats, renderer: this.#renderer, ...this.#readers },
        printer: this.#printer,
        person: this.#person,
        onDamage: () => this.#end(1),
      });
    } catch (error) {
      this.#say({ kind: 'openFailed', error: toFailure('open', error) });
      this.#end(1);
      return;
    }
    const answer = answerRequests(this.#library);
    this.#server = new PortServer(this.#library, async (role, name, payload) => {
      const result = await answer(role, name, payload);
      if (this.#library?.isOpen === false) this.#end(0);
      return result;
    });
    const { sqlite, notices } = this.#library;
    this.#say({ kind: 'opened', sqlite, notices });
    this.#library.outbox.start();
    for (const { port, role } of this.#early.splice(0)) this.#connect(port, role);
  }

  #meet(person: string): void {
    this.#person = person;
    this.#library?.meet(person);
  }

  #connect(port: Port, role: PortRole): void {
    if (!this.#server) this.#early.push({ port, role });
    // Main has one port for as long as it lives, so the end of that is the end of main.
    else this.#server.serve(port, role, () => role === 'host' && this.#end(0));
  }

  #end(code: number): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    setTimeout(() => {
      this.#library?.close();
      this.#exit(code);
    }, FAREWELL_MS);
  }
}
