import { Tooltip } from '@base-ui/react/tooltip';
import { COMMAND_PRIORITY_HIGH, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { putBeside } from '../../ui/placeBeside.ts';
import { keepCaret } from './ToolbarButton.tsx';
import { itemName, SELECTION_ITEMS } from './toolbarItems.ts';
import { toolbarTooltip } from './toolbarTooltip.ts';
import { useFloatingSelection } from './useFloatingSelection.ts';
import '../popups.css';
import './toolbar.css';

interface FloatingToolbarProps {
  readonly editor: LexicalEditor;
  readonly active: ReadonlySet<ActionId>;
  readonly run: (action: ActionId) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * A short bar over the selection. It repeats the toolbar, so screen readers hear of it only once somebody goes in with
 * Alt+F10; Escape hides it.
 */
export function FloatingToolbar({ editor, active, run }: FloatingToolbarProps) {
  const [isEntered, setEntered] = useState(false);
  const { box, dismiss } = useFloatingSelection(editor, isEntered);
  const bar = useRef<HTMLDivElement>(null);
  const isShown = box !== null;

  useLayoutEffect(() => {
    if (!box || !bar.current) return;
    putBeside(bar.current, box, { side: 'above', align: 'center', gap: 8 });
  }, [box]);

  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'F10' || !event.altKey) return false;
          const toolbar = bar.current ?? document.querySelector('.formatting-toolbar');
          const button = toolbar?.querySelector<HTMLElement>('button');
          if (!button) return false;
          event.preventDefault();
          button.focus();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );

  function walk(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      dismiss();
      editor.focus();
      return;
    }
    const buttons = Array.from(event.currentTarget.querySelectorAll('button'));
    const at = buttons.findIndex((button) => button === document.activeElement);
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = (STEPS[event.key] ?? 0) * (isRtl ? -1 : 1);
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? buttons.length - 1
          : step === 0
            ? -1
            : (at + step + buttons.length) % buttons.length;
    if (next < 0) return;
    event.preventDefault();
    buttons[next]?.focus();
  }

  function leave(event: FocusEvent<HTMLDivElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget)) setEntered(false);
  }

  if (!isShown) return null;
  return createPortal(
    <div
      ref={bar}
      className="floating-toolbar"
      role="toolbar"
      aria-label="Selection"
      aria-hidden={!isEntered}
      onKeyDown={walk}
      onFocus={() => setEntered(true)}
      onBlur={leave}
      onMouseDown={keepCaret}
    >
      {SELECTION_ITEMS.map(({ action, icon: Icon, toggles }) => (
        <Tooltip.Trigger
          key={action.id}
          handle={toolbarTooltip}
          payload={action}
          render={
            <button
              type="button"
              className="toolbar-button"
              tabIndex={-1}
              aria-label={itemName(action)}
              aria-pressed={toggles ? active.has(action.id) : undefined}
              onClick={() => run(action.id)}
            >
              <Icon aria-hidden="true" size={17} strokeWidth={1.9} />
            </button>
          }
        />
      ))}
    </div>,
    document.body,
  );
}
