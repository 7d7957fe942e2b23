import type { HostAnswer, HostPayload, HostRequest } from '../../../shared/ipc/hostContract.ts';
import { StetError } from '../../../shared/lang/result.ts';
import type { Library } from '../Library.ts';

/** One entry for every request only main (or the command line) may make. */
export type HostHandlers = {
  readonly [Name in HostRequest]: (payload: HostPayload<Name>) => HostAnswer<Name> | Promise<HostAnswer<Name>>;
};

const notYet = (): never => {
  throw new StetError('notYet', 'This cannot be done yet.');
};

/** Main's requests, each a thin call into the library. */
export function hostHandlers(library: Library): HostHandlers {
  const { media, formats, access } = library;
  return {
    'exports.write': ({ storyId, target, path }) => formats.writeExport(access, storyId, target, path),
    'media.locate': (wanted) => media.locate(wanted),
    'library.verify': notYet,
    'library.backup': notYet,
    'library.close': () => {
      library.close();
      return null;
    },
  };
}
