import { Menu } from '@base-ui/react/menu';
import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from 'lexical';
import { Table } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { RUN_ACTION_COMMAND } from '../runActionCommand.ts';
import { keepCaret } from '../toolbar/ToolbarButton.tsx';
import { TableMenuItems } from './TableMenuItems.tsx';
import { useTableRow } from './useTableRow.ts';
import '../popups.css';
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
    <Menu.Root modal={false}>
      <Menu.Trigger
        className="table-button"
        aria-label="Table"
        title="Table"
        style={{ top: place.top }}
        onMouseDown={keepCaret}
      >
        <Table aria-hidden="true" size={17} strokeWidth={1.75} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="editor-layer" sideOffset={4} align="end">
          <Menu.Popup
            className="editor-menu"
            aria-label="Table"
            finalFocus={() => {
              editor.focus();
              return false;
            }}
          >
            <TableMenuItems active={active} run={run} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>,
    place.sheet,
  );
}
