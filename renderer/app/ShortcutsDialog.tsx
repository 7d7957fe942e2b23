import { acceleratorText } from '../../shared/actions/acceleratorText.ts';
import { ACTIONS } from '../../shared/actions/actions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useWorkspace } from './WorkspaceContext.tsx';
import './palette.css';

/** The menus with a shortcut in them, in their order. */
const MENUS = [...new Set(ACTIONS.flatMap(({ menu, accelerator }) => (accelerator === null ? [] : [menu])))];

/** Keys that mean something in a dialog only. */
const IN_DIALOGS = [
  { label: 'Next change', accelerator: 'F7' },
  { label: 'Previous change', accelerator: 'Shift+F7' },
];

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
        <section className="shortcut-group" aria-label="Compare versions">
          <h3>Compare versions</h3>
          <dl>
            {IN_DIALOGS.map(({ label, accelerator }) => (
              <div key={label} className="shortcut-row">
                <dt>{label}</dt>
                <dd>
                  <kbd className="keys">{acceleratorText(accelerator, isMac)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
