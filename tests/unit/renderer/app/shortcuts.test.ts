import { describe, expect, it } from 'vitest';
import { actionForKey, type KeyPress } from '../../../../renderer/app/shortcuts.ts';
import { ACTIONS } from '../../../../shared/actions/actions.ts';

function press(change: Partial<KeyPress>): KeyPress {
  return { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change };
}

describe('actionForKey', () => {
  it.each([
    ['Ctrl+B', press({ key: 'b', code: 'KeyB', ctrlKey: true }), 'format.bold'],
    ['Ctrl+Shift+Q', press({ key: 'Q', code: 'KeyQ', ctrlKey: true, shiftKey: true }), 'insert.pullQuote'],
    ['Ctrl+,', press({ key: ',', code: 'Comma', ctrlKey: true }), 'app.settings'],
    [
      'Ctrl+Shift+8, which types *',
      press({ key: '*', code: 'Digit8', ctrlKey: true, shiftKey: true }),
      'format.bulletedList',
    ],
    ['Ctrl+Alt+2', press({ key: '2', code: 'Digit2', ctrlKey: true, altKey: true }), 'format.heading2'],
    ['Alt+Shift+Up', press({ key: 'ArrowUp', code: 'ArrowUp', altKey: true, shiftKey: true }), 'block.moveUp'],
    ['Ctrl+Shift+Enter', press({ key: 'Enter', code: 'Enter', ctrlKey: true, shiftKey: true }), 'view.focus'],
  ] as const)('%s', (_, keys, action) => {
    expect(actionForKey(keys, false)).toBe(action);
  });

  it('works on an Arabic layout by the place of the key', () => {
    expect(actionForKey(press({ key: 'لا', code: 'KeyB', ctrlKey: true }), false)).toBe('format.bold');
  });

  it('goes by the letter on a Latin layout, wherever it is', () => {
    // Dvorak: the letter k is where QWERTY has v.
    expect(actionForKey(press({ key: 'k', code: 'KeyV', ctrlKey: true }), false)).toBe('view.palette');
  });

  it('uses Command on a Mac, and only Command', () => {
    expect(actionForKey(press({ key: 'k', code: 'KeyK', metaKey: true }), true)).toBe('view.palette');
    expect(actionForKey(press({ key: 'k', code: 'KeyK', ctrlKey: true }), true)).toBeNull();
  });

  it('leaves AltGr to typing', () => {
    const altGr = { ...press({ key: 'ł', code: 'KeyL', ctrlKey: true, altKey: true }), getModifierState: () => true };
    expect(actionForKey(altGr, false)).toBeNull();
  });

  it('leaves plain keys and unknown ones alone', () => {
    expect(actionForKey(press({ key: 'b', code: 'KeyB' }), false)).toBeNull();
    expect(actionForKey(press({ key: 'j', code: 'KeyJ', ctrlKey: true }), false)).toBeNull();
  });
});

describe('the list of actions', () => {
  it('gives no shortcut to two actions', () => {
    const accelerators = ACTIONS.flatMap((action) => (action.accelerator === null ? [] : [action.accelerator]));
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });
});
