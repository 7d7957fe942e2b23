import { useEffect, useState } from 'react';
import type { BlockId } from '../../shared/story/ids.ts';
import type { Story } from '../../shared/story/story.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { missingFurniture, type Missing } from './missingFurniture.ts';

interface ChecksTabProps {
  readonly readStory: () => Story | null;
  /** Calls back when the story may have changed; returns its undo. */
  readonly onChange: (listener: () => void) => () => void;
  readonly reveal: (blockId: BlockId) => void;
}

/** Reading the whole story waits (ms) until the keys rest. */
const REST_MS = 600;

/** What the story still lacks. Says nothing of style or facts: those checks are not here yet, and it says so. */
export function ChecksTab({ readStory, onChange, reveal }: ChecksTabProps) {
  const [missing, setMissing] = useState<readonly Missing[] | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const story = readStory();
      setMissing(story && missingFurniture(story));
    };
    look();
    const stop = onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [readStory, onChange]);

  if (!missing) return null;
  return (
    <div className="checks">
      {missing.length === 0 ? (
        <EmptyState title="Nothing is missing">
          <p>Headline, byline and dateline are there; every picture has its caption, credit and alt text.</p>
        </EmptyState>
      ) : (
        <>
          <h3 className="section-name">Still missing</h3>
          <ul className="check-list">
            {missing.map(({ message, blockId }) => (
              <li key={`${blockId ?? ''}${message}`}>
                {blockId === null ? (
                  <p className="finding">{message}</p>
                ) : (
                  <button type="button" className="finding" onClick={() => reveal(blockId)}>
                    {message}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="aside-note">House style and facts are not checked here.</p>
    </div>
  );
}
