import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement } from 'react';

/** An entry of a menu, or a line between entries. */
export type MenuEntry =
  | {
      readonly label: string;
      readonly hint?: string;
      readonly isDanger?: boolean;
      readonly run: () => void;
    }
  | 'rule';

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** The button that opens the menu. */
  readonly trigger?: ReactElement;
  /** Opens the menu here, without a trigger, until `onClose`. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly onClose?: () => void;
  /** Where the keyboard goes when a menu without a trigger closes. */
  readonly returnTo?: HTMLElement | null;
}

/** A menu under a button, or at the pointer. Arrows, Home, End, letters and Escape work as on the system. */
export function Menu({ label, entries, trigger, at, onClose, returnTo }: MenuProps) {
  const anchor = at && { getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) };
  return (
    <Base.Root open={at ? true : undefined} onOpenChange={(open) => !open && onClose?.()} modal={false}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner className="menu-layer" anchor={anchor} align="start" sideOffset={at ? 0 : 4}>
          <Base.Popup className="menu" aria-label={label} finalFocus={returnTo ? () => returnTo : undefined}>
            {entries.map((entry, index) =>
              entry === 'rule' ? (
                <Base.Separator key={index} className="menu-rule" />
              ) : (
                <Base.Item
                  key={entry.label}
                  className="menu-item"
                  data-look={entry.isDanger ? 'danger' : undefined}
                  onClick={entry.run}
                >
                  {entry.label}
                  {entry.hint && <small>{entry.hint}</small>}
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
