import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import { Check, Ellipsis } from 'lucide-react';
import { acceleratorText } from '../../../shared/actions/acceleratorText.ts';
import type { Action, ActionId } from '../../../shared/actions/actions.ts';
import { TableMenuItems } from '../table/TableMenuItems.tsx';
import { isMac } from './isMac.ts';
import { keepCaret } from './ToolbarButton.tsx';
import { findAction, itemName, MORE_INSERTS, MORE_TOGGLES } from './toolbarItems.ts';

interface MoreMenuProps {
  readonly active: ReadonlySet<ActionId>;
  readonly run: (action: ActionId) => void;
  /** Puts the caret back into the text once the menu has closed. */
  readonly focusText: () => void;
}

function Shortcut({ action }: { readonly action: Action }) {
  return action.accelerator ? <kbd>{acceleratorText(action.accelerator, isMac)}</kbd> : null;
}

/** The formatting that is not needed every day, behind one button. */
export function MoreMenu({ active, run, focusText }: MoreMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Toolbar.Button
        className="toolbar-button"
        aria-label="More"
        onMouseDown={keepCaret}
        render={
          <Menu.Trigger>
            <Ellipsis aria-hidden="true" size={17} strokeWidth={1.9} />
          </Menu.Trigger>
        }
      />
      <Menu.Portal>
        <Menu.Positioner className="editor-layer" sideOffset={6} align="end">
          <Menu.Popup
            className="editor-menu"
            aria-label="More"
            finalFocus={() => {
              focusText();
              return false;
            }}
          >
            {MORE_TOGGLES.map((id) => (
              <Menu.CheckboxItem
                key={id}
                className="editor-menu-item"
                checked={active.has(id)}
                closeOnClick
                onCheckedChange={() => run(id)}
              >
                <span className="editor-menu-check">
                  <Menu.CheckboxItemIndicator>
                    <Check aria-hidden="true" size={14} />
                  </Menu.CheckboxItemIndicator>
                </span>
                {itemName(findAction(id))}
                <Shortcut action={findAction(id)} />
              </Menu.CheckboxItem>
            ))}
            <Menu.Separator className="editor-menu-rule" />
            {MORE_INSERTS.map((id) => (
              <Menu.Item key={id} className="editor-menu-item" onClick={() => run(id)}>
                <span className="editor-menu-check" />
                {itemName(findAction(id))}
                <Shortcut action={findAction(id)} />
              </Menu.Item>
            ))}
            {active.has('insert.table') && (
              <Menu.Group>
                <Menu.Separator className="editor-menu-rule" />
                <Menu.GroupLabel className="editor-menu-label">Table</Menu.GroupLabel>
                <TableMenuItems active={active} run={run} />
              </Menu.Group>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
