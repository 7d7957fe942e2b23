import { Ellipsis } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { DeskRow } from '../../shared/ipc/deskSchemas.ts';
import type { Status } from '../../shared/story/fields.ts';
import { PRIORITY_LABELS } from '../../shared/story/priorityLabels.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import type { Role } from '../../shared/workflow/role.ts';
import { stepsFor, stepTo, type WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/countText.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Deadline } from './Deadline.tsx';
import { isDone, rowTitle } from './deskFilter.ts';
import type { DeskViewProps } from './DeskQueue.tsx';
import { stepEntries } from './stepEntries.ts';

/** In the order a story goes, and what has left the way at the end. */
const COLUMNS: readonly Status[] = [
  ...(['draft', 'submitted', 'inReview', 'returned', 'approved', 'onHold', 'sent', 'killed'] as const),
];
/** Of no use anywhere but on the board. */
const CARD_TYPE = 'application/x-stet-card';
/** As many cards as a column draws at first, and with each asking. */
const PAGE = 50;

/** Where a card that is being dragged comes from, and where it may go. */
interface Drag {
  readonly row: DeskRow;
  readonly over: Status | null;
}

interface DeskBoardProps extends DeskViewProps {
  /** A card was dropped where it cannot go; says why not. */
  readonly onRefuse: (why: string) => void;
}

/**
 * What is where: a column for each status. Arrows walk cards and columns; a card's menu moves it on, and so does the mouse that
 * drags it to another column: the same step either way.
 */
export function DeskBoard({ rows, role, now, onOpen, onStep, onRefuse }: DeskBoardProps) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const [current, setCurrent] = useState<DeskRow['id'] | null>(null);
  const kept = rows.some(({ id }) => id === current) ? current : (firstOf(rows)?.id ?? null);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const columns = [...event.currentTarget.querySelectorAll('.board-column')]
      .map((column) => [...column.querySelectorAll<HTMLElement>('.desk-open')])
      .filter((cards) => cards.length > 0);
    const x = columns.findIndex((cards) => cards.some((card) => card === event.target));
    const y = columns[x]?.findIndex((card) => card === event.target) ?? -1;
    const next = target(event.key, columns, x, y);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function drop(status: Status): void {
    setDrag(null);
    if (!drag || drag.row.status === status) return;
    const step = stepTo(status, drag.row.status);
    if (step) onStep(drag.row, step);
    else onRefuse(refusal(drag.row, status));
  }

  return (
    <div className="board" role="group" aria-label="Board" onKeyDown={onKeyDown}>
      {COLUMNS.map((status) => (
        <BoardColumn
          key={status}
          status={status}
          rows={rows.filter((row) => row.status === status)}
          kept={kept}
          onFocus={setCurrent}
          dropping={drag && droppingOn(drag, status)}
          onDrag={(row) => setDrag(row && { row, over: null })}
          onOver={() => setDrag(drag && { ...drag, over: status })}
          onDrop={() => drop(status)}
          {...{ role, now, onOpen, onStep }}
        />
      ))}
    </div>
  );
}

/** What a column is to the card that is being dragged. */
type Dropping = 'home' | 'open' | 'over' | 'shut';

function droppingOn({ row, over }: Drag, status: Status): Dropping {
  if (row.status === status) return 'home';
  if (!stepTo(status, row.status)) return 'shut';
  return over === status ? 'over' : 'open';
}

function refusal(row: DeskRow, status: Status): string {
  const steps = stepsFor(row.status).map(({ to }) => STATUS_LABELS[to]);
  return `“${rowTitle(row)}” cannot go from ${STATUS_LABELS[row.status]} to ${STATUS_LABELS[status]}. From there it goes to ${steps.join(', ')}.`;
}

function firstOf(rows: readonly DeskRow[]): DeskRow | undefined {
  return COLUMNS.flatMap((status) => rows.find((row) => row.status === status) ?? [])[0];
}

