import { useEffect, useRef, useState } from 'react';
import type { DeskRow } from '../../shared/ipc/deskSchemas.ts';
import type { LibraryClient } from '../../shared/ipc/libraryContract.ts';
import { ROLE_LABELS } from '../../shared/workflow/role.ts';
import type { Person } from '../../shared/workflow/waitsFor.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useSignal } from '../ui/Signal.ts';
import { deadlineText } from './deadlineText.ts';
import { DeskBoard } from './DeskBoard.tsx';
import { desksOf, filterRows, isDone, rowTitle } from './deskFilter.ts';
import { DeskQueue } from './DeskQueue.tsx';
import { DeskRows } from './DeskRows.ts';
import { StepDialog, type StepTaken } from './StepDialog.tsx';
import './desk.css';

const VIEWS = [
  ['queue', 'Queue'],
  ['board', 'Board'],
] as const;
/** The two ways to look at the desk. */
export type DeskView = (typeof VIEWS)[number][0];

interface DeskDialogProps {
  readonly view: DeskView;
  readonly library: LibraryClient;
  readonly person: Person;
  readonly names: readonly string[];
  readonly onOpen: (id: DeskRow['id']) => void;
  /** Takes a step with a story; null, or the sentence why it was not taken. */
  readonly onTake: (id: DeskRow['id'], taken: StepTaken) => Promise<string | null>;
  /** Opens where name and role are chosen. */
  readonly onRole: () => void;
  readonly onClose: () => void;
}

/** Every story under way: what waits for whoever sits here, in the order it is wanted, or what is where. */
export function DeskDialog(props: DeskDialogProps) {
  const { library, person, names, onOpen, onTake, onRole, onClose } = props;
  const [desk] = useState(() => new DeskRows(library));
  const rows = useSignal(desk.rows);
  const hidden = useSignal(desk.hidden);
  const unreadable = useSignal(desk.problem);
  const [view, setView] = useState(props.view);
  // A queue is what waits for somebody; a board shows where everything is.
  const [isWaiting, setWaiting] = useState({ queue: true, board: false });
  const [onDesk, setOnDesk] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ readonly row: DeskRow; readonly step: WorkflowStep } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => desk.watch(), [desk]);
  const hasRows = rows !== null;
  useEffect(() => {
    if (hasRows) focusStory(body.current, null);
  }, [hasRows, view]);

  const now = Date.now();
  const wanted = filterRows(rows ?? [], { isWaiting: isWaiting[view], desk: onDesk }, person);
  const shown = view === 'queue' ? wanted.filter((row) => !isDone(row)) : wanted;
  const overdue = shown.filter(
    (row) => row.deadline !== null && !isDone(row) && deadlineText(row.deadline, now).isOverdue,
  ).length;

  async function take(row: DeskRow, taken: StepTaken): Promise<string | null> {
    const why = await onTake(row.id, taken);
    if (why === null) {
      await desk.read();
      // A dialog in between gives the keyboard back to what may be gone: after it, the story has it, wherever it went.
      requestAnimationFrame(() => requestAnimationFrame(() => focusStory(body.current, row.id)));
    }
    return why;
  }
  function step(row: DeskRow, chosen: WorkflowStep): void {
    setRefused(null);
    const { name } = person;
    if (chosen.note !== 'none' || name === '') setAsked({ row, step: chosen });
    else {
      const hands = chosen.hands === 'mine' ? { assignee: name } : {};
      void take(row, { by: name, status: chosen.to, note: '', ...hands }).then(setRefused);
    }
  }

  const viewProps = { rows: shown, role: person.role, now, onOpen: ({ id }: DeskRow) => onOpen(id), onStep: step };
  return (
    <Dialog title="Desk" size="full" onClose={onClose}>
      <div className="desk" ref={body}>
        <div className="desk-bar">
          <div className="segments" role="radiogroup" aria-label="View">
            {VIEWS.map(([value, label]) => (
              <label key={value} className="segment" data-chosen={view === value || undefined}>
                <input
                  type="radio"
                  name="desk-view"
                  value={value}
                  checked={view === value}
                  onChange={() => setView(value)}
                />
                {label}
              </label>
            ))}
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={isWaiting[view]}
              onChange={(event) => setWaiting({ ...isWaiting, [view]: event.target.checked })}
            />
            <span>Waiting for me</span>
          </label>
          <select
            className="input select desk-select"
            aria-label="Desk"
            value={onDesk ?? ''}
            onChange={(event) => setOnDesk(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">Any desk</option>
            {desksOf(rows ?? []).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
          <p className="desk-count" role="status">
            {rows !== null &&
              [countText(shown.length, 'story', 'stories'), ...(overdue > 0 ? [`${overdue} overdue`] : [])].join(', ')}
          </p>
          <Button look="link" onClick={onRole} title="What waits for you goes by your name and role">
            As {ROLE_LABELS[person.role].toLowerCase()}…
          </Button>
        </div>
        {(unreadable ?? refused) !== null && <p role="alert">{unreadable ?? refused}</p>}
        {rows !== null && shown.length === 0 && view === 'queue' ? (
          <EmptyDesk
            isFiltered={isWaiting.queue || onDesk !== null}
            person={person}
            onAll={() => {
              setWaiting({ ...isWaiting, queue: false });
              setOnDesk(null);
            }}
          />
        ) : (
          rows !== null && (
            <div className="desk-view scrolls">
              {view === 'queue' ? <DeskQueue {...viewProps} /> : <DeskBoard {...viewProps} onRefuse={setRefused} />}
            </div>
          )
        )}
        {hidden > 0 && view === 'board' && (
          <p className="aside-note">
            {countText(hidden, 'older story', 'older stories')} that {hidden === 1 ? 'is' : 'are'} sent or killed: the
            library lists them by status.
          </p>
        )}
      </div>
      {asked && (
        <StepDialog
          step={asked.step}
          story={{ id: asked.row.id, title: rowTitle(asked.row), assignee: asked.row.assignee }}
          library={library}
          name={person.name}
          names={names}
          onTake={(taken) => take(asked.row, taken)}
          onClose={() => setAsked(null)}
        />
      )}
    </Dialog>
  );
}

interface EmptyDeskProps {
  readonly isFiltered: boolean;
  readonly person: Person;
  readonly onAll: () => void;
}

function EmptyDesk({ isFiltered, person, onAll }: EmptyDeskProps) {
  if (!isFiltered)
    return (
      <EmptyState title="No stories under way">
        <p>Every story of this library that is neither sent nor killed stands here, first what is wanted first.</p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing waits for you">
      <p>
        {person.role === 'editor'
          ? 'Stories that are submitted, in review or approved wait for you, and those assigned to you.'
          : 'Drafts and returned stories wait for you, and those assigned to you.'}
      </p>
      <Button onClick={onAll}>Show every story</Button>
    </EmptyState>
  );
}

/** Gives the keyboard to a story, or to the one Tab would go to where it is not shown. */
function focusStory(body: HTMLElement | null, id: DeskRow['id'] | null): void {
  const same = id === null ? null : body?.querySelector<HTMLElement>(`[data-story="${id}"]`);
  (same ?? body?.querySelector<HTMLElement>('.desk-open[tabindex="0"]'))?.focus();
}
