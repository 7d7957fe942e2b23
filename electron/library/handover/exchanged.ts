import type { RevisionReason } from '../../../shared/ipc/librarySchemas.ts';

const EXCHANGED: ReadonlySet<RevisionReason> = new Set(['submitted', 'received', 'merged', 'imported']);

/** Whether a revision was handed over or came from somebody, so that it may be in another library as well. */
export function isExchanged(reason: RevisionReason | undefined): boolean {
  return reason !== undefined && EXCHANGED.has(reason);
}
