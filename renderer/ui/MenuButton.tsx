import type { LucideIcon } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import { Menu, type MenuEntry } from './Menu.tsx';
import { useMenuButton } from './useMenuButton.ts';

interface MenuButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** The menu's own name. */
  readonly menu: string;
  readonly entries: readonly MenuEntry[];
  readonly tabIndex?: number;
}

/** A button with a menu under it; arrow down opens it too. */
export function MenuButton({ icon, label, menu, entries, tabIndex }: MenuButtonProps) {
  const { opened, close, buttonProps } = useMenuButton();
  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        tabIndex={tabIndex}
        data-popup-open={opened ? '' : undefined}
        {...buttonProps}
      />
      {opened && <Menu label={menu} entries={entries} at={opened} returnTo={opened} onClose={close} />}
    </>
  );
}
