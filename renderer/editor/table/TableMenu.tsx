import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import { Table } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useMenuButton } from '../../ui/useMenuButton.ts';
import { keepCaret } from '../toolbar/ToolbarButton.tsx';
import { tableMenuEntries } from './tableMenuEntries.ts';
import { useTableRow } from './useTableRow.ts';
import './table.css';

interface TableMenuProps {
  readonly editor: LexicalEditor;
  readonly active: ReadonlySet<ActionId>;
  readonly run: (action: ActionId) => void;
  readonly announce: (message: string, kind: 'note' | 'error') => void;
}

/** A button in the margin beside the table row the caret is in, with what can be done to the table. */
export function TableMenu({ editor, active, run, announce }: TableMenuProps) {
  const place = useTableRow(editor);
  const { opened, close, buttonProps } = useMenuButton();

  useEffect(
    () =>
      // Asked after the tables themselves: nobody is in one.
      editor.registerCommand(
        RUN_ACTION_COMMAND,
        (action) => {
          if (!action.startsWith('table.')) return false;
          announce('Put the caret into a table first.', 'note');
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
    [editor, announce],
  );

  if (!place) return null;
  return createPortal(
    <>
      <button
        type="button"
        className="table-button"
        aria-label="Table"
        title="Table"
        style={{ top: place.top }}
        onMouseDown={keepCaret}
        {...buttonProps}
      >
        <Table aria-hidden="true" size={17} strokeWidth={1.75} />
      </button>
      {opened && (
        <Menu
          label="Table"
          entries={tableMenuEntries(active, run)}
          at={opened}
          returnTo={editor.getRootElement()}
          onClose={close}
        />
      )}
    </>,
    place.sheet,
  );
}
