import { constants } from 'node:os';
import { StetError } from '../../shared/lang/result.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Someone stopped the program. */
export class StoppedError extends StetError {
  /** 128 and the signal's number, as shells report it. */
  readonly exitCode: number;

  constructor(signal: (typeof SIGNALS)[number]) {
    super('stopped', 'Stopped. What was reported as done is kept; nothing is left half done.', true);
    this.name = 'StoppedError';
    this.exitCode = 128 + constants.signals[signal];
  }
}

/** Settles as `work` does, or rejects with StoppedError as soon as someone stops the program. */
export async function untilStopped<Value>(work: Promise<Value>): Promise<Value> {
  let stop: (error: StoppedError) => void = () => undefined;
  const stopped = new Promise<never>((_done, reject) => (stop = reject));
  const listeners = SIGNALS.map((signal) => [signal, () => stop(new StoppedError(signal))] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  try {
    return await Promise.race([work, stopped]);
  } finally {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  }
}
