import type { FromLibrary, PrintedMessage, PrintOrder } from '../../../shared/ipc/portMessages.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Printer } from '../exports/Printer.ts';

const LIMIT_MS = 120_000;

/** Has main print: only it has windows. */
export class PortPrinter implements Printer {
  readonly #tell: (message: Extract<FromLibrary, { kind: 'print' }>) => void;
  readonly #waiting = new Map<number, (message: PrintedMessage | null) => void>();
  #lastId = 0;

  constructor(tell: (message: Extract<FromLibrary, { kind: 'print' }>) => void) {
    this.#tell = tell;
  }

  async print(order: PrintOrder): Promise<Uint8Array> {
    const id = (this.#lastId += 1);
    let limit: NodeJS.Timeout | undefined;
    const printed = await new Promise<PrintedMessage | null>((done) => {
      this.#waiting.set(id, done);
      limit = setTimeout(() => done(null), LIMIT_MS);
      this.#tell({ kind: 'print', id, order });
    });
    clearTimeout(limit);
    this.#waiting.delete(id);
    if (printed?.bytes) return printed.bytes;
    throw new StetError('notPrinted', 'The PDF could not be made; trying again may help.', true);
  }

  /** Takes what main printed. */
  hear(message: PrintedMessage): void {
    this.#waiting.get(message.id)?.(message);
  }
}
