import { ChevronDown } from 'lucide-react';
import type { Status } from '../../shared/story/fields.ts';
import { STATUS_LABELS } from '../../shared/story/statusLabels.ts';
import type { Role } from '../../shared/workflow/role.ts';
import type { WorkflowStep } from '../../shared/workflow/workflowSteps.ts';
import { Menu } from '../ui/Menu.tsx';
import { useMenuButton } from '../ui/useMenuButton.ts';
import { stepEntries } from './stepEntries.ts';
import './workflow.css';

interface StatusButtonProps {
  readonly status: Status;
  readonly role: Role;
  readonly onStep: (step: WorkflowStep) => void;
  readonly tabIndex?: number;
}

/** Where a story stands; under it, what can be done from there. */
export function StatusButton({ status, role, onStep, tabIndex }: StatusButtonProps) {
  const { opened, close, buttonProps } = useMenuButton();
  return (
    <>
      <button
        type="button"
        className="input status-button"
        aria-label={`Status: ${STATUS_LABELS[status]}`}
        tabIndex={tabIndex}
        {...buttonProps}
      >
        <span className="status-word" data-status={status}>
          {STATUS_LABELS[status]}
        </span>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {opened && (
        <Menu
          label="Status"
          entries={stepEntries(status, role, onStep)}
          at={opened}
          returnTo={opened}
          onClose={close}
        />
      )}
    </>
  );
}
