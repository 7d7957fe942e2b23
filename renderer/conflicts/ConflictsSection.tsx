import { useEffect, useState } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { openConflicts } from '../../shared/review/openConflicts.ts';
import { sideNames, type Decision } from '../../shared/review/settleConflict.ts';
import type { Block } from '../../shared/story/block.ts';
import type { BlockId, StoryId } from '../../shared/story/ids.ts';
import { blockText } from '../../shared/story/plainText.ts';
import type { Conflict } from '../../shared/story/review.ts';
import { Button } from '../ui/Button.tsx';
import './conflicts.css';

interface ConflictsSectionProps {
  readonly storyId: StoryId;
  readonly library: LibraryClient;
  /** Grows when there may be something new. */
  readonly stamp: number;
  readonly onShow: (block: BlockId) => void;
  /** Decides, through the page. */
  readonly onDecide: (conflict: Conflict, decision: Decision) => void;
}

/** What two people changed at once and somebody has to decide; nothing where there is nothing. */
export function ConflictsSection({ storyId, library, stamp, onShow, onDecide }: ConflictsSectionProps) {
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [blocks, setBlocks] = useState<readonly Block[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const read = async () => {
      const review = await library.request('review.read', { storyId });
      const isAny = review.ok && review.value.conflicts.some(({ settled }) => !settled);
      // Whether both versions still stand is for the text to say.
      const opened = isAny ? await library.request('stories.open', { id: storyId }) : null;
      if (!isCurrent) return;
      setConflicts(opened?.ok ? openConflicts(opened.value.story) : []);
      setBlocks(opened?.ok ? opened.value.story.blocks : []);
    };
    void read();
    const forget = library.on('review.changed', (changed) => {
      if (changed.storyId === storyId) void read();
    });
    return () => {
      isCurrent = false;
      forget();
    };
  }, [library, storyId, stamp]);
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts" aria-labelledby="review-conflicts">
      <h3 className="section-name" id="review-conflicts">
        To decide
      </h3>
      <p className="conflicts-hint">Two people changed these at once. Until you decide, the story cannot go out.</p>
      <ol className="conflict-list">
        {conflicts.map((conflict) => (
          <ConflictItem
            key={conflict.id}
            conflict={conflict}
            blocks={blocks}
            onShow={onShow}
            onDecide={(decision) => onDecide(conflict, decision)}
          />
        ))}
      </ol>
    </section>
  );
}

interface ConflictItemProps {
  readonly conflict: Conflict;
  readonly blocks: readonly Block[];
  readonly onShow: (block: BlockId) => void;
  readonly onDecide: (decision: Decision) => void;
}

function ConflictItem({ conflict, blocks, onShow, onDecide }: ConflictItemProps) {
  const [one, two] = sideNames(conflict);
  const name = conflictName(conflict);
  const [ours, theirs] = versions(conflict, blocks);
  const canKeepBoth = conflict.kind === 'words' || conflict.kind === 'block';
  return (
    <li className="conflict" aria-label={name}>
      <p className="conflict-name">{name}</p>
      <Version by={one} words={ours} />
      <Version by={two} words={theirs} />
      <div className="conflict-ways">
        <Button aria-label={`Take ${one}’s`} onClick={() => onDecide(1)}>
          <span>
            Take <bdi>{one}</bdi>’s
          </span>
        </Button>
        <Button aria-label={`Take ${two}’s`} onClick={() => onDecide(2)}>
          <span>
            Take <bdi>{two}</bdi>’s
          </span>
        </Button>
        {canKeepBoth && <Button onClick={() => onDecide('both')}>Keep both</Button>}
        {conflict.kind !== 'field' && (
          <Button look="link" onClick={() => onShow(conflict.blockId)}>
            Show
          </Button>
        )}
      </div>
    </li>
  );
}

function Version({ by, words }: { readonly by: string; readonly words: string }) {
  return (
    <section className="conflict-version" aria-label={by}>
      <h4 className="conflict-by" dir="auto">
        {by}
      </h4>
      <p className="conflict-words selectable" dir="auto">
        {words.trim() === '' ? <i>Nothing</i> : words}
      </p>
    </section>
  );
}

/** What it is about, as a heading. */
function conflictName(conflict: Conflict): string {
  switch (conflict.kind) {
    case 'words':
      return 'The same words';
    case 'field':
      return `The ${conflict.field}`;
    case 'part':
      return `The ${conflict.part} of one block`;
    case 'block':
      return 'Two versions of one block';
    case 'removed':
      return 'Taken out by one, changed by the other';
  }
}

/** What each side has, as far as words can say it. */
function versions(conflict: Conflict, blocks: readonly Block[]): readonly [string, string] {
  switch (conflict.kind) {
    case 'words':
      return [conflict.sides[0].words, conflict.sides[1].words];
    case 'field': {
      const said = (fields: object) => Object.values(fields).join(', ');
      return [said(conflict.sides[0].fields), said(conflict.sides[1].fields)];
    }
    case 'part': {
      const said = (block: (typeof conflict.sides)[0]['block']) => {
        if (conflict.part === 'credit' && block.type === 'figure') return block.credit;
        if (conflict.part === 'alt' && block.type === 'figure') return block.alt;
        if (conflict.part === 'picture' && block.type === 'figure') return block.fileName;
        if (conflict.part === 'attribution' && block.type === 'pullQuote') return block.attribution;
        return blockText(block);
      };
      return [said(conflict.sides[0].block), said(conflict.sides[1].block)];
    }
    case 'block':
      return ['The first of the two', 'The second of the two'];
    case 'removed':
      return ['', blockText(blocks.find(({ id }) => id === conflict.blockId) ?? conflict.base)];
  }
}
