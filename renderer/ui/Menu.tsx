import { Check } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { openInTopLayer } from './openInTopLayer.ts';

/** Something to choose in a menu. */
export interface MenuItem {
  readonly label: string;
  readonly hint?: string;
  /** Set for something that can be on: whether it is. */
  readonly isOn?: boolean;
  readonly isDanger?: boolean;
  readonly run: () => void;
}

/** An entry of a menu, a line between entries, or entries under a name of their own. */
export type MenuEntry = MenuItem | 'rule' | { readonly group: string; readonly items: readonly (MenuItem | 'rule')[] };

/** Where a menu opens: its corner, or the element it hangs under. */
export type MenuPlace = { readonly x: number; readonly y: number } | HTMLElement;

interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly at: MenuPlace;
  readonly onClose: () => void;
  /** What gets the keyboard back. */
  readonly returnTo: Pick<HTMLElement, 'focus'> | null;
}

const GAP = 4;
const EDGE = 8;

/**
 * An open menu, in the browser's own top layer: a click elsewhere or Escape closes it without our help. Arrows, Home, End
 * and first letters move, Enter and Space choose, Tab leaves. Draw it to open it.
 */
export function Menu({ label, entries, at, onClose, returnTo }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  }, [onClose]);

  useLayoutEffect(() => {
    const popover = menu.current;
    if (!popover) return undefined;
    const hide = openInTopLayer(
      popover,
      () => close.current(),
      (wasInside) => {
        if (wasInside) returnTo?.focus({ preventScroll: true });
      },
    );
    place(popover, at);
    itemsOf(popover)[0]?.focus({ preventScroll: true });
    return hide;
    // Opens once where it was asked for; a menu does not follow what it hangs on.
  }, [at, returnTo]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.key === 'Escape') {
      // The browser closes the menu; whatever it hangs on must not take the key for its own.
      event.stopPropagation();
      return;
    }
    const items = itemsOf(event.currentTarget);
    const now = items.findIndex((item) => item === document.activeElement);
    const next = target(event.key, now, items);
    if (event.key === 'Tab') onClose();
    else if (next) next.focus({ preventScroll: true });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const all = entries.flatMap((entry) => (entry !== 'rule' && 'group' in entry ? entry.items : [entry]));
  const canBeOn = all.some((entry) => entry !== 'rule' && 'isOn' in entry);
  const draw = (entry: MenuItem | 'rule', index: number) =>
    entry === 'rule' ? (
      <hr key={index} className="menu-rule" />
    ) : (
      <button
        key={entry.label}
        type="button"
        role={entry.isOn === undefined ? 'menuitem' : 'menuitemcheckbox'}
        aria-checked={entry.isOn}
        className="menu-item"
        tabIndex={-1}
        data-look={entry.isDanger ? 'danger' : undefined}
        onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
        onClick={() => {
          onClose();
          entry.run();
        }}
      >
        {canBeOn && <span className="menu-check">{entry.isOn && <Check size={14} aria-hidden />}</span>}
        {entry.label}
        {entry.hint && <small>{entry.hint}</small>}
      </button>
    );
  return (
    <div ref={menu} className="menu" role="menu" aria-label={label} popover="auto" tabIndex={-1} onKeyDown={onKeyDown}>
      {entries.map((entry, index) =>
        entry !== 'rule' && 'group' in entry ? (
          <div key={entry.group} role="group" aria-label={entry.group}>
            <p className="menu-group" aria-hidden>
              {entry.group}
            </p>
            {entry.items.map(draw)}
          </div>
        ) : (
          draw(entry, index)
        ),
      )}
    </div>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** The item a key goes to from item number `now`, if any. */
function target(key: string, now: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(now + 1) % items.length];
  if (key === 'ArrowUp') return items[(now <= 0 ? items.length : now) - 1];
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const following = [...items.slice(now + 1), ...items.slice(0, now + 1)];
  return following.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

/** Puts the menu where it was asked for, kept inside the window. */
function place(menu: HTMLElement, at: MenuPlace): void {
  const box = at instanceof HTMLElement ? at.getBoundingClientRect() : null;
  const { offsetWidth: width, offsetHeight: height } = menu;
  const x = box ? box.left : (at as { x: number }).x;
  const below = box ? box.bottom + GAP : (at as { y: number }).y;
  const above = (box ? box.top - GAP : below) - height;
  const top = below + height > window.innerHeight - EDGE && above > EDGE ? above : below;
  menu.style.left = `${Math.max(EDGE, Math.min(x, window.innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, Math.min(top, window.innerHeight - height - EDGE))}px`;
}
