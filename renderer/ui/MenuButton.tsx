import type { LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from './IconButton.tsx';
import { Menu, type MenuEntry } from './Menu.tsx';

interface MenuButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** The menu's own name. */
  readonly menu: string;
  readonly entries: readonly MenuEntry[];
}

/** A button with a menu under it; arrow down opens it too. */
export function MenuButton({ icon, label, menu, entries }: MenuButtonProps) {
  const [opened, setOpened] = useState<HTMLElement | null>(null);
  // A click on the button closes the menu by itself; it must not open it again.
  const closedAt = useRef(0);
  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        data-popup-open={opened ? '' : undefined}
        onClick={(event) => {
          if (event.timeStamp - closedAt.current > 250) setOpened(event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpened(event.currentTarget);
        }}
      />
      {opened && (
        <Menu
          label={menu}
          entries={entries}
          at={opened}
          returnTo={opened}
          onClose={() => {
            closedAt.current = performance.now();
            setOpened(null);
          }}
        />
      )}
    </>
  );
}
