import { describe, expect, it } from 'vitest';
import { Listeners } from '../../../../shared/ipc/Listeners.ts';

describe('Listeners', () => {
  it('keeps the last unheard events for the first listener, once', () => {
    const listeners = new Listeners(2);
    for (const data of [1, 2, 3]) expect(listeners.emit('import.finished', data)).toBe(false);
    const heard: unknown[] = [];
    listeners.on('import.finished', (data) => heard.push(data));
    listeners.on('import.finished', (data) => heard.push(`again ${String(data)}`));
    expect(heard).toEqual([2, 3]);
  });

  it('keeps nothing unless told to', () => {
    const listeners = new Listeners();
    listeners.emit('settings.changed', 1);
    const heard: unknown[] = [];
    listeners.on('settings.changed', (data) => heard.push(data));
    expect(heard).toEqual([]);
    expect(listeners.emit('settings.changed', 2)).toBe(true);
    expect(heard).toEqual([2]);
  });

  it('lets the same function listen twice and leave once', () => {
    const listeners = new Listeners();
    let calls = 0;
    const listener = () => (calls += 1);
    const leave = listeners.on('a', listener);
    listeners.on('a', listener);
    leave();
    listeners.emit('a', null);
    expect(calls).toBe(1);
  });
});
