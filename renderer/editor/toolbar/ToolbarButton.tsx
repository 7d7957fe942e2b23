import { Toolbar } from '@base-ui/react/toolbar';
import { Tooltip } from '@base-ui/react/tooltip';
import type { MouseEvent } from 'react';
import { acceleratorForAria } from '../../../shared/actions/acceleratorText.ts';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { isMac } from './isMac.ts';
import { itemName, type ToolbarItem } from './toolbarItems.ts';
import { toolbarTooltip } from './toolbarTooltip.ts';

interface ToolbarButtonProps {
  readonly item: ToolbarItem;
  readonly isOn: boolean;
  readonly run: (action: ActionId) => void;
}

/** Keeps a click from taking the caret out of the text. */
export function keepCaret(event: MouseEvent): void {
  event.preventDefault();
}

/** One button of a toolbar; its name and shortcut are the action's. */
export function ToolbarButton({ item, isOn, run }: ToolbarButtonProps) {
  const { action, icon: Icon } = item;
  return (
    <Tooltip.Trigger
      handle={toolbarTooltip}
      payload={action}
      render={
        <Toolbar.Button
          className="toolbar-button"
          aria-label={itemName(action)}
          aria-pressed={item.toggles ? isOn : undefined}
          aria-keyshortcuts={action.accelerator ? acceleratorForAria(action.accelerator, isMac) : undefined}
          onMouseDown={keepCaret}
          onClick={() => run(action.id)}
        >
          <Icon aria-hidden="true" size={17} strokeWidth={1.9} />
        </Toolbar.Button>
      }
    />
  );
}
