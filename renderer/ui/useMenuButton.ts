import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';

/** What makes any button the button of a menu. */
interface MenuButtonState {
  /** The button while its menu is open. */
  readonly opened: HTMLElement | null;
  close(): void;
  readonly buttonProps: {
    readonly 'aria-haspopup': 'menu';
    readonly 'aria-expanded': boolean;
    readonly onPointerDown: () => void;
    readonly onClick: (event: MouseEvent<HTMLElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** A menu opens by a click and by arrow down; a second click closes it. */
export function useMenuButton(): MenuButtonState {
  const [opened, setOpened] = useState<HTMLElement | null>(null);
  // A press on the button closes the menu by itself; the click that follows must not open it again.
  const wasOpen = useRef(false);
  return {
    opened,
    close: () => setOpened(null),
    buttonProps: {
      'aria-haspopup': 'menu',
      'aria-expanded': opened !== null,
      onPointerDown() {
        wasOpen.current = opened !== null;
      },
      onClick(event) {
        const isByKey = event.detail === 0;
        if (isByKey || !wasOpen.current) setOpened(event.currentTarget);
      },
      onKeyDown(event) {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        setOpened(event.currentTarget);
      },
    },
  };
}
