import { Tooltip } from '@base-ui/react/tooltip';
import { acceleratorText } from '../../../shared/actions/acceleratorText.ts';
import { isMac } from './isMac.ts';
import { itemName } from './toolbarItems.ts';
import { toolbarTooltip } from './toolbarTooltip.ts';

/** The tooltip of the toolbars: the action's name and its shortcut. Render once. */
export function ToolbarTip() {
  return (
    <Tooltip.Root handle={toolbarTooltip}>
      {({ payload: action }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner className="editor-layer" sideOffset={6}>
            <Tooltip.Popup className="toolbar-tip">
              {action ? itemName(action) : null}
              {action?.accelerator ? <kbd>{acceleratorText(action.accelerator, isMac)}</kbd> : null}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  );
}
