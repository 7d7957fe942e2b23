import type { PrintOrder } from '../../../shared/ipc/portMessages.ts';
import { StetError } from '../../../shared/lang/result.ts';

/** Makes a PDF of a page. */
export interface Printer {
  /** Throws StetError with the sentence why it could not. */
  print(order: PrintOrder): Promise<Uint8Array>;
}

/** Where there is no window to set a page in. */
export const NO_PRINTER: Printer = {
  print: () =>
    Promise.reject(new StetError('noPrinter', 'A PDF is typeset by the app’s window: export it from there.')),
};
