import { Toolbar } from '@base-ui/react/toolbar';
import { Ellipsis } from 'lucide-react';
import { useMemo } from 'react';
import { acceleratorText } from '../../../shared/actions/acceleratorText.ts';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { Menu, type MenuEntry, type MenuItem } from '../../ui/Menu.tsx';
import { useMenuButton } from '../../ui/useMenuButton.ts';
import { tableMenuEntries } from '../table/tableMenuEntries.ts';
import { isMac } from './isMac.ts';
import { keepCaret } from './ToolbarButton.tsx';
import { findAction, itemName, MORE_INSERTS, MORE_TOGGLES } from './toolbarItems.ts';

interface MoreMenuProps {
  readonly active: ReadonlySet<ActionId>;
  readonly run: (action: ActionId) => void;
  /** Puts the caret back into the text once the menu has closed. */
  readonly focusText: () => void;
}

function entry(id: ActionId, run: (action: ActionId) => void): MenuItem {
  const action = findAction(id);
  const hint = action.accelerator ? { hint: acceleratorText(action.accelerator, isMac) } : {};
  return { label: itemName(action), ...hint, run: () => run(id) };
}

/** The formatting that is not needed every day, behind one button. */
export function MoreMenu({ active, run, focusText }: MoreMenuProps) {
  const { opened, close, buttonProps } = useMenuButton();
  const text = useMemo(() => ({ focus: focusText }), [focusText]);
  const inTable = active.has('insert.table')
    ? (['rule', { group: 'Table', items: tableMenuEntries(active, run) }] as const)
    : [];
  const entries: readonly MenuEntry[] = [
    ...MORE_TOGGLES.map((id) => ({ ...entry(id, run), isOn: active.has(id) })),
    'rule',
    ...MORE_INSERTS.map((id) => entry(id, run)),
    ...inTable,
  ];
  return (
    <>
      <Toolbar.Button className="toolbar-button" aria-label="More" onMouseDown={keepCaret} {...buttonProps}>
        <Ellipsis aria-hidden="true" size={17} strokeWidth={1.9} />
      </Toolbar.Button>
      {opened && <Menu label="More" entries={entries} at={opened} returnTo={text} onClose={close} />}
    </>
  );
}
