const MAC: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Alt: '⌥', Shift: '⇧', Up: '↑', Down: '↓', Enter: '↩' };
const OTHERS: Readonly<Record<string, string>> = { CmdOrCtrl: 'Ctrl', Up: '↑', Down: '↓' };

/** An accelerator as people read it on their system: `Ctrl+Shift+K`, or `⇧⌘K` on a Mac. */
export function acceleratorText(accelerator: string, isMac: boolean): string {
  const keys = accelerator.split('+');
  if (!isMac) return keys.map((key) => OTHERS[key] ?? key).join('+');
  // Macs list modifiers as ⌥ ⇧ ⌘, whatever order they were written in.
  const order = ['Alt', 'Shift', 'CmdOrCtrl'];
  const modifiers = order.filter((key) => keys.includes(key));
  const rest = keys.filter((key) => !order.includes(key));
  return [...modifiers, ...rest].map((key) => MAC[key] ?? key).join('');
}

/** The same for assistive technology (`aria-keyshortcuts`): `Control+Shift+K`, or `Meta+Shift+K` on a Mac. */
export function acceleratorForAria(accelerator: string, isMac: boolean): string {
  return accelerator.replace('CmdOrCtrl', isMac ? 'Meta' : 'Control').replace(/\b(Up|Down)$/, 'Arrow$1');
}
