import type { HostAnswer, HostPayload, HostRequest } from '../../../shared/ipc/hostContract.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Library } from '../Library.ts';

/** One entry for every request only main (or the command line) may make. */
export type HostHandlers = {
  readonly [Name in HostRequest]: (payload: HostPayload<Name>) => HostAnswer<Name> | Promise<HostAnswer<Name>>;
};

/** Main's requests, each a thin call into the library. `settle` resolves when nothing else is being answered. */
export function hostHandlers(library: Library, settle: () => Promise<void>): HostHandlers {
  const { media, formats, access, tables } = library;
  return {
    'exports.write': ({ storyId, target, path, ...pass }) => formats.writeExport(access, storyId, target, path, pass),
    'handover.send': async ({ order, path }) => {
      const entry = await library.handover.send(order, path);
      library.noteChanged(tables.row(order.storyId).key, order.storyId);
      return entry;
    },
    'media.ask': ({ storyId, ...writing }) => library.mediaDesk.ask(storyId, writing),
    'media.answer': ({ request, ref, acceptedKey, ...writing }) => {
      const asked = request ?? (ref === undefined ? null : library.openRequests.pathOf(ref));
      if (asked === null) throw new StetError('notFound', 'That request is not open any more. Open it again.');
      return library.mediaDesk.answer(asked, writing, acceptedKey);
    },
    'media.locate': (wanted) => media.locate(wanted),
    'codes.make': async () => ({ path: await library.codes.make() }),
    'targets.unlock': ({ id, secret }) => {
      library.targets.unlock(id, secret);
      if (secret !== null) library.outbox.unlocked(id);
      library.tell('targets.changed', {});
      return null;
    },
    'library.verify': () => library.verify(),
    'library.backup': ({ folder }) => library.backup(folder),
    'library.close': async () => {
      await settle();
      library.close();
      return null;
    },
  };
}
