import { ACTIONS, type ActionId } from '../../shared/actions/actions.ts';

/** What a shortcut needs to know of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

interface Shortcut {
  readonly action: ActionId;
  readonly key: string;
  readonly command: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const NAMED: Readonly<Record<string, string>> = { Up: 'ArrowUp', Down: 'ArrowDown' };

/** The keys that carry each character on the layout accelerators are written for. */
const CODES: Readonly<Record<string, string>> = { ',': 'Comma', '/': 'Slash', '.': 'Period' };

function parse(action: ActionId, accelerator: string): Shortcut {
  const parts = accelerator.split('+');
  const last = parts.at(-1) ?? '';
  return {
    action,
    key: NAMED[last] ?? last.toLowerCase(),
    command: parts.includes('CmdOrCtrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  };
}

const SHORTCUTS: readonly Shortcut[] = ACTIONS.flatMap((action) =>
  action.accelerator === null ? [] : [parse(action.id, action.accelerator)],
);

function isPressed(shortcut: Shortcut, press: KeyPress): boolean {
  if (shortcut.key.length > 1) return press.key.toLowerCase() === shortcut.key.toLowerCase();
  if (/^[a-z]$/.test(shortcut.key)) {
    // On an Arabic, Hebrew or Russian layout the letter is where it is on a Latin one; on a Latin layout the letter counts.
    const typed = press.key.toLowerCase();
    return /^[a-z]$/.test(typed) ? typed === shortcut.key : press.code === `Key${shortcut.key.toUpperCase()}`;
  }
  if (/^[0-9]$/.test(shortcut.key)) return press.code === `Digit${shortcut.key}`;
  return press.key === shortcut.key || press.code === CODES[shortcut.key];
}

/**
 * The action a key press stands for, or null. The menus have the same accelerators; this is what runs when the page has the
 * keyboard, and it does not depend on the layout: `Ctrl+B` works while typing Arabic.
 */
export function actionForKey(
  press: KeyPress & { getModifierState?(name: string): boolean },
  isMac: boolean,
): ActionId | null {
  // AltGr types characters (Ctrl+Alt on Windows); it never is a shortcut.
  if (!isMac && press.getModifierState?.('AltGraph')) return null;
  const command = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (other || !(command || press.altKey || /^F\d+$/.test(press.key))) return null;
  for (const shortcut of SHORTCUTS) {
    if (shortcut.command !== command || shortcut.alt !== press.altKey || shortcut.shift !== press.shiftKey) continue;
    if (isPressed(shortcut, press)) return shortcut.action;
  }
  return null;
}
