const STEPS_MS = [0, 250, 1_000, 3_000, 10_000];
/** A process that lasted this long was well: the next end is a new story. */
const WELL_AFTER_MS = 60_000;

/** Says how long to wait before a process is started again, longer each time it ends soon after its start. */
export class RestartDelay {
  #step = 0;

  /** The wait in ms, for a process that ended `lastedMs` after its start. */
  next(lastedMs: number): number {
    if (lastedMs >= WELL_AFTER_MS) this.#step = 0;
    const delay = STEPS_MS[Math.min(this.#step, STEPS_MS.length - 1)] ?? 0;
    this.#step += 1;
    return delay;
  }
}
