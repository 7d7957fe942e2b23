import { describe, expect, it } from 'vitest';
import { acceleratorForAria, acceleratorText } from '../../../../shared/actions/acceleratorText.ts';
import { ACTIONS } from '../../../../shared/actions/actions.ts';

describe('acceleratorText', () => {
  it('reads as each system writes it', () => {
    expect(acceleratorText('CmdOrCtrl+Shift+K', false)).toBe('Ctrl+Shift+K');
    expect(acceleratorText('CmdOrCtrl+Shift+K', true)).toBe('⇧⌘K');
    expect(acceleratorText('Alt+Shift+Up', false)).toBe('Alt+Shift+↑');
    expect(acceleratorText('Alt+Shift+Up', true)).toBe('⌥⇧↑');
  });

  it('names keys for assistive technology as the standard does', () => {
    expect(acceleratorForAria('CmdOrCtrl+B', false)).toBe('Control+B');
    expect(acceleratorForAria('CmdOrCtrl+B', true)).toBe('Meta+B');
    expect(acceleratorForAria('Alt+Shift+Up', false)).toBe('Alt+Shift+ArrowUp');
  });

  it('leaves no notation of ours in any action', () => {
    for (const { accelerator } of ACTIONS) {
      if (accelerator === null) continue;
      expect(acceleratorText(accelerator, false)).not.toContain('CmdOrCtrl');
      expect(acceleratorText(accelerator, true)).not.toContain('CmdOrCtrl');
    }
  });
});