/** The card a key goes to from row `y` of column `x`, if any. */
function target(key: string, columns: readonly HTMLElement[][], x: number, y: number): HTMLElement | undefined {
  if (x < 0) return undefined;
  const column = columns[x] ?? [];
  const beside = (step: 1 | -1) => {
    const cards = columns[x + step];
    return cards?.[Math.min(y, cards.length - 1)];
  };
  if (key === 'ArrowDown') return column[y + 1];
  if (key === 'ArrowUp') return column[y - 1];
  if (key === 'Home') return column[0];
  if (key === 'End') return column.at(-1);
  if (key === 'ArrowRight') return beside(1);
  if (key === 'ArrowLeft') return beside(-1);
  return undefined;
}

interface BoardColumnProps extends DeskViewProps {
  readonly status: Status;
  /** The card that Tab goes to. */
  readonly kept: DeskRow['id'] | null;
  readonly onFocus: (id: DeskRow['id']) => void;
  readonly dropping: Dropping | null;
  /** A card is taken up, or let go: null. */
  readonly onDrag: (row: DeskRow | null) => void;
  readonly onOver: () => void;
  readonly onDrop: () => void;
}

function BoardColumn(props: BoardColumnProps) {
  const { status, rows, role, now, kept, onFocus, onOpen, onStep, dropping, onDrag, onOver, onDrop } = props;
  const [shown, setShown] = useState(PAGE);
  return (
    <section
      className="board-column"
      aria-label={`${STATUS_LABELS[status]}: ${countText(rows.length, 'story', 'stories')}`}
      data-dropping={dropping ?? undefined}
      onDragOver={(event) => {
        if (dropping === null) return;
        // A column that refuses takes the card, too, to say why.
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        if (dropping === 'open') onOver();
      }}
      onDrop={(event) => {
        if (dropping === null) return;
        event.preventDefault();
        onDrop();
      }}
    >
      <h3 className="board-name">
        <span className="status-word" data-status={status}>
          {STATUS_LABELS[status]}
        </span>
        <span className="board-count">{rows.length}</span>
      </h3>
      <ul className="board-cards">
        {rows.slice(0, shown).map((row) => (
          <li
            key={row.id}
            className="board-card"
            draggable
            onFocus={() => onFocus(row.id)}
            onDragStart={(event) => {
              event.dataTransfer.setData(CARD_TYPE, row.id);
              event.dataTransfer.effectAllowed = 'move';
              onDrag(row);
            }}
            onDragEnd={() => onDrag(null)}
          >
            <BoardCard
              row={row}
              role={role}
              now={now}
              isCurrent={row.id === kept}
              onOpen={() => onOpen(row)}
              onStep={(step) => onStep(row, step)}
            />
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <Button look="link" onClick={() => setShown(shown + PAGE)}>
          Show more ({rows.length - shown} left)
        </Button>
      )}
    </section>
  );
}

interface BoardCardProps {
  readonly row: DeskRow;
  readonly role: Role;
  readonly now: number;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onStep: (step: WorkflowStep) => void;
}

function BoardCard({ row, role, now, isCurrent, onOpen, onStep }: BoardCardProps) {
  const { status, desk, assignee, deadline, priority, words, comments } = row;
  const title = rowTitle(row);
  const facts = [
    ...(priority === null ? [] : [PRIORITY_LABELS[priority - 1] ?? '']),
    countText(words, 'word', 'words'),
    ...(comments > 0 ? [countText(comments, 'open comment', 'open comments')] : []),
  ];
  return (
    <>
      <button type="button" className="desk-open" data-story={row.id} tabIndex={isCurrent ? 0 : -1} onClick={onOpen}>
        <span className="desk-title" dir="auto" lang={row.language}>
          {title}
        </span>
        {(assignee !== '' || desk !== '') && (
          <span className="board-facts">
            {assignee !== '' && <bdi>{assignee}</bdi>}
            {desk !== '' && <bdi>{desk}</bdi>}
          </span>
        )}
        {deadline !== null && !isDone(row) && <Deadline iso={deadline} now={now} />}
        <span className="board-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </button>
      <MenuButton
        icon={Ellipsis}
        label={`Move “${title}”`}
        menu="Status"
        tabIndex={isCurrent ? 0 : -1}
        entries={stepEntries(status, role, onStep)}
      />
    </>
  );
}
