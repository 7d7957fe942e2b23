import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import type { Imported } from '../../shared/ipc/librarySchemas.ts';
import { receiptStatus } from '../../shared/targets/receiptStatus.ts';
import { MOST_LISTED, type RemoteStory } from '../../shared/targets/remoteStory.ts';
import { opensStories, type ListedTarget, type TargetId } from '../../shared/targets/target.ts';
import { SECRET_LABELS, SECRET_NOUNS } from '../../shared/targets/targetLabels.ts';
import { Button } from '../ui/Button.tsx';
import { Callout } from '../ui/Callout.tsx';
import { countText } from '../ui/countText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { relativeTime } from '../ui/relativeTime.ts';
import { useRemotes } from './useRemotes.ts';
import './remotes.css';

interface RemotesDialogProps {
  readonly library: LibraryClient;
  /** null until they have been read. */
  readonly targets: readonly ListedTarget[] | null;
  /** Why the targets cannot be read. */
  readonly problem: string | null;
  /** The target that was used last. */
  readonly lastTarget: TargetId | null;
  readonly onOpened: (imported: Imported) => void;
  readonly onPassword: (id: TargetId) => void;
  readonly onSettings: () => void;
  readonly onClose: () => void;
}

/** Opens a story that stands on one of the newsroom’s sites: the keyboard stays in the search box, which moves through the list. */
export function RemotesDialog(props: RemotesDialogProps) {
  const { library, problem, lastTarget, onClose } = props;
  const targets = props.targets?.filter(({ kind }) => opensStories(kind)) ?? null;
  const [chosenId, setChosenId] = useState<TargetId | null>(null);
  const chosen = targets?.find(({ id }) => id === (chosenId ?? lastTarget)) ?? targets?.[0] ?? null;
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [hasFiles, setHasFiles] = useState(true);
  const [isOpening, setIsOpening] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const found = useRemotes(library, chosen && !chosen.isLocked ? chosen.id : null, words.trim());
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = found?.ok ? found.value : [];
  const current = Math.max(0, Math.min(at, rows.length - 1));
  useEffect(() => setAt(0), [found]);
  // The targets come after the dialog has opened, and with them the box.
  useEffect(() => input.current?.focus(), [chosen?.id]);
  useEffect(() => list.current?.children[current]?.scrollIntoView({ block: 'nearest' }), [current]);

  async function open(row: RemoteStory | undefined): Promise<void> {
    if (!row || !chosen || isOpening) return;
    setIsOpening(true);
    setFailure(null);
    const order = { targetId: chosen.id, remoteId: row.remoteId, hasFiles };
    const answer = await library.request('remotes.open', order);
    setIsOpening(false);
    if (answer.ok) props.onOpened(answer.value);
    else setFailure(answer.error.message);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setAt(Math.min(rows.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, current - 1));
    else if (event.key === 'Enter') void open(rows[current]);
    else return;
    event.preventDefault();
  }

  const trouble = failure ?? problem ?? (found?.ok === false ? found.error.message : null);
  return (
    <Dialog
      title="Open from a site"
      size="wide"
      onClose={onClose}
      foot={
        <>
          <div className="remotes-outcome" aria-live="polite">
            {isOpening && 'Opening…'}
          </div>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" disabled={rows.length === 0 || isOpening} onClick={() => void open(rows[current])}>
            Open
          </Button>
        </>
      }
    >
      <div className="remotes">
        {targets?.length === 0 && (
          <EmptyState title="No site to open from yet">
            <p>
              Add the newsroom’s WordPress or Ghost as a target, and its posts can be opened, edited offline and sent
              back.
            </p>
            <Button onClick={props.onSettings}>Add a target…</Button>
          </EmptyState>
        )}
        {chosen && targets && (
          <div className="remotes-ask">
            {targets.length > 1 && (
              <select
                className="input"
                aria-label="Site"
                value={chosen.id}
                onChange={(event) => setChosenId(event.currentTarget.value as TargetId)}
              >
                {targets.map((target) => (
                  <option key={target.id} value={target.id}>
                    {target.name}
                  </option>
                ))}
              </select>
            )}
            <input
              ref={input}
              className="input"
              type="text"
              role="combobox"
              aria-label={`Search ${chosen.name}`}
              aria-expanded={rows.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={rows[current] ? `${id}-${current}` : undefined}
              placeholder="Words of the story"
              dir="auto"
              spellCheck={false}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              onKeyDown={onKeyDown}
            />
          </div>
        )}
        {chosen?.isLocked && (
          <Callout action={<Button onClick={() => props.onPassword(chosen.id)}>{SECRET_NOUNS[chosen.kind]}…</Button>}>
            {SECRET_LABELS[chosen.kind]} needed before the site can be asked.
          </Callout>
        )}
        {trouble !== null && (
          <p className="banner" data-kind="error" role="alert">
            {trouble}
          </p>
        )}
        {chosen && !chosen.isLocked && (
          <p className="aside-note" role="status">
            {found === null ? `Asking ${chosen.name}…` : found.ok ? countLine(rows.length) : ''}
          </p>
        )}
        {found?.ok && rows.length === 0 && (
          <EmptyState title={words.trim() === '' ? 'Nothing there yet' : 'Nothing found'} />
        )}
        <div
          ref={list}
          id={`${id}-list`}
          className="remotes-list scrolls"
          role="listbox"
          aria-label="Stories on the site"
          hidden={rows.length === 0}
        >
          {rows.map((row, index) => (
            <div
              key={row.remoteId}
              id={`${id}-${index}`}
              className="remotes-row"
              role="option"
              aria-selected={index === current}
              // The keyboard stays in the search box.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => setAt(index)}
              onDoubleClick={() => void open(row)}
            >
              <span className="remotes-headline" dir="auto" data-missing={row.headline === '' || undefined}>
                {row.headline || 'Without a headline'}
              </span>
              <span className="remotes-facts">{factsOf(row)}</span>
            </div>
          ))}
        </div>
        {chosen && !chosen.isLocked && (
          <label className="check">
            <input type="checkbox" checked={hasFiles} onChange={(event) => setHasFiles(event.currentTarget.checked)} />
            Bring its pictures and recordings along
          </label>
        )}
      </div>
    </Dialog>
  );
}

function factsOf({ status, changedAt, by }: RemoteStory): string {
  const changed = changedAt === null ? '' : relativeTime(changedAt, Date.now());
  return [receiptStatus(status), changed, by].filter((part) => part !== '').join(' · ');
}

function countLine(count: number): string {
  return count >= MOST_LISTED
    ? `The ${MOST_LISTED} changed last: search for more`
    : countText(count, 'story', 'stories');
}
