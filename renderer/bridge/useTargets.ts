import { useCallback, useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { ListedTarget } from '../../shared/targets/target.ts';

/** The targets as the library lists them. */
interface FollowedTargets {
  /** null until they have been read. */
  readonly targets: readonly ListedTarget[] | null;
  /** Why they cannot be read. */
  readonly problem: string | null;
  /** Takes a list some other request answered. */
  readonly take: (targets: readonly ListedTarget[]) => void;
}

/** Lists the library's targets, and again whenever one came, went or changed. */
export function useTargets(library: LibraryClient): FollowedTargets {
  const [targets, setTargets] = useState<readonly ListedTarget[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const read = () =>
      void library.request('targets.list', {}).then((answer) => {
        if (!isCurrent) return;
        setProblem(answer.ok ? null : answer.error.message);
        if (answer.ok) setTargets(answer.value);
      });
    read();
    const stop = library.on('targets.changed', read);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [library]);
  const take = useCallback((listed: readonly ListedTarget[]) => setTargets(listed), []);
  return { targets, problem, take };
}
