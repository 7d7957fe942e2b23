import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { Fragment } from 'react';
import { ACTIONS, type ActionId } from '../../../shared/actions/actions.ts';

const TABLE_ACTIONS = ACTIONS.filter((action) => action.menu === 'Table');

/** A line goes above these. */
const STARTS_GROUP: ReadonlySet<ActionId> = new Set(['table.headerRow', 'table.deleteRow']);

interface TableMenuItemsProps {
  readonly active: ReadonlySet<ActionId>;
  readonly run: (action: ActionId) => void;
}

/** The entries for a table, in whatever menu they are. */
export function TableMenuItems({ active, run }: TableMenuItemsProps) {
  return TABLE_ACTIONS.map(({ id, label }) => (
    <Fragment key={id}>
      {STARTS_GROUP.has(id) && <Menu.Separator className="editor-menu-rule" />}
      {id === 'table.headerRow' ? (
        <Menu.CheckboxItem
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
          {label}
        </Menu.CheckboxItem>
      ) : (
        <Menu.Item className="editor-menu-item" onClick={() => run(id)}>
          <span className="editor-menu-check" />
          {label}
        </Menu.Item>
      )}
    </Fragment>
  ));
}
