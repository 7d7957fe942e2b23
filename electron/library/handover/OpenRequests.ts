import { randomUUID } from 'node:crypto';

/** More than anybody looks through in one sitting; the oldest are forgotten first. */
const MOST = 200;

/** Requests for media that were opened, until somebody answers them: the page names one, never a path. Kept in memory alone. */
export class OpenRequests {
  readonly #paths = new Map<string, string>();

  /** The name of the request at this path. */
  note(path: string): string {
    const [known] = [...this.#paths].find(([, other]) => other === path) ?? [];
    const ref = known ?? randomUUID();
    this.#paths.set(ref, path);
    const [oldest] = this.#paths.keys();
    if (this.#paths.size > MOST && oldest !== undefined) this.#paths.delete(oldest);
    return ref;
  }

  pathOf(ref: string): string | null {
    return this.#paths.get(ref) ?? null;
  }
}
