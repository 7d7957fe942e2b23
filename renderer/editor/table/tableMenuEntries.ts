import { ACTIONS, type ActionId } from '../../../shared/actions/actions.ts';
import type { MenuItem } from '../../ui/Menu.tsx';

const TABLE_ACTIONS = ACTIONS.filter((action) => action.menu === 'Table');

/** A line goes above these. */
const STARTS_GROUP: ReadonlySet<ActionId> = new Set(['table.headerRow', 'table.deleteRow']);

/** The entries for a table, in whatever menu they are. `active` is what is on where the caret is. */
export function tableMenuEntries(
  active: ReadonlySet<ActionId>,
  run: (action: ActionId) => void,
): (MenuItem | 'rule')[] {
  return TABLE_ACTIONS.flatMap(({ id, label }): (MenuItem | 'rule')[] => {
    const item = { label, run: () => run(id) };
    const entry = id === 'table.headerRow' ? { ...item, isOn: active.has(id) } : item;
    return STARTS_GROUP.has(id) ? ['rule', entry] : [entry];
  });
}
