import { constants } from 'node:os';
import { StetError } from '../../shared/lang/result.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Long enough to finish the document under way and to tidy up, short enough to wait for. */
const GRACE_MS = 2000;

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

/**
 * Does `work` and settles as it does. When someone stops the program `onStop` is told, so that nothing new is begun; work that goes on
 * for more than two seconds after that is given up with StoppedError. More signals change nothing, then or later: a terminal
 * sends one to npm and to us, npm passes its own on, and the library has yet to be let go.
 */
export async function untilStopped<Value>(
  work: () => Promise<Value>,
  onStop: (stopped: StoppedError) => void,
): Promise<Value> {
  let grace: NodeJS.Timeout | undefined;
  let giveUp: (error: StoppedError) => void = () => undefined;
  const givenUp = new Promise<never>((_done, reject) => (giveUp = reject));
  const onSignal = (signal: (typeof SIGNALS)[number]) => {
    if (grace) return;
    const stopped = new StoppedError(signal);
    grace = setTimeout(giveUp, GRACE_MS, stopped);
    onStop(stopped);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await Promise.race([work(), givenUp]);
  } finally {
    clearTimeout(grace);
    if (!grace) for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
