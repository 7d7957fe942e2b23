import type { Result } from '../lang/result.ts';
import type { Asset } from '../media/asset.ts';
import type { LibraryClient } from './libraryContract.ts';
import type { ImportOutcome } from './librarySchemas.ts';
import type { MainAnswer, MainEvent, MainEventData, MainPayload, MainRequest } from './mainContract.ts';

/**
 * `window.stet`: all the page can reach outside itself. Plain functions over plain data; no channel names, no Electron
 * object, no path ever crosses it.
 */
export interface Bridge {
  readonly library: LibraryClient;
  /** Asks the main process. */
  ask<Name extends MainRequest>(name: Name, payload: MainPayload<Name>): Promise<Result<MainAnswer<Name>>>;
  onMain<Name extends MainEvent>(name: Name, listener: (data: MainEventData<Name>) => void): () => void;
  /** Stores a picture the user dropped, chose or pasted. `ticket` names it in `media.progressed`. */
  addPicture(file: File, ticket: string): Promise<Result<Asset>>;
  /** Imports documents dropped on the window. */
  importFiles(files: readonly File[]): Promise<Result<ImportOutcome[]>>;
}
