import { acceleratorText } from '../../shared/actions/acceleratorText.ts';
import { ACTIONS, type MenuName } from '../../shared/actions/actions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useWorkspace } from './WorkspaceContext.tsx';
import './palette.css';

const MENUS: readonly MenuName[] = ['File', 'Edit', 'Insert', 'Format', 'Pull quote', 'View', 'Help'];

/** All shortcuts on one sheet, from the same list as the menus. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { isMac } = useWorkspace();
  return (
    <Dialog title="Keyboard shortcuts" size="wide" onClose={onClose}>
      <div className="shortcut-sheet" tabIndex={0} role="region" aria-label="Shortcuts by menu">
        {MENUS.map((menu) => (
          <section key={menu} className="shortcut-group" aria-label={menu}>
            <h3>{menu}</h3>
            <dl>
              {ACTIONS.map((action) =>
                action.menu === menu && action.accelerator !== null ? (
                  <div key={action.id} className="shortcut-row">
                    <dt>{action.label.replace('…', '')}</dt>
                    <dd>
                      <kbd className="keys">{acceleratorText(action.accelerator, isMac)}</kbd>
                    </dd>
                  </div>
                ) : null,
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
