import { useState, type KeyboardEvent } from 'react';
import type { DeskRow } from '../../shared/ipc/deskSchemas.ts';
import { PRIORITY_LABELS } from '../../shared/story/priorityLabels.ts';
import type { Role } from '../../shared/workflow/role.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { Button } from '../ui/Button.tsx';
import { Deadline } from './Deadline.tsx';
import { rowTitle } from './deskFilter.ts';
import { StatusButton } from './StatusButton.tsx';

/** What both views of the desk are told and may do. */
export interface DeskViewProps {
  readonly rows: readonly DeskRow[];
  readonly role: Role;
  readonly now: number;
  readonly onOpen: (row: DeskRow) => void;
  readonly onStep: (row: DeskRow, step: WorkflowStep) => void;
}

/** As many rows as are drawn at first, and with each asking. */
const PAGE = 100;
const COLUMNS = ['Story', 'Status', 'Desk', 'Assigned to', 'Deadline', 'Priority', 'Words', 'Comments'];

/** The stories in the order they are wanted. One stop for Tab and its status; arrows, Home and End walk. */
export function DeskQueue({ rows, role, now, onOpen, onStep }: DeskViewProps) {
  const [shown, setShown] = useState(PAGE);
  const [current, setCurrent] = useState(0);
  const kept = Math.min(current, rows.length - 1);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const titles = [...event.currentTarget.querySelectorAll<HTMLElement>('.desk-open')];
    const at = titles.findIndex((title) => title === event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: titles.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    titles[Math.min(titles.length - 1, Math.max(0, next))]?.focus();
  }

  return (
    <>
      <table className="desk-queue" aria-label="Review queue">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" data-column={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {rows.slice(0, shown).map((row, index) => (
            <QueueRow
              key={row.id}
              row={row}
              role={role}
              now={now}
              isCurrent={index === kept}
              onFocus={() => setCurrent(index)}
              onOpen={() => onOpen(row)}
              onStep={(step) => onStep(row, step)}
            />
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button look="link" onClick={() => setShown(shown + PAGE)}>
          Show more ({rows.length - shown} left)
        </Button>
      )}
    </>
  );
}

interface QueueRowProps {
  readonly row: DeskRow;
  readonly role: Role;
  readonly now: number;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onStep: (step: WorkflowStep) => void;
}

function QueueRow({ row, role, now, isCurrent, onFocus, onOpen, onStep }: QueueRowProps) {
  const { headline, slug, status, desk, assignee, deadline, priority, words, comments } = row;
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <tr onFocus={onFocus}>
      <th scope="row">
        <button type="button" className="desk-open" data-story={row.id} tabIndex={tabIndex} onClick={onOpen}>
          <span className="desk-title" dir="auto" lang={row.language}>
            {rowTitle(row)}
          </span>
          {headline.trim() !== '' && slug !== '' && (
            <span className="desk-slug" dir="auto">
              {slug}
            </span>
          )}
        </button>
      </th>
      <td>
        <StatusButton status={status} role={role} tabIndex={tabIndex} onStep={onStep} />
      </td>
      <td>
        <bdi>{desk}</bdi>
      </td>
      <td>
        <bdi>{assignee}</bdi>
      </td>
      <td>{deadline !== null && <Deadline iso={deadline} now={now} />}</td>
      <td>{priority !== null && PRIORITY_LABELS[priority - 1]}</td>
      <td className="desk-number">{words.toLocaleString('en-GB')}</td>
      <td className="desk-number">{comments > 0 && `${comments} open`}</td>
    </tr>
  );
}
