import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Result } from '../../shared/lang/result.ts';
import type { RemoteStory } from '../../shared/targets/remoteStory.ts';
import type { TargetId } from '../../shared/targets/target.ts';

/** A site is asked once typing pauses: each look costs a journey. */
const PAUSE_MS = 350;

/** The stories of a site with these words; null while the site is asked, or where none is to be. */
export function useRemotes(
  library: LibraryClient,
  targetId: TargetId | null,
  words: string,
): Result<RemoteStory[]> | null {
  const [found, setFound] = useState<Result<RemoteStory[]> | null>(null);
  useEffect(() => {
    setFound(null);
    if (targetId === null) return undefined;
    let isCurrent = true;
    const timer = setTimeout(
      () =>
        void library.request('remotes.list', { targetId, words }).then((answer) => {
          if (isCurrent) setFound(answer);
        }),
      words === '' ? 0 : PAUSE_MS,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [library, targetId, words]);
  return found;
}
