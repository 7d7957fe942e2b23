import { Toolbar } from '@base-ui/react/toolbar';
import { Tooltip } from '@base-ui/react/tooltip';
import { Fragment, memo, type KeyboardEvent } from 'react';
import type { ActionId } from '../../../shared/actions/actions.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { ToolbarButton } from './ToolbarButton.tsx';
import { TOOLBAR_GROUPS } from './toolbarItems.ts';
import { ToolbarTip } from './ToolbarTip.tsx';
import '../popups.css';
import './toolbar.css';

interface FormattingToolbarProps {
  /** What is on where the caret is. */
  readonly active: ReadonlySet<ActionId>;
  readonly run: (action: ActionId) => void;
  /** Puts the caret back where it was in the text. */
  readonly focusText: () => void;
}

/** The toolbar over the page. One stop for Tab, arrows inside, Escape goes back to the text. */
export const FormattingToolbar = memo(function FormattingToolbar({ active, run, focusText }: FormattingToolbarProps) {
  function leaveOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    focusText();
  }
  return (
    <Tooltip.Provider delay={500}>
      <Toolbar.Root className="formatting-toolbar" aria-label="Formatting" onKeyDown={leaveOnEscape}>
        {TOOLBAR_GROUPS.map((group, index) => (
          <Fragment key={group[0]?.action.id}>
            {index > 0 && <Toolbar.Separator className="toolbar-rule" />}
            {group.map((item) => (
              <ToolbarButton key={item.action.id} item={item} isOn={active.has(item.action.id)} run={run} />
            ))}
          </Fragment>
        ))}
        <MoreMenu active={active} run={run} focusText={focusText} />
      </Toolbar.Root>
      <ToolbarTip />
    </Tooltip.Provider>
  );
});
