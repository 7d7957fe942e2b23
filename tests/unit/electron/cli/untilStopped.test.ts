import { afterEach, describe, expect, it, vi } from 'vitest';
import { untilStopped, type StoppedError } from '../../../../electron/cli/untilStopped.ts';

const never = () => new Promise<never>(() => undefined);

afterEach(() => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
});

describe('untilStopped', () => {
  it('settles as the work does, and leaves no listener', async () => {
    const before = process.listenerCount('SIGINT');
    await expect(untilStopped(() => Promise.resolve(7), vi.fn<(stopped: StoppedError) => void>())).resolves.toBe(7);
    await expect(
      untilStopped(() => Promise.reject(new Error('no')), vi.fn<(stopped: StoppedError) => void>()),
    ).rejects.toThrow('no');
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('lets work that ends soon end as it will, told once', async () => {
    const onStop = vi.fn<(stopped: StoppedError) => void>();
    let finish: (value: string) => void = () => undefined;
    const work = untilStopped(() => new Promise<string>((done) => (finish = done)), onStop);
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGINT', 'SIGINT');
    finish('whole');
    await expect(work).resolves.toBe('whole');
    // The process is about to end; a late signal must not end it sooner.
    expect(process.listenerCount('SIGINT')).toBe(1);
    process.emit('SIGINT', 'SIGINT');
    expect(onStop).toHaveBeenCalledOnce();
    expect(onStop.mock.calls[0]?.[0].exitCode).toBe(130);
  });

  it('gives up work that does not end', async () => {
    vi.useFakeTimers();
    try {
      const work = untilStopped(never, vi.fn<(stopped: StoppedError) => void>());
      process.emit('SIGTERM', 'SIGTERM');
      await Promise.all([
        expect(work).rejects.toMatchObject({ code: 'stopped', exitCode: 143 }),
        vi.advanceTimersByTimeAsync(2000),
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});
